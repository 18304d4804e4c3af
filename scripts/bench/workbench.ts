import { cpSync, linkSync, mkdirSync, readdirSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { SyntheticArchive } from './synthetic/archive.ts';

/** The tables that the archive step leaves. */
const TABLES = ['city-year.csv', 'city-month.csv', 'archive-findings.csv'];

/** A folder in which the runs take place, so that the files in the cache stay as they were made. */
export class Workbench {
  readonly dir: string;
  readonly #archive: SyntheticArchive;

  constructor(dir: string, archive: SyntheticArchive) {
    this.dir = dir;
    this.#archive = archive;
    rmSync(dir, { recursive: true, force: true });
    mkdirSync(dir, { recursive: true });
  }

  /** A data folder without results. */
  freshData(name: string): string {
    const dir = path.join(this.dir, name);
    rmSync(dir, { recursive: true, force: true });
    cpSync(this.#archive.dataDir, dir, { recursive: true });
    return dir;
  }

  /** An empty place for what a run keeps for the next. */
  freshCache(name: string): string {
    const dir = path.join(this.dir, name);
    rmSync(dir, { recursive: true, force: true });
    return dir;
  }

  /** A folder without files, to see what a run takes besides reading. */
  emptyFolder(): string {
    const dir = path.join(this.dir, 'empty');
    mkdirSync(dir, { recursive: true });
    return dir;
  }

  /** A folder with the files of the first year, as links. */
  files(): string {
    const dir = path.join(this.dir, 'files');
    mkdirSync(dir);
    const from = this.#archive.years[0]?.dir ?? '';
    for (const name of readdirSync(from)) linkSync(path.join(from, name), path.join(dir, name));
    return dir;
  }
}

/** The bytes of the tables in a data folder, as one text. */
export function tablesOf(dataDir: string): string {
  return TABLES.map((name) => readFileSync(path.join(dataDir, 'air', name), 'utf8')).join('\n');
}

/**
 * Changes a whole day's file, as a correction of the network would: PM2.5 of two hours, of which the first belongs to the day
 * before. The file is written anew, since the one in the cache must not change.
 *
 * @param turn which of the files: each has another
 */
export function changeOneDay(dir: string, turn: number): void {
  const whole = readdirSync(dir)
    .map((name) => path.join(dir, name))
    .filter((file) => readFileSync(file, 'latin1').split('\r\n').length === 24 * 15 + 1);
  const file = whole[Math.floor((whole.length * (turn + 1)) / 5) % whole.length];
  if (file === undefined) throw new Error(`no whole file in ${dir}`);
  const changed = readFileSync(file, 'latin1').replace(
    /(?<=\r\n\d{8},(?:0|12),PM2\.5),([^\r]*)/g,
    (_, values: string) => `,${values.replaceAll(/\d+/g, (value) => String(Number(value) + 7))}`,
  );
  unlinkSync(file);
  writeFileSync(file, changed, 'latin1');
}
