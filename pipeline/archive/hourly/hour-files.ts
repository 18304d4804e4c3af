import { statSync } from 'node:fs';
import type { DayCache, KeptFile } from './day-cache.ts';
import { type FileFacts, FileReader } from './day-file.ts';
import { HourGrid } from './hour-grid.ts';
import type { Columns } from './layout.ts';

/** Files at hand at a time: a day's own, and those of its neighbours. */
const AT_HAND = 3;

/** The files of an archive by date. Each is read when its hours are asked for, and those of three days are kept at hand. */
export class HourFiles {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #cache: DayCache;
  readonly #reader: FileReader;
  readonly #isKnown: (name: string) => boolean;
  readonly #empty = new HourGrid(0);
  readonly #grids: { date: string; grid: HourGrid; facts: FileFacts }[] = [];
  readonly #columns: Columns;
  readonly #identities = new Map<string, string>();
  /** How many files were read in full: what a run has cost. */
  scanned = 0;

  constructor(
    paths: ReadonlyMap<string, string>,
    columns: Columns,
    cache: DayCache,
    isKnown: (name: string) => boolean,
  ) {
    this.#paths = paths;
    this.#columns = columns;
    this.#cache = cache;
    this.#reader = new FileReader(columns);
    this.#isKnown = isKnown;
  }

  /** What tells the file of a date from another; '' when there is none. Reads only what changed in size or time. */
  identity(date: string): string {
    const known = this.#identities.get(date) ?? this.#identify(date);
    this.#identities.set(date, known);
    return known;
  }

  #identify(date: string): string {
    const path = this.#paths.get(date);
    if (path === undefined) return '';
    const { size, mtimeMs } = statSync(path);
    const kept = this.#cache.file(date);
    const same = kept !== undefined && kept.size === size && kept.time === mtimeMs;
    return `${size}:${same ? kept.checksum : this.#reader.checksum(path)}`;
  }

  sizeOf(date: string): number {
    return Number(this.identity(date).split(':')[0]);
  }

  /** The hours of a date's file; an empty grid when there is none. */
  grid(date: string): HourGrid {
    return this.#scan(date)?.grid ?? this.#empty;
  }

  /** What is to be said of a date's file, and kept for the next run; null when there is no file. */
  facts(date: string): FileFacts | null {
    const path = this.#paths.get(date);
    if (path === undefined) return null;
    const { size, mtimeMs: time } = statSync(path);
    const kept = this.#cache.file(date);
    if (kept && kept.size === size && kept.time === time) {
      this.#cache.keepFile(date, kept);
      return kept.facts;
    }
    const checksum = Number(this.identity(date).split(':')[1]);
    const facts = kept && kept.size === size && kept.checksum === checksum ? kept.facts : this.#scan(date)?.facts;
    if (facts === undefined) return null;
    const file: KeptFile = { size, time, checksum, facts };
    this.#cache.keepFile(date, file);
    return facts;
  }

  #scan(date: string): { grid: HourGrid; facts: FileFacts } | null {
    const path = this.#paths.get(date);
    if (path === undefined) return null;
    const held = this.#grids.find((each) => each.date === date);
    if (held) return held;
    const grid = this.#grids.length < AT_HAND ? new HourGrid(this.#columns.size) : this.#oldest(date);
    this.scanned += 1;
    const facts = this.#reader.scan(path, date, grid, this.#isKnown);
    const entry = { date, grid, facts };
    this.#grids.push(entry);
    return entry;
  }

  /** Takes the grid whose date is farthest away, to be filled anew. */
  #oldest(date: string): HourGrid {
    const far = (other: string) => Math.abs(Date.parse(other) - Date.parse(date));
    this.#grids.sort((a, b) => far(b.date) - far(a.date));
    return this.#grids.shift()?.grid ?? new HourGrid(this.#columns.size);
  }
}
