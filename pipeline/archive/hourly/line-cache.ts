import { closeSync, existsSync, mkdirSync, openSync, readSync, renameSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';
import type { KeptLines, KeptYear } from '../adapter.ts';
import { linesOfFile, writeLines } from '../line-file.ts';
import type { Run } from '../spool.ts';

/** What lines were made from: for each month of a year and for the year, told by a checksum. */
export type Stamps = Readonly<{ year: string; months: readonly string[] }>;

/** What a year was made from, in the end: its files. With the same, the days need not even be looked at. */
export type Outcome = Readonly<{ stamps: Stamps; empty: readonly string[] }>;

export const stampOf = (...parts: readonly string[]): string => crc32(parts.join('\n')).toString(16);

/**
 * The lines of a year as an earlier run made them, a file for each month and one for the year, each with the stamp of what it
 * was made from as its first line.
 */
export class LineCache {
  readonly #stem: string | null;

  constructor(dir: string | null, name: string) {
    this.#stem = dir === null ? null : path.join(dir, name);
  }

  kept({ year, months }: Stamps): KeptYear {
    return {
      year: this.#part('year', year),
      months: months.map((stamp, i) => this.#part(String(i + 1).padStart(2, '0'), stamp)),
    };
  }

  /** What an earlier run made of files with this stamp; null when they were others. */
  outcome(files: string): Outcome | null {
    const [found] = [...(this.#part('outcome', files).run ?? [])];
    return found === undefined ? null : (JSON.parse(found) as Outcome);
  }

  keepOutcome(files: string, outcome: Outcome): void {
    this.#part('outcome', files).keep([JSON.stringify(outcome)]);
  }

  #part(part: string, stamp: string): KeptLines {
    if (this.#stem === null) return { run: null, keep: () => null };
    const file = `${this.#stem}-${part}.lines`;
    const run: Run = { [Symbol.iterator]: () => withoutFirst(file) };
    return {
      run: firstLine(file) === stamp ? run : null,
      keep: (lines: Run) => {
        mkdirSync(path.dirname(file), { recursive: true });
        writeLines(`${file}.${process.pid}.new`, [[stamp], lines]);
        renameSync(`${file}.${process.pid}.new`, file);
        return run;
      },
    };
  }
}

function* withoutFirst(file: string): Generator<string> {
  const lines = linesOfFile(file);
  lines.next();
  yield* lines;
}

function firstLine(file: string): string | null {
  if (!existsSync(file)) return null;
  const handle = openSync(file, 'r');
  try {
    const head = Buffer.alloc(64);
    const text = head.toString('latin1', 0, readSync(handle, head));
    return text.split('\n', 1)[0] ?? null;
  } finally {
    closeSync(handle);
  }
}
