import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { readCities } from '../ingest/cities.ts';
import { type Logger, silent } from '../log.ts';
import type { SiteRule } from '../standards/valid-sites.ts';
import type { Finding } from '../types.ts';
import type { ReadContext } from './adapter.ts';
import { type AirOutput, type AirTables, readFindings, tableLines, writeTables } from './air-tables.ts';
import { readBreakpoints } from './breakpoints.ts';
import { compileArchive, type Progress } from './compile.ts';
import { type Groups, groupByForm, readWhole } from './files.ts';
import { sourceOf } from './finding.ts';
import { mergeLines } from './merge.ts';
import { reportsIn } from './network.ts';
import { type Run, Spool } from './spool.ts';
import { type ControlRule, readStations } from './stations.ts';
import { type LineTable, MONTH_TABLE, type TableLine, YEAR_TABLE, yearOfLine } from './table-line.ts';

export type ArchiveOptions = Readonly<{
  /** Folders and files of raw archives. */
  paths: readonly string[];
  /** Years whose rows are replaced; null: all that the archives hold. */
  years: Readonly<{ from: number; to: number }> | null;
  dataDir: string;
  /** Which control sites are left out of hourly archives (stations.ts; default flagged). */
  control?: ControlRule;
  /** How many sites a city needs on a day (standards/valid-sites.ts; default any). */
  sites?: SiteRule;
  /** Where days of hourly archives are kept for the next run (default null: nowhere). */
  cacheDir?: string | null;
}>;

export type ArchiveResult = Readonly<{
  written: boolean;
  findings: readonly Finding[];
  /** Rows that the tables have now. */
  rows: Readonly<{ years: number; months: number }>;
}>;

export type ArchiveEffects = Readonly<{ log: Logger; progress: Progress; write: typeof writeTables }>;

/**
 * Raw archives to data/air: recognise, read, form statistics, merge with what other archives gave before, write.
 *
 * Rows of the archives given, in the years given, are replaced; rows of other archives and years are kept and compete again.
 * Because merging takes the best of each key (merge.ts), archives may be given all at once or one after another, in any
 * order, with the same bytes as result. Only when an archive itself has changed for the worse must the others be given again
 * too: a row that once lost is not kept.
 *
 * @returns nothing is written, and `written` is false, when a finding is an error; `findings` are then the errors
 */
export async function runArchives(
  { paths, years, dataDir, control = 'flagged', sites = 'any', cacheDir = null }: ArchiveOptions,
  effects: Partial<ArchiveEffects> = {},
): Promise<ArchiveResult> {
  const { log = silent, progress = () => {}, write = writeTables } = effects;
  const airDir = path.join(dataDir, 'air');
  const { index, findings: cityFindings } = readCities(dataDir);
  const context: ReadContext = {
    resolve: (name) => index.resolve(name),
    reports: reportsIn(dataDir),
    stations: readStations(dataDir),
    years: years ?? EVERY_YEAR,
    bytes: readWhole,
    hourly: { breakpoints: readBreakpoints(dataDir), places: placesIn(dataDir), control, sites, cacheDir },
  };
  const spool = new Spool();
  try {
    const { groups, skipped } = await groupByForm(paths);
    const made: AirTables[] = [{ years: [], months: [], findings: skipped }];
    for (const [adapter, files] of groups) {
      const started = performance.now();
      made.push(await compileArchive(adapter, files, context, spool, progress));
      const ms = Math.round(performance.now() - started);
      log.info({ archive: adapter.id, files: files.length, ms }, 'archive read');
    }
    const findings = made.flatMap((each) => each.findings);
    const errors = [...cityFindings, ...findings].filter(({ severity }) => severity === 'error');
    if (errors.length > 0) return { written: false, findings: errors, rows: { years: 0, months: 0 } };
    const replaced = replacedBy(groups, years, made);
    const merged = (table: LineTable, runs: readonly Run[]) =>
      mergeLines(table, [kept(airDir, table, replaced), ...runs]);
    const output: AirOutput = {
      years: merged(
        YEAR_TABLE,
        made.flatMap((each) => each.years),
      ),
      months: merged(
        MONTH_TABLE,
        made.flatMap((each) => each.months),
      ),
      findings: [...readFindings(airDir).filter((finding) => !replaced.finding(finding)), ...findings].sort(byPlace),
    };
    return { written: true, findings: output.findings, rows: write(airDir, output) };
  } finally {
    spool.close();
  }
}

/** A checksum of the tables by which a name becomes a city. */
function placesIn(dataDir: string): string {
  const tables = ['cities.csv', 'city-not-assessed.csv'].map((file) => readFileSync(path.join(dataDir, file)));
  return tables.reduce((sum, table) => crc32(table, sum), 0).toString(16);
}

/** Which rows and findings a run takes the place of: those of its archives, in its years. */
type Replaced = Readonly<{
  line: (line: TableLine) => boolean;
  finding: (finding: Finding) => boolean;
}>;

function replacedBy(groups: Groups['groups'], asked: ArchiveOptions['years'], made: readonly AirTables[]): Replaced {
  // Method and source are a line's last cells.
  const ends = [...groups.keys()].map(({ id, source }) => `,${id},${source}`);
  const sources = new Set([...groups.keys()].map(({ source }) => source));
  const { from, to } = asked ?? spanOf(made);
  const inYears = (year: number) => year >= from && year <= to;
  return {
    line: (line) => ends.some((end) => line.endsWith(end)) && inYears(yearOfLine(line)),
    finding: (finding) => {
      const year = yearOf(finding);
      return sources.has(sourceOf(finding)) && (year === null || inYears(year));
    },
  };
}

function* kept(dir: string, table: LineTable, replaced: Replaced): Generator<TableLine> {
  for (const line of tableLines(dir, table)) if (!replaced.line(line)) yield line;
}

/** The first full year of the network's release; December 2013 is too little for a year. */
const EVERY_YEAR = { from: 2014, to: 2099 };

/** First and last year that the archives gave. */
function spanOf(made: readonly AirTables[]): { from: number; to: number } {
  let span = { from: 9999, to: 0 };
  for (const run of made.flatMap((each) => each.years)) {
    for (const line of run) {
      const year = yearOfLine(line);
      span = { from: Math.min(span.from, year), to: Math.max(span.to, year) };
    }
  }
  return span;
}

/** The year a finding is about, where its file tells: hourly archives have a file a day. */
function yearOf({ file }: Finding): number | null {
  const [, year] = /\/.*?(20\d\d)/.exec(file) ?? [];
  return year ? Number(year) : null;
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.row ?? 0) - (b.row ?? 0) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.message < b.message ? -1 : 1);
}
