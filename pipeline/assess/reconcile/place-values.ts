import type { Basis, CityMonth, Method, Published } from '../../types.ts';
import { COVERAGE_FLOOR } from '../cohort.ts';
import type { CityValues } from '../values.ts';
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

const key = (subject: string, statistic: string, month: string) => `${subject}.${statistic}.${month}`;

/** Percentiles of a span cannot be had from those of its months. */
const OF_ONE_MONTH = /^p\d\d-/;
const DAY_SHARE = /-day-share$/;

/** Values of cities for any period that is a year or made of whole months. */
export class PlaceValues {
  readonly #years: CityValues;
  /** Rows by city, under subject, statistic and month. */
  readonly #months = new Map<string, Map<string, CityMonth>>();
  readonly #profiles = new Map<string, readonly number[]>();

  constructor(years: CityValues, months: readonly CityMonth[]) {
    this.#years = years;
    for (const row of months) {
      const at = key(row.subject, row.statistic, row.month);
      const cities = this.#months.get(at);
      if (cities) cities.set(row.code, row);
      else this.#months.set(at, new Map([[row.code, row]]));
    }
  }

  /**
   * A year's value as stored. Of months: means weighted by valid days (by the days of the calendar where an archive of
   * months gives none), counts of days added, shares from the days added, percentiles of a single month only.
   * @returns null when a month is missing: a span with a gap is another span
   */
  of(code: string, subject: string, statistic: string, period: string): PlaceValue | null {
    if (statistic === 'exceedance-day-share' && subject === 'aqi') {
      const good = this.of(code, subject, 'good-day-share', period);
      return good && { ...good, value: 100 - good.value };
    }
    return isYear(period)
      ? this.#ofYear(code, subject, statistic, period)
      : this.#ofMonths(code, subject, statistic, monthsOf(period));
  }

  /** The values of those of the cities that have one. */
  ofAll(codes: readonly string[], subject: string, statistic: string, period: string): readonly PlaceValue[] {
    return codes.flatMap((code) => this.of(code, subject, statistic, period) ?? []);
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

  #ofYear(code: string, subject: string, statistic: string, year: string): PlaceValue | null {
    const row = this.#years.get(code, subject, statistic, Number(year));
    if (!row || row.value === null) return null;
    return { code, value: row.value, days: row.validDays, basis: row.basis, method: row.method, source: row.source };
  }

  #ofMonths(code: string, subject: string, statistic: string, months: readonly string[]): PlaceValue | null {
    if (OF_ONE_MONTH.test(statistic) && months.length !== 1) return null;
    if (DAY_SHARE.test(statistic)) return this.#share(code, subject, statistic, months);
    const rows = months.map((month) => this.#months.get(key(subject, statistic, month))?.get(code));
    const known = rows.flatMap((row) => (row && row.value !== null ? [{ ...row, value: row.value }] : []));
    const [first] = known;
    if (!first || known.length < months.length) return null;
    const weights = known.map((row) => row.validDays ?? daysOfMonth(row.month));
    const days = weights.reduce((sum, weight) => sum + weight, 0);
    const total = statistic.endsWith('-days')
      ? known.reduce((sum, { value }) => sum + value, 0)
      : known.reduce((sum, { value }, i) => sum + value * (weights[i] ?? 0), 0) / days;
    const { basis, method, source } = first;
    return {
      ...{ code, value: total, basis, method, source },
      days: known.every(({ validDays }) => validDays !== null) ? days : null,
    };
  }

  #share(code: string, subject: string, statistic: string, months: readonly string[]): PlaceValue | null {
    const days = this.#ofMonths(code, subject, statistic.replace(DAY_SHARE, '-days'), months);
    const valid = this.#ofMonths(code, 'aqi', 'valid-days', months);
    return days && valid && valid.value > 0 ? { ...days, value: (days.value / valid.value) * 100 } : null;
  }
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
