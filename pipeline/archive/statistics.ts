import { daysInMonth } from '../dates.ts';
import { isGoodDay, isHeavyDay } from '../standards/aqi.ts';
import { annualCapture } from '../standards/data-capture.ts';
import { percentile } from '../standards/percentile.ts';
import type { Capture, CityYear, Statistic, Subject } from '../types.ts';
import type { Series, Span } from './adapter.ts';
import type { Slots, StoredSeries } from './store.ts';

/** What a year of a series is summed up by; µg/m³, CO mg/m³, shares in %, unrounded. */
type Measure = Readonly<{ statistic: Statistic; of: (values: readonly number[]) => number | null }>;

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const count = (test: (value: number) => boolean) => (values: readonly number[]) => values.filter(test).length;

const annualMean: Measure = { statistic: 'annual-mean', of: mean };
const p95: Measure = { statistic: 'p95-daily', of: (values) => percentile(values, 95) };
const p98: Measure = { statistic: 'p98-daily', of: (values) => percentile(values, 98) };

/** The statistics of HJ 663-2013, table 1 and annex A, for each series of daily values. */
const DAILY: Readonly<Record<Series, readonly Measure[]>> = {
  pm25: [annualMean, p95],
  pm10: [annualMean, p95],
  so2: [annualMean, p98],
  no2: [annualMean, p98],
  co: [annualMean, p95],
  'o3-mda8': [{ statistic: 'p90-mda8', of: (values) => percentile(values, 90) }],
  'o3-max1h': [{ statistic: 'p90-max1h', of: (values) => percentile(values, 90) }],
  aqi: [
    { statistic: 'good-days', of: count(isGoodDay) },
    { statistic: 'good-day-share', of: (v) => (v.length === 0 ? null : (100 * count(isGoodDay)(v)) / v.length) },
    { statistic: 'heavy-days', of: count(isHeavyDay) },
    { statistic: 'valid-days', of: (values) => values.length },
  ],
};

/** The same year, summed up from days, months or given as such. `validDays` null: the archive gives no count. */
export type YearStatistic = Pick<
  CityYear,
  'code' | 'year' | 'subject' | 'statistic' | 'value' | 'validDays' | 'capture'
>;

export function subjectOf(series: Series): Subject {
  return series === 'o3-mda8' || series === 'o3-max1h' ? 'o3' : series;
}

/** A year's statistics of one series; a value is null where the capture is `insufficient`. */
export function yearStatistics(span: Span, { code, series, year, slots }: StoredSeries): YearStatistic[] {
  const row = (statistic: Statistic, value: number | null, validDays: number | null, capture: Capture) => ({
    ...{ code, year, subject: subjectOf(series), statistic, capture, validDays },
    value: capture === 'insufficient' ? null : value,
  });
  if (span === 'day') {
    const values = present(slots);
    const capture = annualCapture(year, daysPerMonth(slots));
    return DAILY[series].map(({ statistic, of }) => row(statistic, of(values), values.length, capture));
  }
  // Percentiles and day counts cannot be had from means, nor a mean of ozone assessed.
  if (!DAILY[series].includes(annualMean)) return [];
  if (span === 'year') return [row('annual-mean', slots[0] ?? null, null, 'unknown')];
  const { value, months } = meanOfMonths(year, slots);
  const capture = months === 12 ? 'unknown' : months === 11 ? 'short' : 'insufficient';
  return [row('annual-mean', value, null, capture)];
}

/**
 * The annual mean from monthly means, each weighted with the days of its month, because the standard's annual mean is the
 * mean of the days (GB 3095-2012, 3.13). With 12 months the capture is `unknown`, since the days behind a month are not
 * given; with 11 `short`; with fewer a season weighs too little and the year is `insufficient`.
 */
export function meanOfMonths(year: number, slots: Slots): { value: number | null; months: number } {
  let sum = 0;
  let days = 0;
  let months = 0;
  slots.forEach((value, i) => {
    if (Number.isNaN(value)) return;
    const length = daysInMonth(year, i + 1);
    sum += value * length;
    days += length;
    months += 1;
  });
  return { value: days === 0 ? null : sum / days, months };
}

export function present(slots: Slots): number[] {
  return Array.from(slots.filter((value) => !Number.isNaN(value)));
}

/** How many days of each month have a value, January first. */
export function daysPerMonth(slots: Slots): number[] {
  return Array.from({ length: 12 }, (_, i) => present(slots.slice(i * 31, (i + 1) * 31)).length);
}
