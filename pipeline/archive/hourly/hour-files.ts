import { statSync } from 'node:fs';
import { type FileFacts, FileReader } from './day-file.ts';
import { HourGrid } from './hour-grid.ts';
import type { Columns } from './layout.ts';
import type { KeptFile, YearStore } from './year-store.ts';

/** Files at hand at a time: a day's own, and those of its neighbours. */
const AT_HAND = 3;

/** The files of an archive by date. Each is read when its hours are asked for, and those of three days are kept at hand. */
export class HourFiles {
  readonly #paths: ReadonlyMap<string, string>;
  readonly #store: YearStore;
  readonly #reader: FileReader;
  readonly #isKnown: (name: string) => boolean;
  readonly #empty = new HourGrid();
  readonly #grids: { date: string; grid: HourGrid }[] = [];
  readonly #identities = new Map<string, string>();
  readonly #times = new Map<string, number>();
  readonly #facts = new Map<string, FileFacts>();

  constructor(
    paths: ReadonlyMap<string, string>,
    columns: Columns,
    store: YearStore,
    isKnown: (name: string) => boolean,
  ) {
    this.#paths = paths;
    this.#store = store;
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
    const kept = this.#store.file(date);
    const same = kept !== undefined && kept.size === size && kept.time === mtimeMs;
    this.#times.set(date, mtimeMs);
    return `${size}:${same ? kept.checksum : this.#reader.checksum(path)}`;
  }

  sizeOf(date: string): number {
    return Number(this.identity(date).split(':')[0]);
  }

  /** The hours of a date's file; an empty grid when there is none. */
  grid(date: string): HourGrid {
    return this.#scan(date) ?? this.#empty;
  }

  /** What is to be said of a date's file; null when there is no file. */
  facts(date: string): FileFacts | null {
    return this.#kept(date)?.facts ?? null;
  }

  /** What the next run needs to know of each file. */
  *kept(): Generator<[date: string, KeptFile]> {
    for (const date of this.#paths.keys()) {
      const file = this.#kept(date);
      if (file) yield [date, file];
    }
  }

  #kept(date: string): KeptFile | null {
    const identity = this.identity(date);
    if (identity === '') return null;
    const [size, checksum] = identity.split(':').map(Number);
    const before = this.#store.file(date);
    const same = before !== undefined && before.size === size && before.checksum === checksum;
    const facts = this.#facts.get(date) ?? (same ? before.facts : this.#scanned(date));
    const time = this.#times.get(date);
    if (facts === undefined || size === undefined || checksum === undefined || time === undefined) return null;
    return same && before.time === time ? before : { size, time, checksum, facts };
  }

  #scanned(date: string): FileFacts | undefined {
    this.#scan(date);
    return this.#facts.get(date);
  }

  #scan(date: string): HourGrid | null {
    const path = this.#paths.get(date);
    if (path === undefined) return null;
    const held = this.#grids.find((each) => each.date === date);
    if (held) return held.grid;
    const grid = this.#grids.length < AT_HAND ? new HourGrid() : this.#oldest(date);
    const facts = this.#reader.scan(path, date, grid, this.#isKnown);
    this.#facts.set(date, facts);
    this.#grids.push({ date, grid });
    return grid;
  }

  /** Takes the grid whose date is farthest away, to be filled anew. */
  #oldest(date: string): HourGrid {
    const far = (other: string) => Math.abs(Date.parse(other) - Date.parse(date));
    this.#grids.sort((a, b) => far(b.date) - far(a.date));
    return this.#grids.shift()?.grid ?? new HourGrid();
  }
}
