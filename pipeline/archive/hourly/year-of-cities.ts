import { type SiteRule, sitesRequired } from '../../standards/valid-sites.ts';
import type { Breakpoint } from '../../types.ts';
import type { DailySeries, StoredSeries } from '../adapter.ts';
import type { CityDay, Membership } from './city-day.ts';
import { indexSeries } from './index-series.ts';
import { DAY_SERIES } from './station-day.ts';

/** Slots of a year of days, 12 × 31. */
export const SLOTS = 372;

type DayOfMonth = Readonly<{ date: string; day: CityDay; membership: Membership }>;

/**
 * The year of every city, filled day by day. A city's value is the mean of its valid sites (HJ 663-2013), where there are as
 * many as the rule asks for: a rule that counts the sites of a month waits for the month's end.
 */
export class YearOfCities {
  readonly #rule: SiteRule;
  readonly #cities = new Map<string, Float64Array[]>();
  #month: DayOfMonth[] = [];

  constructor(rule: SiteRule) {
    this.#rule = rule;
  }

  /** Days must come in their order. */
  add(day: DayOfMonth): void {
    const before = this.#month[0]?.date.slice(0, 7);
    if (before !== undefined && before !== day.date.slice(0, 7)) this.#endMonth();
    this.#month.push(day);
    if (this.#rule === 'any') this.#endMonth();
  }

  /**
   * The series of each city, city after city, with its AQI, class and primary pollutants.
   *
   * @param expected cities that have a site in the files; those without any value get series without a value
   * @param only the cities asked for; null: all
   */
  *series(
    year: number,
    expected: Iterable<string>,
    breakpoints: readonly Breakpoint[],
    only: ReadonlySet<string> | null,
  ): Generator<StoredSeries> {
    this.#endMonth();
    for (const code of expected) this.#slotsOf(code);
    const index = indexSeries(year, breakpoints);
    for (const code of [...this.#cities.keys()].sort()) {
      if (only !== null && !only.has(code)) continue;
      const own = new Map<DailySeries, Float64Array>(
        this.#slotsOf(code).map((slots, i) => [DAY_SERIES[i] ?? 'aqi', slots]),
      );
      for (const [series, slots] of [...own, ...index(own)]) yield { code, series, year, slots };
    }
  }

  /** Cities without any value. */
  empty(): string[] {
    const isEmpty = (slots: Float64Array) => slots.every((value) => Number.isNaN(value));
    return [...this.#cities].flatMap(([code, series]) => (series.every(isEmpty) ? [code] : [])).sort();
  }

  #endMonth(): void {
    const required = this.#rule === 'any' ? () => 1 : requiredIn(this.#month, this.#rule);
    for (const { date, day, membership } of this.#month) {
      const slot = (Number(date.slice(5, 7)) - 1) * 31 + Number(date.slice(8)) - 1;
      for (let city = 0; city < day.cities; city++) {
        const code = membership.codes[city] ?? '';
        const slots = this.#slotsOf(code);
        for (let series = 0; series < DAY_SERIES.length; series++) {
          const at = series * day.cities + city;
          const count = day.counts[at] as number;
          const row = slots[series];
          if (row === undefined || count === 0 || count < required(code, series)) continue;
          row[slot] = (day.sums[at] as number) / count;
        }
      }
    }
    this.#month = [];
  }

  #slotsOf(code: string): Float64Array[] {
    const known = this.#cities.get(code) ?? DAY_SERIES.map(() => new Float64Array(SLOTS).fill(Number.NaN));
    this.#cities.set(code, known);
    return known;
  }
}

/** How many sites of a city a series needs on a day: its sites are those that had any valid day of it in the month. */
function requiredIn(days: readonly DayOfMonth[], rule: SiteRule): (code: string, series: number) => number {
  const sites = new Map<string, Set<number>>();
  for (const { day, membership } of days) {
    day.validSites?.forEach((bits, place) => {
      const code = membership.codes[membership.cityOf[place] ?? -1];
      if (code === undefined || bits === 0) return;
      for (let series = 0; series < DAY_SERIES.length; series++) {
        if ((bits & (1 << series)) === 0) continue;
        const key = `${code} ${series}`;
        const known = sites.get(key) ?? new Set();
        sites.set(key, known.add(place));
      }
    });
  }
  return (code, series) => sitesRequired(sites.get(`${code} ${series}`)?.size ?? 0, rule);
}
