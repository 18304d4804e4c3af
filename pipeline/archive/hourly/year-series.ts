import { daysInMonth } from '../../dates.ts';
import { aqiClass } from '../../standards/aqi.ts';
import { aqiTable, breakpointsOn } from '../../standards/aqi-table.ts';
import { type SiteRule, sitesRequired } from '../../standards/valid-sites.ts';
import type { Breakpoint } from '../../types.ts';
import type { DailySeries, StoredSeries } from '../adapter.ts';
import type { CityDay, Membership } from './city-day.ts';
import { DAY_SERIES } from './station-day.ts';

const SLOTS = 372;

/** A day of the year that has been read. */
export type DayOfYear = Readonly<{ date: string; day: CityDay; membership: Membership }>;

/**
 * The year of every city as series of days, its AQI and primary pollutants with them. A city's value is the mean of its valid
 * sites (HJ 663-2013), where there are as many as `rule` asks for.
 *
 * @param expected cities that have a site in the files; those without any value get series without a value
 */
export function yearSeries(
  year: number,
  days: readonly DayOfYear[],
  expected: Iterable<string>,
  breakpoints: readonly Breakpoint[],
  rule: SiteRule,
): StoredSeries[] {
  const byCity = new Map<string, Map<DailySeries, Float64Array>>();
  const slotsOf = (code: string, series: DailySeries): Float64Array => {
    const city = byCity.get(code) ?? new Map<DailySeries, Float64Array>();
    byCity.set(code, city);
    const slots = city.get(series) ?? new Float64Array(SLOTS).fill(Number.NaN);
    city.set(series, slots);
    return slots;
  };
  for (const code of expected) for (const series of DAY_SERIES) slotsOf(code, series);
  for (let month = 1; month <= 12; month++) {
    const ofMonth = days.filter(({ date }) => Number(date.slice(5, 7)) === month);
    const required = rule === 'any' ? () => 1 : requiredIn(ofMonth, rule);
    for (const { date, day, membership } of ofMonth) {
      const slot = (month - 1) * 31 + Number(date.slice(8)) - 1;
      membership.codes.slice(0, day.cities).forEach((code, city) => {
        for (let series = 0; series < DAY_SERIES.length; series++) {
          const i = series * day.cities + city;
          const count = day.counts[i] as number;
          if (count === 0 || count < required(code, series)) continue;
          slotsOf(code, DAY_SERIES[series] as DailySeries)[slot] = (day.sums[i] as number) / count;
        }
      });
    }
  }
  const indexOn = indexers(year, breakpoints);
  for (const city of byCity.values()) addIndex(city, indexOn);
  return [...byCity].flatMap(([code, series]) =>
    [...series].map(([name, slots]): StoredSeries => ({ code, series: name, year, slots })),
  );
}

/** How many sites of a city a series needs on a day: its sites are those that had any valid day of it in the month. */
function requiredIn(days: readonly DayOfYear[], rule: SiteRule): (code: string, series: number) => number {
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

/** Adds the official AQI of each day and its primary pollutants (HJ 633), by the breakpoints in force on the day. */
function addIndex(city: Map<DailySeries, Float64Array>, indexOn: readonly (Indexer | null)[]): void {
  const aqi = new Float64Array(SLOTS).fill(Number.NaN);
  const classes = new Float64Array(SLOTS).fill(Number.NaN);
  const primary = new Float64Array(SLOTS).fill(Number.NaN);
  const [pm25, pm10, so2, no2, co, o3, o3Max1h] = INDEXED.map((series) => city.get(series));
  const value = (slots: Float64Array | undefined, slot: number): number | null => {
    const found = slots?.[slot];
    return found === undefined || Number.isNaN(found) ? null : found;
  };
  indexOn.forEach((indexer, slot) => {
    const index = indexer?.({
      pm25: value(pm25, slot),
      pm10: value(pm10, slot),
      so2: value(so2, slot),
      no2: value(no2, slot),
      co: value(co, slot),
      o3: value(o3, slot),
      o3Max1h: value(o3Max1h, slot),
    });
    if (!index) return;
    aqi[slot] = index.aqi;
    classes[slot] = aqiClass(index.aqi);
    primary[slot] = index.primary;
  });
  city.set('aqi', aqi);
  city.set('class', classes);
  city.set('primary', primary);
}

const INDEXED = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3-mda8', 'o3-max1h'] as const;
type Indexer = ReturnType<typeof aqiTable>;

/** For each slot of the year the index of its day; null for slots that are no day. One table a version of the standard. */
function indexers(year: number, breakpoints: readonly Breakpoint[]): (Indexer | null)[] {
  const versions = new Map<string, Indexer>();
  return Array.from({ length: SLOTS }, (_, slot) => {
    const month = Math.floor(slot / 31) + 1;
    const day = (slot % 31) + 1;
    if (day > daysInMonth(year, month)) return null;
    const inForce = breakpointsOn(breakpoints, `${year}-${two(month)}-${two(day)}`);
    const standard = inForce[0]?.standard;
    if (standard === undefined) return null;
    const known = versions.get(standard) ?? aqiTable(inForce);
    versions.set(standard, known);
    return known;
  });
}

const two = (number: number): string => String(number).padStart(2, '0');
