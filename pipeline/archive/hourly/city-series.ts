import { aqiClass } from '../../standards/aqi.ts';
import type { SiteRule } from '../../standards/valid-sites.ts';
import type { Breakpoint } from '../../types.ts';
import type { StoredSeries } from '../adapter.ts';
import { indexer } from './index-series.ts';
import type { Members } from './members.ts';
import { DAY_SERIES } from './station-day.ts';
import { emptying } from './valid-days.ts';
import { AQI, PRIMARY, SLOTS, type YearStore } from './year-store.ts';

export type CitiesOfYear = Readonly<{
  year: number;
  store: YearStore;
  members: Members;
  rule: SiteRule;
  breakpoints: readonly Breakpoint[];
  /** The cities that have a site in the files, be it one that makes no value. */
  expected: ReadonlySet<string>;
}>;

/** Rows of cities (by their place) as bits, and slots: of a year, what became different. */
export type Part = Readonly<{ rows: ReadonlyMap<number, number>; slots: ReadonlySet<number> }>;

const ALL_SLOTS: ReadonlySet<number> = new Set(Array.from({ length: SLOTS }, (_, slot) => slot));
const ALL_ROWS = (1 << DAY_SERIES.length) - 1;
const ROWS = [...DAY_SERIES.keys(), AQI, PRIMARY];

/**
 * The series of a year of cities with their AQI, class and primary pollutants. A city's value is the mean of its valid sites
 * (HJ 663-2013), where there are as many as the rule asks for.
 */
export class CitySeries {
  /** The cities that have a site in the files, and those that have a value, in order. */
  readonly codes: readonly string[];
  readonly #of: CitiesOfYear;
  readonly #places: ReadonlyMap<string, number>;
  readonly #empty: ReturnType<typeof emptying> | null;

  constructor(of: CitiesOfYear) {
    this.#of = of;
    this.#places = new Map(of.members.codes.map((code, city) => [code, city]));
    const valued = [...this.#places].filter(([, city]) =>
      hasValue(DAY_SERIES.map((_, row) => of.store.slots(city, row))),
    );
    this.codes = [...new Set([...of.expected, ...valued.map(([code]) => code)])].sort();
    this.#empty = of.rule === 'any' ? null : emptying(of.store, of.members, of.rule);
  }

  /** What became different since the days were kept; null where that is more than values. */
  changed(): Part | null {
    const { rule, store } = this.#of;
    return rule === 'any' && this.codes.join() === store.citiesBefore.join() ? store.changed : null;
  }

  /**
   * City after city; those that have sites in the files and no value get series without a value.
   *
   * @param part the series asked for, and the slots in which their index is worked out anew; null: all
   */
  *series(part: Part | null): Generator<StoredSeries> {
    const { year, breakpoints } = this.#of;
    const index = indexer(year, breakpoints);
    for (const code of this.codes) {
      const bits = part === null ? ALL_ROWS : (part.rows.get(this.#places.get(code) ?? -1) ?? 0);
      const rows = this.#rowsOf(code);
      const [aqi, primary] = [rows[AQI], rows[PRIMARY]];
      if (bits === 0 || !aqi || !primary) continue;
      const isNew = index({ from: rows, aqi, primary }, part?.slots ?? ALL_SLOTS);
      for (const [row, series] of DAY_SERIES.entries()) {
        if (bits & (1 << row)) yield { code, series, year, slots: rows[row] ?? aqi };
      }
      if (part !== null && !isNew) continue;
      yield { code, series: 'aqi', year, slots: aqi };
      const classes = aqi.map((value) => (Number.isNaN(value) ? value : aqiClass(value)));
      yield { code, series: 'class', year, slots: classes };
      yield { code, series: 'primary', year, slots: primary };
    }
  }

  /** Cities without any value. */
  empty(): string[] {
    return this.codes.filter((code) => !hasValue(this.#rowsOf(code)));
  }

  #rowsOf(code: string): Float64Array[] {
    const city = this.#places.get(code);
    if (city === undefined) return ROWS.map(() => new Float64Array(SLOTS).fill(Number.NaN));
    const rows = ROWS.map((row) => this.#of.store.slots(city, row));
    if (this.#empty === null) return rows;
    const copies = rows.map((slots) => slots.slice());
    this.#empty(code, city, copies);
    return copies;
  }
}

/** Whether any of the rows of DAY_SERIES has a value. */
function hasValue(rows: readonly Float64Array[]): boolean {
  return rows.slice(0, DAY_SERIES.length).some((slots) => slots.some((value) => !Number.isNaN(value)));
}
