import { setImmediate as breathe } from 'node:timers/promises';
import type { Facts } from '../facts/fact.ts';
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
import type { Data, Edition, Figure, Finding, Language } from '../types.ts';
import type { Plan, Work } from './changes.ts';
import { findingOf } from './fault.ts';
import { Kept, NoWorkspace } from './keeps.ts';
import type { Counts } from './messages.ts';
import { contentHash } from './parts.ts';

type Narrated = Readonly<{
  html: string;
  findings: readonly Finding[];
  claims: readonly Claim[];
  stale: ReadonlySet<string>;
}>;

const isError = ({ severity }: Finding): boolean => severity === 'error';

/** Carries findings that forbid to go on. */
class Refused extends Error {
  readonly findings: readonly Finding[];
  constructor(findings: readonly Finding[]) {
    super('findings');
    this.findings = findings;
  }
}

/**
 * The results of the stages for one edition and one language, as they last were good, and the work that makes them again:
 *
 *     data ─▶ edition ─▶ figures ─▶ narrate          styles
 *
 * A stage that fails leaves the results before it and after it as they were, and its findings in `findings`; those of a stage
 * go when it succeeds.
 */
export class Workbench {
  readonly #options: Options;
  readonly #log: Logger;
  readonly #kept = new Kept();
  readonly #faults = new Map<Work, readonly Finding[]>();
  readonly #runs = { ingest: 0, assess: 0, figures: 0, narrate: 0 };
  language: Language;
  #ingested: Ingested | null = null;
  #checked: readonly Finding[] = [];
  #assessed: Assessed | null = null;
  #figures: readonly Figure[] | null = null;
  /** What the figures were when chapters were last filled with them, by language. */
  readonly #drawnAs = new Map<Language, string>();
  #drawing: readonly Finding[] = [];
  #narrated: Narrated | null = null;
  /** What was told of the templates themselves, and whether they are still what they were then. */
  #looked: readonly Finding[] = [];
  #hasLooked = false;

  constructor(options: Options, language: Language, log: Logger) {
    this.#options = options;
    this.#log = log;
    this.language = language;
  }

  get edition(): Edition | null {
    return this.#ingested?.edition ?? null;
  }

  get data(): Data | null {
    return this.#ingested?.data ?? null;
  }

  get facts(): Facts | null {
    return this.#assessed && factsOf(this.#assessed);
  }

  /** The page as it last was good, with the marks of its places; '' before there is one. */
  get html(): string {
    return this.#narrated?.html ?? '';
  }

  /** The claims of that page, in the order of their numbers. */
  get claims(): readonly Claim[] {
    return this.#narrated?.claims ?? [];
  }

  get stale(): ReadonlySet<string> {
    return this.#narrated?.stale ?? new Set();
  }

  /** Errors and warnings of the last work of each kind, errors first. */
  get findings(): readonly Finding[] {
    const filled = this.#narrated?.findings ?? [];
    // Until templates have been looked over again, what was told of them last still stands.
    const narrated = this.#hasLooked ? this.#looked : [...filled, ...this.#looked];
    const told = [...[...this.#faults.values()].flat(), ...this.#drawing, ...narrated, ...this.#checked];
    const all = [...new Map(told.map((finding) => [JSON.stringify(finding), finding])).values()];
    return [...all.filter(isError), ...all.filter(({ severity }) => severity === 'warn')];
  }

  get counts(): Counts {
    const { tables, drawn, chapters } = this.#kept;
    const folders = chapters.filled.map((file) => /chapters[\\/]([^\\/]+)/.exec(file)?.[1] ?? file);
    return { ...this.#runs, tables, drawn, chapters: folders };
  }

  get #run(): Run {
    const options = { ...this.#options, languages: [this.language] };
    return { options, workspace: new NoWorkspace('', '', ''), log: this.#log, keeps: this.#kept };
  }

  /** Does the work of a plan and what follows from it, telling each stage as it begins. */
  async work(plan: Plan, begin: (stage: string) => void): Promise<void> {
    const todo = new Set(plan);
    const step = async (work: Work, stages: () => Promise<void>): Promise<boolean> => {
      try {
        await stages();
        this.#faults.delete(work);
        return true;
      } catch (error) {
        this.#faults.set(work, error instanceof Refused ? error.findings : [findingOf(error)]);
        return false;
      }
    };
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
    this.#hasLooked = false;
    await step('narrate', () => this.#narrate(stage));
  }

  /** Looks over the templates, which shows no other text: what it finds comes a moment after. Gives whether it did. */
  look(): boolean {
    const shown = this.#shown();
    if (shown === null || this.#hasLooked) return false;
    this.#hasLooked = true;
    try {
      this.#looked = templateFindings(this.#options, shown.edition, this.#narrated?.findings ?? []);
    } catch (error) {
      // Strings that cannot be read have been told already.
      this.#looked = [...(this.#narrated?.findings ?? []), findingOf(error)];
    }
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
    if (findings.some(isError)) throw new Refused(findings.filter(isError));
    this.#runs.assess += 1;
    const assessed = await stage('assess', () => assessStage(this.#run, ingested));
    [this.#ingested, this.#assessed, this.#checked] = [ingested, assessed, [...findings, ...assessed.findings]];
    this.#kept.chapters.clear();
    this.#drawnAs.clear();
  }

  /** edition.json alone: years and cohorts decide what is assessed, the rest does not. */
  async #readEdition(stage: Stage): Promise<void> {
    const before = this.#ingested;
    if (before === null) return;
    const { templatesDir, edition: folder, year } = this.#options;
    const read = readEdition(templatesDir, folder, year, before.data.scopes);
    const ingested = { ...before, edition: { ...read, languages: [this.language] } };
    const words = ({ title, subtitle, chapters, figures, cover, keywords, mapApproval, languages, ...rest }: Edition) =>
      JSON.stringify(rest);
    this.#kept.chapters.clear();
    if (words(before.edition) === words(ingested.edition)) this.#ingested = ingested;
    else await this.#assess(ingested, stage);
  }

  /** The edition in the language shown. */
  #shown(): Ingested | null {
    return this.#ingested && { ...this.#ingested, edition: { ...this.#ingested.edition, languages: [this.language] } };
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
    this.#drawing = findings;
  }

  async #narrate(stage: Stage): Promise<void> {
    const [ingested, assessed, figures] = [this.#shown(), this.#assessed, this.#figures];
    if (ingested === null || assessed === null || figures === null) return;
    this.#runs.narrate += 1;
    const made = await stage('narrate', () => narrateStage(this.#run, ingested, assessed, figures));
    const stale = new Set(this.#kept.chapters.stale.map((file) => /chapters[\\/]([^\\/]+)/.exec(file)?.[1] ?? ''));
    this.#narrated = { html: made.marked.join(''), findings: made.findings, claims: made.claims, stale };
  }
}

type Stage = <T>(name: string, made: () => Promise<T>) => Promise<T>;
