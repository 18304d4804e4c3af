import type { Basis, CityMonth, Method, Published } from '../../types.ts';
import { COVERAGE_FLOOR } from '../cohort.ts';
import { type CityValues, getOrMake } from '../values.ts';
import { daysOfMonth, isYear, monthsOf } from './period.ts';

/** A city's value of a year, a month or a span. `days`: the days it rests on; null where the archive does not tell. */
export type PlaceValue = Readonly<{
  code: string;
  value: number;
  days: number | null;
  basis: Basis;
  method: Method;
  source: string;
}>;

/** What a city has, of one statistic and period; null where it has nothing. */
type Reading = (code: string) => PlaceValue | null;

const nothing: Reading = () => null;

/** Percentiles of a span cannot be had from those of its months. */
const OF_ONE_MONTH = /^p\d\d-/;
const DAY_SHARE = /-day-share$/;

/** Values of cities for any period that is a year or made of whole months. */
export class PlaceValues {
  readonly #years: CityValues;
  /** Cities by subject, statistic and month. */
  readonly #months: ReadonlyMap<string, ReadonlyMap<string, CityMonth>>;
  /** Hundreds of cities are asked for one statistic and period: what they all share is looked up once. */
  readonly #readings = new Map<string, Reading>();
  readonly #profiles = new Map<string, readonly number[]>();

  constructor(years: CityValues, months: readonly CityMonth[]) {
    this.#years = years;
    const cities = new Map<string, Map<string, CityMonth>>();
    for (const row of months) getOrMake(cities, nameOf(row.subject, row.statistic, row.month)).set(row.code, row);
    this.#months = cities;
  }

  /**
   * A year's value as stored. Of months: means weighted by valid days (by the days of the calendar where an archive of
   * months gives none), counts of days added, shares from the days added, percentiles of a single month only.
   * @returns null when a month is missing: a span with a gap is another span
   */
  of(code: string, subject: string, statistic: string, period: string): PlaceValue | null {
    return this.#reading(subject, statistic, period)(code);
  }

  /** The values of those of the cities that have one. */
  ofAll(codes: readonly string[], subject: string, statistic: string, period: string): readonly PlaceValue[] {
    const read = this.#reading(subject, statistic, period);
    return codes.map(read).filter((value) => value !== null);
  }

  /** The means over cities month by month, of the months in which nine in ten of them have a value. */
  profile(codes: readonly string[], subject: string, statistic: string, year: number): readonly number[] {
    const name = [codes.length, codes[0], codes.at(-1), subject, statistic, year].join();
    const known = this.#profiles.get(name) ?? this.#profile(codes, subject, statistic, year);
    this.#profiles.set(name, known);
    return known;
  }

  #profile(codes: readonly string[], subject: string, statistic: string, year: number): readonly number[] {
    return Array.from({ length: 12 }, (_, i) => `${year}-${String(i + 1).padStart(2, '0')}`).flatMap((month) => {
      const rows = this.ofAll(codes, subject, statistic, month);
      return rows.length >= codes.length * COVERAGE_FLOOR
        ? [rows.reduce((sum, { value }) => sum + value, 0) / rows.length]
        : [];
    });
  }

  #reading(subject: string, statistic: string, period: string): Reading {
    const name = nameOf(subject, statistic, period);
    const known = this.#readings.get(name) ?? this.#makeReading(subject, statistic, period);
    this.#readings.set(name, known);
    return known;
  }

  #makeReading(subject: string, statistic: string, period: string): Reading {
    if (statistic === 'exceedance-day-share' && subject === 'aqi') {
      const read = this.#reading(subject, 'good-day-share', period);
      return (code) => {
        const good = read(code);
        return good && { ...good, value: 100 - good.value };
      };
    }
    return isYear(period)
      ? this.#ofYear(subject, statistic, Number(period))
      : this.#ofMonths(subject, statistic, monthsOf(period));
  }

  #ofYear(subject: string, statistic: string, year: number): Reading {
    return (code) => {
      const row = this.#years.get(code, subject, statistic, year);
      if (!row || row.value === null) return null;
      return { code, value: row.value, days: row.validDays, basis: row.basis, method: row.method, source: row.source };
    };
  }

  #ofMonths(subject: string, statistic: string, months: readonly string[]): Reading {
    if (OF_ONE_MONTH.test(statistic) && months.length !== 1) return nothing;
    if (DAY_SHARE.test(statistic)) return this.#share(subject, statistic, months);
    const columns = months.map((month) => this.#months.get(nameOf(subject, statistic, month)) ?? new Map());
    return (code) => overMonths(code, statistic, columns);
  }

  #share(subject: string, statistic: string, months: readonly string[]): Reading {
    const daysOfClass = this.#ofMonths(subject, statistic.replace(DAY_SHARE, '-days'), months);
    const validDays = this.#ofMonths('aqi', 'valid-days', months);
    return (code) => {
      const days = daysOfClass(code);
      const valid = days && validDays(code);
      return valid && valid.value > 0 ? { ...days, value: (days.value / valid.value) * 100 } : null;
    };
  }
}

const nameOf = (subject: string, statistic: string, period: string): string => `${subject}.${statistic}.${period}`;

/** One city over several months: days added, means weighted by them; null when one of the months is missing. */
function overMonths(
  code: string,
  statistic: string,
  columns: readonly ReadonlyMap<string, CityMonth>[],
): PlaceValue | null {
  const isDays = statistic.endsWith('-days');
  let [sum, weights, allKnown, oneState] = [0, 0, true, true];
  let first: CityMonth | undefined;
  for (const column of columns) {
    const row = column.get(code);
    if (!row || row.value === null) return null;
    first ??= row;
    oneState &&= row.basis === first.basis;
    const weight = row.validDays ?? daysOfMonth(row.month);
    sum += isDays ? row.value : row.value * weight;
    weights += weight;
    allKnown &&= row.validDays !== null;
  }
  if (!first) return null;
  const { method, source } = first;
  return {
    code,
    value: isDays ? sum : sum / weights,
    basis: oneState ? first.basis : 'mixed-2018',
    method,
    source,
    days: allKnown ? weights : null,
  };
}

/**
 * The monthly rows that some published figure may need: of its statistic, and of the counts of days it follows from; of years
 * too, since the months say how much missing days can matter.
 */
export function monthsToRead(rows: readonly CityMonth[], published: readonly Published[]): readonly CityMonth[] {
  const wanted = new Set(['aqi.valid-days']);
  for (const { period, subject, statistic } of published) {
    if (!isYear(period) && monthsOf(period).length === 0) continue;
    const level = statistic.replace(/-change$/, '').replace('annual-mean', 'mean');
    for (const one of [level, `${level}-dust-excluded`, level.replace(DAY_SHARE, '-days')])
      wanted.add(`${subject}.${one}`);
    if (statistic === 'exceedance-day-share') wanted.add('aqi.good-days');
  }
  return rows.filter(({ subject, statistic }) => wanted.has(`${subject}.${statistic}`));
}
