import { mkdirSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { ChinaAirError } from '../errors.ts';
import type { Finding } from '../types.ts';
import { checksumOf, programChecksum, stampOf } from './checksum.ts';

/** Tables of the data folder that decide a result, or what is printed of it. */
const READ = [
  ...['datapackage.json', 'provinces.csv', 'cities.csv', 'city-not-assessed.csv', 'cohorts.csv', 'stations.csv'],
  ...['standards/aqi-breakpoints.csv', 'air/published.csv'],
];
/** The tables that a run leaves there. */
const WRITTEN = ['air/city-year.csv', 'air/city-month.csv', 'air/archive-findings.csv'];

/** A raw file, told by its size and time. */
export type RawFile = Readonly<{ path: string; size: number; time: number }>;

/** What a run is made from, and the tables it finds: raw files by size and time, all else by checksum. */
export type Inputs = Readonly<{ program: string; read: string; written: string; files: readonly RawFile[] }>;

/** What is kept of a run: its inputs, the tables it left among them, and what it told. */
export type LastRun = Readonly<{
  inputs: Inputs;
  /** The form of each raw file (Adapter's id) by path. */
  forms: Readonly<Record<string, string>>;
  /** What days were made, by archive and year. */
  made: Readonly<Record<string, string>>;
  /** The years whose rows were replaced. */
  years: Readonly<{ from: number; to: number }>;
  rows: Readonly<{ years: number; months: number }>;
  findings: readonly Finding[];
  summary: string;
}>;

/** Errors: no-archive (exit 2). */
export function inputsOf(paths: readonly string[], dataDir: string): Inputs {
  return { program: programChecksum(), read: sumOf(dataDir, READ), written: writtenIn(dataDir), files: filesIn(paths) };
}

/** A checksum of the tables as they are now. */
export const writtenIn = (dataDir: string): string => sumOf(dataDir, WRITTEN);

const sumOf = (dataDir: string, names: readonly string[]): string =>
  stampOf(...names.map((name) => checksumOf(path.join(dataDir, name))));

/** The last run that was asked for the same, where one was kept. */
export class KeptRun {
  readonly #file: string | null;

  /** @param asked everything that was asked for, data folder included */
  constructor(cacheDir: string | null, asked: unknown) {
    this.#file = cacheDir === null ? null : path.join(cacheDir, `run-${stampOf(JSON.stringify(asked))}.json`);
  }

  /** Null where there is none, or none that can be read: it is only a cache. */
  read(): LastRun | null {
    if (this.#file === null) return null;
    try {
      return JSON.parse(readFileSync(this.#file, 'utf8')) as LastRun;
    } catch {
      return null;
    }
  }

  keep(run: LastRun): void {
    if (this.#file === null) return;
    mkdirSync(path.dirname(this.#file), { recursive: true });
    const beside = `${this.#file}.${process.pid}.new`;
    writeFileSync(beside, JSON.stringify(run));
    renameSync(beside, this.#file);
  }
}

/** Whether a run would find all as the last one left it: then its result stands there already. */
export function isUnchanged(now: Inputs, { inputs: then }: LastRun): boolean {
  return onlyFilesChanged(now, then) && JSON.stringify(now.files) === JSON.stringify(then.files);
}

/** Whether at most raw files are others than those the tables were made from. */
export function onlyFilesChanged(now: Inputs, then: Inputs): boolean {
  return now.program === then.program && now.read === then.read && now.written === then.written;
}

/** Errors: no-archive (exit 2). */
export function filesIn(paths: readonly string[]): RawFile[] {
  const files = paths.flatMap((given) => {
    const stat = statSync(given, { throwIfNoEntry: false });
    if (!stat) {
      throw new ChinaAirError({
        code: 'no-archive',
        exit: 2,
        message: `${given} is not there.`,
        remedy: 'Give folders or files of unpacked archives: npm run archive -- <folder or file> …',
      });
    }
    return stat.isDirectory() ? filesUnder(given) : [given];
  });
  return [...new Set(files)].map((file) => {
    const { size, mtimeMs } = statSync(file);
    return { path: file, size, time: mtimeMs };
  });
}

function filesUnder(dir: string): string[] {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.'));
  return files.map((entry) => path.join(entry.parentPath, entry.name)).sort();
}
