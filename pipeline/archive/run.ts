import { readFileSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import { errorsIn } from '../findings.ts';
import { CityIndex } from '../ingest/city-index.ts';
import type { SiteRule } from '../standards/valid-sites.ts';
import type { Finding } from '../types.ts';
import type { ReadContext } from './adapter.ts';
import { type AirOutput, type AirTables, readFindings, writeTables } from './air-tables.ts';
import { stampOf } from './checksum.ts';
import { compileArchive, type Progress } from './compile.ts';
import { type Groups, groupByForm, readWhole } from './files.ts';
import { cityHourly, stationHourly } from './hourly/adapter.ts';
import { type Inputs, inputsOf, type LastRun, onlyFilesChanged } from './last-run.ts';
import { mended, merged } from './output.ts';
import type { PublishedMeans } from './published-means.ts';
import { byPlace, replacedBy, spanOf, type Years } from './replaced.ts';
import type { ControlRule } from './rules.ts';
import { Spool } from './spool.ts';
import { Stations } from './stations.ts';
import { keptTables } from './tables-kept.ts';

export type ArchiveOptions = Readonly<{
  /** Folders and files of raw archives. */
  paths: readonly string[];
  /** Years whose rows are replaced; null: all that the archives hold. */
  years: Years | null;
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
  published: PublishedMeans;
  /** What the next run can go on from; see LastRun. */
  state: Pick<LastRun, 'forms' | 'made' | 'years'>;
}>;

export type ArchiveEffects = Readonly<{
  progress: Progress;
  write: typeof writeTables;
  /** What the run is made from, and the last run that was asked for the same. */
  inputs: Inputs;
  last: LastRun | null;
}>;

/**
 * Raw archives to data/air: recognise, read, form statistics, merge with what other archives gave before, write.
 *
 * Rows of the archives given, in the years given, are replaced; rows of other archives and years are kept and compete again.
 * Because merging takes the best of each key (merge.ts), archives may be given all at once or one after another, in any
 * order, with the same bytes as result. Only when an archive itself has changed for the worse must the others be given again
 * too: a row that once lost is not kept.
 *
 * Where nothing but files of hours has changed since the last run, only the rows of cities and months that are others now are
 * made and merged (mend.ts).
 *
 * @returns nothing is written, and `written` is false, when a finding is an error; `findings` are then the errors
 */
export async function runArchives(
  options: ArchiveOptions,
  effects: Partial<ArchiveEffects> = {},
): Promise<ArchiveResult> {
  const { paths, years, dataDir, control = 'flagged', sites = 'any', cacheDir = null } = options;
  const { progress = () => {}, write = writeTables, inputs = inputsOf(paths, dataDir), last = null } = effects;
  const airDir = path.join(dataDir, 'air');
  const tables = await keptTables(dataDir, cacheDir, stampOf(inputs.program, inputs.read));
  const before = last !== null && onlyFilesChanged(inputs, last.inputs) ? last : null;
  const { groups, skipped } = await groupByForm(paths, inputs.files, before ? formsOf(inputs, before) : new Map());
  const index = new CityIndex(tables.cities, new Map(tables.notAssessed));
  const hourly = { breakpoints: tables.breakpoints, places: placesIn(dataDir), control, sites, cacheDir };
  const context: ReadContext = {
    resolve: (name) => index.resolve(name),
    reports: isHourly(groups) ? () => true : (await import('./network.ts')).reportsIn(dataDir),
    stations: new Stations(tables.stations),
    years: years ?? EVERY_YEAR,
    bytes: readWhole,
    hourly,
  };
  const spool = new Spool();
  try {
    const compile = async (given: ReadContext) => {
      const made: AirTables[] = [];
      for (const [adapter, files] of groups) made.push(await compileArchive(adapter, files, given, spool, progress));
      return made;
    };
    const part = before && isHourly(groups) && groups.size === 1 ? await compile(withBefore(context, before)) : [];
    const mending = before !== null && part.some(({ parts, made }) => parts !== null && sameNames(made, before.made));
    const made = mending ? part : await compile(context);
    const findings = [...skipped, ...made.flatMap((each) => each.findings)];
    const state = {
      forms: Object.fromEntries([...groups].flatMap(([{ id }, files]) => files.map((file) => [file, id]))),
      made: Object.fromEntries(made.flatMap((each) => [...each.made])),
      years: mending ? before.years : (years ?? spanOf(made)),
    };
    const shared = { published: tables.published, state };
    const errors = errorsIn([...tables.findings, ...findings]);
    if (errors.length > 0) return { written: false, findings: errors, rows: { years: 0, months: 0 }, ...shared };
    const replaced = replacedBy(groups, state.years);
    const old = mending ? before.findings : readFindings(airDir);
    const output: AirOutput = {
      ...(mending ? mended(airDir, made, replaced, before.rows) : merged(airDir, made, replaced)),
      findings: [...old.filter((finding) => !replaced.finding(finding)), ...findings].sort(byPlace),
    };
    return { written: true, findings: output.findings, rows: write(airDir, output), ...shared };
  } finally {
    spool.close();
  }
}

/** The first full year of the network's release; December 2013 is too little for a year. */
const EVERY_YEAR = { from: 2014, to: 2099 };

const isHourly = (groups: Groups['groups']): boolean =>
  [...groups.keys()].every((adapter) => adapter === stationHourly || adapter === cityHourly);

const withBefore = (context: ReadContext, { made }: LastRun): ReadContext => ({
  ...context,
  hourly: { ...context.hourly, before: new Map(Object.entries(made)) },
});

const sameNames = (made: ReadonlyMap<string, string>, before: LastRun['made']): boolean =>
  [...made.keys()].sort().join() === Object.keys(before).sort().join();

/** The forms of the files that are as they were. */
function formsOf({ files }: Inputs, last: LastRun): Map<string, string> {
  const before = new Map(last.inputs.files.map((file) => [file.path, file]));
  const same = files.filter(({ path: file, size, time }) => {
    const then = before.get(file);
    return then?.size === size && then.time === time;
  });
  return new Map(same.flatMap(({ path: file }) => (last.forms[file] ? [[file, last.forms[file]]] : [])));
}

/** A checksum of the tables by which a name becomes a city. */
function placesIn(dataDir: string): string {
  const tables = ['cities.csv', 'city-not-assessed.csv'].map((file) => readFileSync(path.join(dataDir, file)));
  return tables.reduce((sum, table) => crc32(table, sum), 0).toString(16);
}
