import { deserialize, serialize } from 'node:v8';
import { stampOf } from '../checksum.ts';
import type { CityDay } from './city-day.ts';
import type { FileFacts } from './day-file.ts';
import { FaultLog } from './faults.ts';
import { DAY_SERIES } from './station-day.ts';
import { readStored, writeStored } from './stored-file.ts';

/** Slots of a year of days, 12 × 31. */
export const SLOTS = 372;
/** What is kept of a city: a row of slots for each of DAY_SERIES, and for its index (index-series.ts). */
export const [AQI, PRIMARY] = [DAY_SERIES.length, DAY_SERIES.length + 1];
const ROWS = DAY_SERIES.length + 2;

/** What is kept of a file: told by size and time, and by checksum where those changed. */
export type KeptFile = Readonly<{ size: number; time: number; checksum: number; facts: FileFacts }>;

/**
 * What is kept of a day besides its values: what it was made from, the dust events that run on (by column name), and where a
 * rule asks for them the numbers of valid sites (city-day.ts).
 */
export type KeptDay = Readonly<{
  from: string;
  dust: readonly (readonly [name: string, pm10: number, fineShare: number])[];
  sites: Pick<CityDay, 'cities' | 'counts' | 'validSites'> | null;
}>;

/** Lists that only grow: values stand at the places of their cities, and sites at those of their names. */
type Lists = Readonly<{ names: readonly string[]; codes: readonly string[] }>;
type FlatFile = Omit<KeptFile, 'facts'> & { facts: Omit<FileFacts, 'faults'> & { faults: unknown } };
type Head = Readonly<{
  rules: string;
  lists: Lists;
  files: ReadonlyMap<string, FlatFile>;
  days: ReadonlyMap<string, KeptDay>;
  cities: readonly string[];
}>;

/**
 * The year of every city, day by day: in memory while it is read, and in one file for the next run. A day is used again when
 * the files it is made from (its own and its neighbours'), the dust events that run into it, the rules and the program are
 * the same; so the result of a run never depends on what was kept.
 */
export class YearStore {
  /** Names and codes of an earlier run, which have their places. */
  readonly lists: Lists;
  /** The cities that the earlier run gave. */
  readonly citiesBefore: readonly string[];
  /** What days the earlier run had; '' when there was none. */
  readonly before: string;
  /** What became different from the earlier run: rows of cities (by their place) as bits, and slots. */
  readonly changed = { rows: new Map<number, number>(), slots: new Set<number>() };
  readonly #file: string | null;
  readonly #rules: string;
  readonly #files: ReadonlyMap<string, KeptFile>;
  readonly #days: Map<string, KeptDay>;
  #values: Float64Array | null = null;
  #spare: Float64Array | null;
  #isNew = false;

  /**
   * @param rules everything besides the files that decides a result; others, and nothing is used again
   * @param spare room of a store that is done with, so that ten years take no more memory than one
   */
  constructor(file: string | null, rules: string, spare: Float64Array | null = null) {
    this.#file = file;
    this.#spare = spare;
    this.#rules = rules;
    const stored = file === null ? null : readStored(file);
    const found = stored && (deserialize(stored) as Head);
    const head = found?.rules === rules ? found : null;
    this.lists = head?.lists ?? { names: [], codes: [] };
    this.citiesBefore = head?.cities ?? [];
    this.#days = new Map(head?.days);
    this.before = head ? this.#stamp() : '';
    const withFaults = ([date, { facts, ...rest }]: [string, FlatFile]): [string, KeptFile] => {
      const faults = new FaultLog(facts.faults as ReturnType<FaultLog['toJSON']>);
      return [date, { ...rest, facts: { ...facts, faults } }];
    };
    this.#files = new Map([...(head?.files ?? [])].map(withFaults));
  }

  file(date: string): KeptFile | undefined {
    return this.#files.get(date);
  }

  days(): ReadonlyMap<string, KeptDay> {
    return this.#days;
  }

  /** A city's slots of one row; NaN is missing. They are the store's own. */
  slots(city: number, row: number): Float64Array {
    const at = (city * ROWS + row) * SLOTS;
    return this.#room(city + 1).subarray(at, at + SLOTS);
  }

  keepDay(date: string, kept: KeptDay, { cities, sums, counts }: CityDay): void {
    this.#days.set(date, kept);
    this.#isNew = true;
    const values = this.#room(cities);
    const slot = slotOf(date);
    for (let row = 0; row < DAY_SERIES.length; row++) {
      for (let city = 0; city < cities; city++) {
        const at = (city * ROWS + row) * SLOTS + slot;
        const from = row * cities + city;
        const count = counts[from] as number;
        const value = count === 0 ? Number.NaN : (sums[from] as number) / count;
        if (Object.is(values[at], value)) continue;
        values[at] = value;
        if (this.before === '') continue;
        this.changed.rows.set(city, (this.changed.rows.get(city) ?? 0) | (1 << row));
        this.changed.slots.add(slot);
      }
    }
  }

  /** Forgets the days that are not among these: their files are gone. */
  onlyDays(dates: ReadonlySet<string>): void {
    const cities = this.lists.codes.length;
    const counts = new Uint8Array(DAY_SERIES.length * cities);
    for (const date of [...this.#days.keys()].filter((each) => !dates.has(each))) {
      const empty = { cities, sums: new Float64Array(0), counts, validSites: null };
      this.keepDay(date, { from: '', dust: [], sites: null }, empty);
      this.#days.delete(date);
    }
  }

  /** Writes what is new, beside and renamed. @returns what tells these days from others */
  save(files: ReadonlyMap<string, KeptFile>, lists: Lists, cities: readonly string[]): string {
    const same = files.size === this.#files.size && [...files].every(([date, file]) => this.#files.get(date) === file);
    if (this.#file !== null && (this.#isNew || !same)) {
      const flat = ([date, { facts, ...rest }]: [string, KeptFile]): [string, FlatFile] => [
        date,
        { ...rest, facts: { ...facts, faults: facts.faults.toJSON() } },
      ];
      const kept = new Map([...files].map(flat));
      const head: Head = { rules: this.#rules, lists, files: kept, days: this.#days, cities };
      const values = this.#room(lists.codes.length).subarray(0, lists.codes.length * ROWS * SLOTS);
      writeStored(this.#file, serialize(head), values);
    }
    return this.#stamp();
  }

  /** Gives its room away; the store is done with. */
  room(): Float64Array | null {
    return this.#values;
  }

  /** The values, read when they are first asked for, with room for so many cities. */
  #room(cities: number): Float64Array {
    const values = this.#values;
    if (values && values.length >= cities * ROWS * SLOTS) return values;
    const places = Math.max(cities, this.lists.codes.length) + 8;
    const isRoom = this.#spare !== null && this.#spare.length >= places * ROWS * SLOTS;
    const grown = (isRoom && this.#spare ? this.#spare : new Float64Array(places * ROWS * SLOTS)).fill(Number.NaN);
    this.#spare = null;
    if (values) grown.set(values);
    else if (this.#file !== null && this.before !== '') readStored(this.#file, grown);
    this.#values = grown;
    return grown;
  }

  #stamp(): string {
    const days = [...this.#days].sort(([a], [b]) => (a < b ? -1 : 1));
    return stampOf(this.#rules, ...days.map(([date, { from }]) => `${date} ${from}`));
  }
}

export function slotOf(date: string): number {
  return (Number(date.slice(5, 7)) - 1) * 31 + Number(date.slice(8)) - 1;
}
