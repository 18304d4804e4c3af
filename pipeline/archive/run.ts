import { statSync } from 'node:fs';
import { open, readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { ChinaAirError } from '../errors.ts';
import { readCities } from '../ingest/cities.ts';
import { type Logger, silent } from '../log.ts';
import type { Finding } from '../types.ts';
import type { Adapter, ReadContext } from './adapter.ts';
import { type AirTables, readTables, writeTables } from './air-tables.ts';
import { compileArchive, type Progress } from './compile.ts';
import { sourceOf } from './finding.ts';
import { mergeMonths, mergeYears } from './merge.ts';
import { readFirstCities, reportsFrom } from './network.ts';
import { recognise } from './recognise.ts';
import { readStations } from './stations.ts';

export type ArchiveOptions = Readonly<{
  /** Folders and files of raw archives. */
  paths: readonly string[];
  years: Readonly<{ from: number; to: number }>;
  dataDir: string;
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
  { paths, years, dataDir }: ArchiveOptions,
  effects: Partial<ArchiveEffects> = {},
): Promise<AirTables & Readonly<{ written: boolean }>> {
  const { log = silent, progress = () => {}, write = writeTables } = effects;
  const airDir = path.join(dataDir, 'air');
  const { index, findings: cityFindings } = readCities(dataDir);
  const context: ReadContext = {
    resolve: (name) => index.resolve(name),
    reports: reportsFrom(readFirstCities(dataDir)),
    stations: readStations(dataDir),
    years,
    bytes: async (file) => new Uint8Array(await readFile(file)),
  };
  const groups = await groupByForm(paths);
  const made: AirTables[] = [];
  for (const [adapter, files] of groups) {
    const started = performance.now();
    const tables = await compileArchive(adapter, files, context, progress);
    made.push(tables);
    const ms = Math.round(performance.now() - started);
    log.info({ archive: adapter.id, files: files.length, rows: tables.years.length, ms }, 'archive read');
  }
  const sources = new Set([...groups.keys()].map(({ source }) => source));
  const before = readTables(airDir);
  const inYears = (year: number) => year >= years.from && year <= years.to;
  const keptYears = before.years.filter((row) => !(sources.has(row.source) && inYears(row.year)));
  const keptMonths = before.months.filter(
    (row) => !(sources.has(row.source) && inYears(Number(row.month.slice(0, 4)))),
  );
  const tables: AirTables = {
    years: mergeYears([...keptYears, ...made.flatMap((each) => each.years)]),
    months: mergeMonths([...keptMonths, ...made.flatMap((each) => each.months)]),
    findings: [
      ...before.findings.filter((finding) => !sources.has(sourceOf(finding))),
      ...made.flatMap((each) => each.findings),
    ].sort(byPlace),
  };
  const errors = [...cityFindings, ...made.flatMap((each) => each.findings)].filter((f) => f.severity === 'error');
  if (errors.length > 0) return { ...tables, findings: errors, written: false };
  write(airDir, tables);
  return { ...tables, written: true };
}

function byPlace(a: Finding, b: Finding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return (a.row ?? 0) - (b.row ?? 0) || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : a.message < b.message ? -1 : 1);
}

/** The files under the paths by the adapter that reads them, files sorted. Errors: no-archive (exit 2), unknown-form (exit 1). */
async function groupByForm(paths: readonly string[]): Promise<Map<Adapter, string[]>> {
  const groups = new Map<Adapter, string[]>();
  for (const file of (await Promise.all(paths.map(filesUnder))).flat()) {
    const adapter = recognise({ path: file, head: await headOf(file) });
    groups.set(adapter, [...(groups.get(adapter) ?? []), file]);
  }
  return groups;
}

async function filesUnder(given: string): Promise<string[]> {
  const stat = statSync(given, { throwIfNoEntry: false });
  if (!stat) {
    throw new ChinaAirError({
      code: 'no-archive',
      exit: 2,
      message: `${given} is not there.`,
      remedy: 'Give folders or files of unpacked archives: npm run archive -- <folder or file> …',
    });
  }
  if (!stat.isDirectory()) return [given];
  const names = await readdir(given, { recursive: true });
  const files = names.filter((name) => !path.basename(name).startsWith('.')).map((name) => path.join(given, name));
  return files.filter((file) => statSync(file).isFile()).sort();
}

async function headOf(file: string): Promise<Uint8Array> {
  const handle = await open(file);
  try {
    const { buffer, bytesRead } = await handle.read(new Uint8Array(4096), 0, 4096, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await handle.close();
  }
}
