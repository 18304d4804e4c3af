import { setImmediate as breathe } from 'node:timers/promises';
import { chapterOf } from '../edition-files.ts';
import type { Facts } from '../facts/fact.ts';
import { errorsIn } from '../findings.ts';
import { readEdition } from '../ingest/edition.ts';
import type { Logger } from '../log.ts';
import type { Claim } from '../narrate/claims/claim.ts';
import type { Options } from '../options.ts';
import {
  type Assessed,
  assessStage,
  checkStage,
  factsOf,
  figuresStage,
  type Ingested,
  ingestStage,
  narrateStage,
  type Run,
  templateFindings,
} from '../stages.ts';
import type { Edition, Figure, Finding, Language } from '../types.ts';
import { NoWorkspace } from '../workspace.ts';
import type { Plan, Work } from './changes.ts';
import { findingOf } from './fault.ts';
import { Kept } from './keeps.ts';
import type { Counts } from './messages.ts';
import { contentHash } from './parts.ts';
import { Refused, Told } from './told.ts';

/** `html` has the marks of its places, `claims` are in the order of their numbers; `stale` chapters stand as they last were good. */
type Narrated = Readonly<{
  html: string;
  claims: readonly Claim[];
  stale: ReadonlySet<string>;
}>;

/**
 * The results of the stages for one edition and one language, as they last were good, and the work that makes them again:
 *
 *     data ─▶ edition ─▶ figures ─▶ narrate          styles
 *
 * A stage that fails leaves the results before it and after it as they were.
 */
export class Workbench {
  readonly #options: Options;
  readonly #log: Logger;
  readonly #kept = new Kept();
  readonly #told = new Told();
  readonly #runs = { ingest: 0, assess: 0, figures: 0, narrate: 0 };
  language: Language;
  #ingested: Ingested | null = null;
  #assessed: Assessed | null = null;
  #figures: readonly Figure[] | null = null;
  /** What the figures were when chapters were last filled with them, by language. */
  readonly #drawnAs = new Map<Language, string>();
  #narrated: Narrated = { html: '', claims: [], stale: new Set() };

  constructor(options: Options, language: Language, log: Logger) {
    this.#options = options;
    this.#log = log;
    this.language = language;
  }

  get ingested(): Ingested | null {
    return this.#ingested;
  }

  get facts(): Facts | null {
    return this.#assessed && factsOf(this.#assessed);
  }

  /** The page as it last was good; empty before there is one. */
  get narrated(): Narrated {
    return this.#narrated;
  }

  /** Errors and warnings of the last work of each kind, errors first. */
  get findings(): readonly Finding[] {
    return this.#told.all;
  }

  get counts(): Counts {
    const { tables, drawn, chapters } = this.#kept;
    return { ...this.#runs, tables, drawn, chapters: chapters.filled.map(chapterOf) };
  }

  get #run(): Run {
    const options = { ...this.#options, languages: [this.language] };
    return { options, workspace: new NoWorkspace('', '', ''), log: this.#log, keeps: this.#kept };
  }

  /** Does the work of a plan and what follows from it, telling each stage as it begins. */
  async work(plan: Plan, begin: (stage: string) => void): Promise<void> {
    const todo = new Set(plan);
    const step = (work: Work, stages: () => Promise<void>) => this.#told.attempt(work, stages);
    const stage = async <T>(name: string, made: () => Promise<T>): Promise<T> => {
      begin(name);
      // What was told goes out before the work takes the thread.
      await breathe();
      return made();
    };
    if (todo.has('data') && (await step('data', () => this.#readData(stage)))) todo.add('figures').delete('edition');
    if (todo.has('edition') && (await step('edition', () => this.#readEdition(stage)))) todo.add('figures');
    if (todo.has('figures') && (await step('figures', () => this.#draw(stage)))) todo.add('narrate');
    if (todo.has('chapters')) this.#kept.chapters.clear();
    if (!todo.has('narrate') && !todo.has('chapters')) return;
    this.#told.hasLooked = false;
    await step('narrate', () => this.#narrate(stage));
  }

  /** Looks over the templates, which shows no other text: what it finds comes a moment after. Gives whether it did. */
  look(): boolean {
    const shown = this.#shown();
    if (shown === null || this.#told.hasLooked) return false;
    const filled = this.#told.of('narrate');
    try {
      this.#told.noticed('look', templateFindings(this.#options, shown.edition, filled));
    } catch (error) {
      // Strings that cannot be read have been told already.
      this.#told.noticed('look', [...filled, findingOf(error)]);
    }
    this.#told.hasLooked = true;
    return true;
  }

  async #readData(stage: Stage): Promise<void> {
    const run = this.#run;
    this.#runs.ingest += 1;
    const ingested = await stage('ingest', () => ingestStage(run));
    await this.#assess(ingested, stage);
  }

  async #assess(ingested: Ingested, stage: Stage): Promise<void> {
    const { findings } = await stage('check', () => checkStage(this.#run, ingested));
    const errors = errorsIn(findings);
    if (errors.length > 0) throw new Refused(errors);
    this.#runs.assess += 1;
    const assessed = await stage('assess', () => assessStage(this.#run, ingested));
    [this.#ingested, this.#assessed] = [ingested, assessed];
    this.#told.noticed('check', [...findings, ...assessed.findings]);
    this.#kept.chapters.clear();
    this.#drawnAs.clear();
  }

  /** edition.json alone: years and cohorts decide what is assessed, the rest does not. */
  async #readEdition(stage: Stage): Promise<void> {
    const before = this.#ingested;
    if (before === null) return;
    const { templatesDir, edition: folder, year } = this.#options;
    const read = readEdition(templatesDir, folder, year, before.data.scopes);
    const ingested = inLanguageOf({ ...before, edition: read }, this.language);
    const assessedBy = ({
      title,
      subtitle,
      chapters,
      figures,
      cover,
      keywords,
      mapApproval,
      languages,
      ...rest
    }: Edition) => JSON.stringify(rest);
    this.#kept.chapters.clear();
    if (assessedBy(before.edition) === assessedBy(ingested.edition)) this.#ingested = ingested;
    else await this.#assess(ingested, stage);
  }

  /** The edition in the language shown. */
  #shown(): Ingested | null {
    return this.#ingested && inLanguageOf(this.#ingested, this.language);
  }

  async #draw(stage: Stage): Promise<void> {
    const [ingested, assessed] = [this.#shown(), this.#assessed];
    if (ingested === null || assessed === null) return;
    this.#runs.figures += 1;
    const { figures, findings } = await stage('figures', () => figuresStage(this.#run, ingested, assessed));
    const hash = contentHash(JSON.stringify(figures));
    if (this.#drawnAs.get(this.language) !== hash) this.#kept.chapters.clear();
    this.#drawnAs.set(this.language, hash);
    this.#figures = figures;
    this.#told.noticed('figures', findings);
  }

  async #narrate(stage: Stage): Promise<void> {
    const [ingested, assessed, figures] = [this.#shown(), this.#assessed, this.#figures];
    if (ingested === null || assessed === null || figures === null) return;
    this.#runs.narrate += 1;
    const made = await stage('narrate', () => narrateStage(this.#run, ingested, assessed, figures));
    const stale = new Set(this.#kept.chapters.stale.map(chapterOf));
    this.#narrated = { html: made.marked.join(''), claims: made.claims, stale };
    this.#told.noticed('narrate', made.findings);
  }
}

const inLanguageOf = (ingested: Ingested, language: Language): Ingested => ({
  ...ingested,
  edition: { ...ingested.edition, languages: [language] },
});

type Stage = <T>(name: string, made: () => Promise<T>) => Promise<T>;
