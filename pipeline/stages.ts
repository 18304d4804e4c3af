import { assess } from './assess/assess.ts';
import { check } from './check/check.ts';
import { unexplained } from './check/unexplained.ts';
import { unshown } from './check/unshown.ts';
import { Facts } from './facts/fact.ts';
import { type Drawn, drawFigures } from './figures/draw.ts';
import { plates } from './figures/plates/index.ts';
import type { toSvg } from './figures/to-svg.ts';
import { distinct, errorsIn } from './findings.ts';
import { readEdition } from './ingest/edition.ts';
import { ingest } from './ingest/ingest.ts';
import type { readTable } from './ingest/read-table.ts';
import type { Logger } from './log.ts';
import { checkTemplates } from './narrate/checks/index.ts';
import type { Claim } from './narrate/claims/claim.ts';
import { compose } from './narrate/compose.ts';
import { createContext } from './narrate/context.ts';
import type { KeptChapters } from './narrate/kept-chapters.ts';
import { lintEdition } from './narrate/lint/edition.ts';
import type { RenderedChapter } from './narrate/outline.ts';
import { parityFindings } from './narrate/parity/parity.ts';
import { readStrings } from './narrate/strings.ts';
import type { Options } from './options.ts';
import { parseChoices } from './standards/options.ts';
import type { Assessment, Data, Edition, Fact, Figure, Finding, Manuscript } from './types.ts';
import type { Workspace } from './workspace.ts';

/** What is known so far; every stage adds its part. */
export type Ingested = Readonly<{ data: Data; edition: Edition; findings: readonly Finding[] }>;
export type Checked = Readonly<{ findings: readonly Finding[] }>;
/** The assessment, and what the checks that need it noticed. */
export type Assessed = Assessment & Readonly<{ findings: readonly Finding[] }>;
export type Narrated = Readonly<{
  manuscripts: readonly Manuscript[];
  findings: readonly Finding[];
  claims: readonly Claim[];
}>;

/** By language, what is not handed on to print: chapters for approvals, pages for the preview. */
type Composing = Readonly<{ chapters: readonly (readonly RenderedChapter[])[]; marked: readonly string[] }>;

/** What a run keeps that is made again and again (preview/): each part says what of the last time still holds. */
export type Keeps = Readonly<{ readTable: typeof readTable; render: typeof toSvg; chapters: KeptChapters }>;

export type Run = Readonly<{ options: Options; workspace: Workspace; log: Logger; keeps?: Keeps }>;

const factsMade = new WeakMap<readonly Fact[], Facts>();

/** The facts of an assessment by name; made once, since there are a hundred thousand. */
export function factsOf({ facts }: Pick<Assessment, 'facts'>): Facts {
  const known = factsMade.get(facts) ?? new Facts(facts);
  factsMade.set(facts, known);
  return known;
}

/** Times a stage and says in one line what it read and made. */
async function timed<T>(
  log: Logger,
  stage: string,
  work: () => T | Promise<T>,
  made: (value: T) => object,
): Promise<T> {
  const start = performance.now();
  const value = await work();
  log.info({ ...made(value), ms: Math.round(performance.now() - start) }, stage);
  return value;
}

/** data/ and edition.json → domain values. */
export function ingestStage({ options, workspace, log, keeps }: Run): Promise<Ingested> {
  const work = () => {
    const { data, findings, tables } = ingest(options.dataDir, {
      standardsDir: options.standardsDir,
      choices: parseChoices(options.rules),
      ...(keeps ? { read: keeps.readTable } : {}),
    });
    const edition = readEdition(options.templatesDir, options.edition, options.year, data.scopes);
    const ingested = { data, edition: { ...edition, languages: options.languages }, findings };
    workspace.write('ingest', ingested);
    return { ...ingested, tables };
  };
  return timed(log, 'ingest', work, ({ data, tables }) => ({
    tables: tables.length,
    rows: tables.reduce((sum, { rows }) => sum + rows, 0),
    cities: data.cities.length,
  }));
}

/** Domain values → findings. */
export function checkStage({ workspace, log }: Run, { data, edition, findings }: Ingested): Promise<Checked> {
  const work = () => {
    const checked = { findings: [...findings, ...check(data, edition)] };
    workspace.write('check', checked);
    return checked;
  };
  const count = (all: readonly Finding[], severity: string) =>
    all.filter((finding) => finding.severity === severity).length;
  return timed(log, 'check', work, ({ findings: all }) => ({
    errors: count(all, 'error'),
    warnings: count(all, 'warn'),
    notes: count(all, 'note'),
  }));
}

/** Domain values → facts, rankings, reconciliation, verdicts; and findings about what does not agree. */
export function assessStage({ workspace, log }: Run, { data, edition }: Ingested): Promise<Assessed> {
  const work = () => {
    const assessment = assess(data, edition);
    const assessed = { ...assessment, findings: unexplained(data, assessment) };
    workspace.write('assess', assessed);
    return assessed;
  };
  return timed(log, 'assess', work, ({ facts, reconciliation, targets, findings }) => ({
    facts: facts.length,
    reconciled: reconciliation.length,
    warnings: findings.length,
    targets: targets.length,
  }));
}

/** Facts → figures, in every language; and findings about those of the edition's own. */
export function figuresStage(
  { options, workspace, log, keeps }: Run,
  { data, edition }: Ingested,
  assessment: Assessment,
): Promise<Drawn> {
  const work = async () => {
    const drawn = await drawFigures({
      data,
      edition,
      assessment,
      facts: factsOf(assessment),
      dataDir: options.dataDir,
      templatesDir: options.templatesDir,
      ...(keeps ? { render: keeps.render } : {}),
    });
    workspace.write('figures', drawn.figures);
    return drawn;
  };
  return timed(log, 'figures', work, ({ figures, findings }) => ({
    figures: figures.length,
    languages: edition.languages.length,
    errors: errorsIn(findings).length,
  }));
}

const PLATES = plates.map(({ id }) => id);

/**
 * One fault is told once, though both languages meet it: and where `seen` before filling, not again as what came of it. All that
 * is known of a kind on a line is seen before.
 */
function afterSeen(seen: readonly Finding[], others: readonly Finding[]): Finding[] {
  const key = ({ rule, file, row }: Finding) => `${rule} ${file}:${row}`;
  const known = new Set(seen.map(key));
  return distinct([...seen, ...others.filter((finding) => !known.has(key(finding)))]);
}

/** What is told of an edition's text: what came of filling it, and what its templates tell in all languages as they stand. */
export const templateFindings = (
  { templatesDir, final }: Options,
  edition: Edition,
  filled: readonly Finding[],
): Finding[] =>
  afterSeen(checkTemplates(templatesDir, edition, PLATES), [
    ...filled,
    ...parityFindings(templatesDir, edition, !final),
    ...lintEdition(templatesDir, edition, !final),
  ]);

/**
 * Templates, facts and figures → one manuscript a language, its chapters as their templates made them, and its page with the
 * place in its template on each block.
 */
export function narrateStage(
  { options, workspace, log, keeps }: Run,
  { data, edition }: Ingested,
  assessment: Assessment,
  figures: readonly Figure[],
): Promise<Narrated & Composing> {
  const facts = factsOf(assessment);
  const byId = new Map(figures.map((figure) => [figure.id, figure]));
  const work = () => {
    const composed = edition.languages.map((language) => {
      const strings = readStrings(options.templatesDir, language, edition.folder);
      const context = createContext({
        language,
        edition,
        data,
        facts,
        assessment,
        figures: byId,
        strings,
        draft: !options.final,
      });
      return compose(options.templatesDir, context, keeps?.chapters);
    });
    const manuscripts = composed.map(({ manuscript }) => manuscript);
    const filled = [
      ...composed.flatMap(({ findings }) => findings),
      ...unshown(options.templatesDir, edition, new Set(byId.keys()), manuscripts),
    ];
    const narrated = {
      manuscripts,
      // The preview shows the text first, and looks the templates over then.
      findings: keeps ? filled : templateFindings(options, edition, filled),
      claims: composed.flatMap(({ claims }) => claims),
    };
    workspace.write('narrate', narrated);
    return {
      ...narrated,
      chapters: composed.map(({ chapters }) => chapters),
      marked: composed.map(({ marked }) => marked),
    };
  };
  return timed(log, 'narrate', work, ({ manuscripts, findings }) => ({
    manuscripts: manuscripts.length,
    facts: Math.max(0, ...manuscripts.map(({ cited }) => cited.facts.length)),
    errors: errorsIn(findings).length,
  }));
}
