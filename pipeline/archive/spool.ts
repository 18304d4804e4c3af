import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { linesOfFile, writeLines } from './line-file.ts';
import type { TableLine } from './table-line.ts';

/** Lines in the order of their keys. */
export type Run = Iterable<TableLine>;

/** So many lines stay in memory, a year of hours; runs beyond go to a file. */
const IN_MEMORY = 120_000;

/**
 * Keeps sorted runs of lines until they are merged: short ones in memory, long ones in a temporary file, so that ten years of
 * hours take no more memory than one.
 */
export class Spool {
  #dir: string | null = null;
  #runs = 0;
  #inMemory = 0;

  /** @param lines in any order; the array is the spool's from now on */
  keep(lines: TableLine[]): Run {
    lines.sort();
    if (this.#inMemory + lines.length <= IN_MEMORY) {
      this.#inMemory += lines.length;
      return lines;
    }
    this.#dir ??= mkdtempSync(path.join(tmpdir(), 'china-air-spool-'));
    this.#runs += 1;
    const file = path.join(this.#dir, String(this.#runs));
    writeLines(file, [lines]);
    return { [Symbol.iterator]: () => linesOfFile(file) };
  }

  /** Removes what was written; the runs are gone with it. */
  close(): void {
    if (this.#dir !== null) rmSync(this.#dir, { recursive: true, force: true });
  }
}
