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
 * Lines collected city by city, each city's as one text: a hundred thousand small strings would be a fifth of a run's time
 * for the collector of garbage.
 */
export class Blocks {
  readonly #texts = new Map<string, string>();
  #code: string | null = null;
  #lines: TableLine[] = [];
  count = 0;

  /** @param code the city, the line's first cell; lines of one city may come in parts */
  add(code: string, line: TableLine): void {
    if (code !== this.#code) this.#endCity();
    this.#code = code;
    this.#lines.push(line);
    this.count += 1;
  }

  #endCity(): void {
    if (this.#code === null || this.#lines.length === 0) return;
    const before = this.#texts.get(this.#code);
    const lines = before === undefined ? this.#lines : [...before.split('\n'), ...this.#lines];
    this.#texts.set(this.#code, lines.sort().join('\n'));
    this.#lines = [];
  }

  *[Symbol.iterator](): Generator<TableLine> {
    this.#endCity();
    for (const code of [...this.#texts.keys()].sort()) yield* (this.#texts.get(code) ?? '').split('\n');
  }
}

/**
 * Keeps sorted runs of lines until they are merged: short ones in memory, long ones in a temporary file, so that ten years of
 * hours take no more memory than one.
 */
export class Spool {
  #dir: string | null = null;
  #runs = 0;
  #inMemory = 0;

  keep(blocks: Blocks): Run {
    if (this.#inMemory + blocks.count <= IN_MEMORY) {
      this.#inMemory += blocks.count;
      return blocks;
    }
    this.#dir ??= mkdtempSync(path.join(tmpdir(), 'china-air-spool-'));
    this.#runs += 1;
    const file = path.join(this.#dir, String(this.#runs));
    writeLines(file, [blocks]);
    return { [Symbol.iterator]: () => linesOfFile(file) };
  }

  /** Removes what was written; the runs are gone with it. */
  close(): void {
    if (this.#dir !== null) rmSync(this.#dir, { recursive: true, force: true });
  }
}
