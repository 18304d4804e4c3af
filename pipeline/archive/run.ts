import path from 'node:path';
import { readCities } from '../ingest/cities.ts';
import { type Logger, silent } from '../log.ts';
import type { SiteRule } from '../standards/valid-sites.ts';
import type { CityYear, Finding } from '../types.ts';
import type { ReadContext } from './adapter.ts';
import { type AirTables, readTables, writeTables } from './air-tables.ts';
import { readBreakpoints } from './breakpoints.ts';
import { compileArchive, type Progress } from './compile.ts';
import { groupByForm, readWhole } from './files.ts';
import { sourceOf } from './finding.ts';
import { mergeMonths, mergeYears } from './merge.ts';
import { partsOf } from './month-line.ts';
import { readFirstCities, reportsFrom } from './network.ts';
import { type ControlRule, readStations } from './stations.ts';

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

export type ArchiveEffects = Readonly<{ log: Logger; progress: Progress; write: typeof writeTables }>;

/**
 * Raw archives to data/air: recognise, read, form statistics, merge with what other archives gave before, write.
 *
 * Rows of the archives given, in the years given, are replaced; rows of other archives and years are kept and compete again.
 * Because merging takes the best of each key (merge.ts), archives may be given all at once or one after another, in any
 * order, with the same bytes as result. Only when an archive itself has changed for the worse must the others be given again
 * too: a row that once lost is not kept.
 *
 * @returns the tables; nothing is written, and `written` is false, when a finding is an error
 */
export async function runArchives(
  { paths, years, dataDir, control = 'flagged', sites = 'any', cacheDir = null }: ArchiveOptions,
  effects: Partial<ArchiveEffects> = {},
): Promise<AirTables & Readonly<{ written: boolean }>> {
  const { log = silent, progress = () => {}, write = writeTables } = effects;
  const airDir = path.join(dataDir, 'air');
  const { index, findings: cityFindings } = readCities(dataDir);
  const context: ReadContext = {
    resolve: (name) => index.resolve(name),
    reports: reportsFrom(readFirstCities(dataDir)),
    stations: readStations(dataDir),
    years: years ?? EVERY_YEAR,
    bytes: readWhole,
    hourly: { breakpoints: readBreakpoints(dataDir), control, sites, cacheDir },
  };
  const { groups, skipped } = await groupByForm(paths);
  const made: AirTables[] = [{ years: [], months: [], findings: skipped }];
  for (const [adapter, files] of groups) {
    const started = performance.now();
    const tables = await compileArchive(adapter, files, context, progress);
    made.push(tables);
    const ms = Math.round(performance.now() - started);
    log.info({ archive: adapter.id, files: files.length, rows: tables.years.length, ms }, 'archive read');
  }
  const sources = new Set([...groups.keys()].map(({ source }) => source));
  const before = readTables(airDir);
  const methods = new Set([...groups.keys()].map(({ id }) => id));
  const replaced = years ?? spanOf(made.flatMap((each) => each.years));
  const inYears = (year: number) => year >= replaced.from && year <= replaced.to;
  const keptYears = before.years.filter((row) => !(methods.has(row.method) && inYears(row.year)));
  const keptMonths = before.months.filter((line) => {
    const { method, year } = partsOf(line);
    return !(methods.has(method) && inYears(year));
  });
  const tables: AirTables = {
    years: mergeYears([...keptYears, ...made.flatMap((each) => each.years)]),
    months: mergeMonths([...keptMonths, ...made.flatMap((each) => each.months)]),
    findings: [
      ...before.findings.filter(
        (finding) => !(sources.has(sourceOf(finding)) && inYears(yearOf(finding) ?? replaced.from)),
      ),
      ...made.flatMap((each) => each.findings),
    ].sort(byPlace),
  };
  const errors = [...cityFindings, ...made.flatMap((each) => each.findings)].filter((f) => f.severity === 'error');
  if (errors.length > 0) return { ...tables, findings: errors, written: false };
  write(airDir, tables);
  return { ...tables, written: true };
}

/** The first full year of the network's release; December 2013 is too little for a year. */
const EVERY_YEAR = { from: 2014, to: 2099 };

/** First and last year of the rows. */
function spanOf(rows: readonly CityYear[]): { from: number; to: number } {
  const years = rows.map((row) => row.year).sort();
  return { from: years[0] ?? 0, to: years.at(-1) ?? 0 };
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
