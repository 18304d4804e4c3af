import { daysInMonth } from '../dates.ts';
import { isGoodDay, isHeavyDay } from '../standards/aqi.ts';
import { annualCapture } from '../standards/data-capture.ts';
import { percentile } from '../standards/percentile.ts';
import { type Capture, type CityYear, POLLUTANTS, type Statistic, type Subject } from '../types.ts';
import type { DailySeries, Slots, Span, StoredSeries } from './adapter.ts';

/** What days are summed up by; µg/m³, CO mg/m³, shares in %, unrounded. `subject` where it is not that of the series. */
export type Measure<S extends string = Statistic> = Readonly<{
  statistic: S;
  of: (values: readonly number[]) => number | null;
  subject?: Subject;
}>;

export const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
const count = (test: (value: number) => boolean) => (values: readonly number[]) => values.filter(test).length;

/** The six classes of the day, from the best (HJ 633-2012, table 2). */
const CLASSES = [
  'level-1-days',
  'level-2-days',
  'light-days',
  'moderate-days',
  'heavy-only-days',
  'severe-days',
] as const satisfies readonly Statistic[];

/** Days counted by their index, in a year or a month. */
export const DAY_COUNTS = [
  { statistic: 'good-days', of: count(isGoodDay) },
  { statistic: 'heavy-days', of: count(isHeavyDay) },
  { statistic: 'valid-days', of: (values) => values.length },
] as const satisfies readonly Measure[];

export const CLASS_COUNTS: readonly Measure[] = CLASSES.map((statistic, i) => ({
  statistic,
  of: count((each) => each === i + 1),
}));

/** Days counted by primary pollutant; a day with two counts for both. */
export const PRIMARY_COUNTS = POLLUTANTS.map((subject, bit) => ({
  statistic: 'primary-days' as const,
  subject,
  of: count((primary) => (primary & (1 << bit)) !== 0),
}));

const annualMean: Measure = { statistic: 'annual-mean', of: mean };
const p95: Measure = { statistic: 'p95-daily', of: (values) => percentile(values, 95) };
const p98: Measure = { statistic: 'p98-daily', of: (values) => percentile(values, 98) };

/** The statistics of HJ 663-2013, table 1 and annex A, for each series of daily values. */
const DAILY: Readonly<Record<DailySeries, readonly Measure[]>> = {
  pm25: [annualMean, p95],
  pm10: [annualMean, p95],
  so2: [annualMean, p98],
  no2: [annualMean, p98],
  co: [annualMean, p95],
  'o3-mda8': [{ statistic: 'p90-mda8', of: (values) => percentile(values, 90) }],
  'o3-max1h': [{ statistic: 'p90-max1h', of: (values) => percentile(values, 90) }],
  aqi: [
    ...DAY_COUNTS,
    { statistic: 'good-day-share', of: (v) => (v.length === 0 ? null : (100 * count(isGoodDay)(v)) / v.length) },
  ],
  class: CLASS_COUNTS,
  primary: PRIMARY_COUNTS,
  'pm25-dust-excluded': [
    { statistic: 'annual-mean-dust-excluded', of: mean },
    { statistic: 'p95-daily-dust-excluded', of: p95.of },
  ],
  'pm10-dust-excluded': [
    { statistic: 'annual-mean-dust-excluded', of: mean },
    { statistic: 'p95-daily-dust-excluded', of: p95.of },
  ],
};

/** The same year, summed up from days, months or given as such. `validDays` null: the archive gives no count. */
export type YearStatistic = Pick<
  CityYear,
  'code' | 'year' | 'subject' | 'statistic' | 'value' | 'validDays' | 'capture'
>;

const SUBJECTS: Readonly<Record<DailySeries, Subject>> = {
  ...{ pm25: 'pm25', pm10: 'pm10', so2: 'so2', no2: 'no2', co: 'co', aqi: 'aqi', class: 'aqi', primary: 'aqi' },
  ...{ 'o3-mda8': 'o3', 'o3-max1h': 'o3', 'pm25-dust-excluded': 'pm25', 'pm10-dust-excluded': 'pm10' },
};
/** What the year's lines of a daily series are, each `subject,statistic`. */
export const yearKinds = (series: DailySeries): string[] => kindsOf(series, DAILY[series]);
export const kindsOf = (series: DailySeries, measures: readonly Measure<string>[]): string[] =>
  measures.map(({ statistic, subject }) => `${subject ?? SUBJECTS[series]},${statistic}`);
export const subjectOf = (series: DailySeries): Subject => SUBJECTS[series];

/** A year's statistics of one series; a value is null where the capture is `insufficient`. */
export function yearStatistics(span: Span, { code, series, year, slots }: StoredSeries): YearStatistic[] {
  const row = (statistic: Statistic, value: number | null, validDays: number | null, capture: Capture) => ({
    ...{ code, year, subject: subjectOf(series), statistic, capture, validDays },
    value: capture === 'insufficient' ? null : value,
  });
  if (span === 'day') {
    const values = present(slots);
    const capture = annualCapture(year, daysPerMonth(slots));
    return DAILY[series].map(({ statistic, of, subject }) => ({
      ...row(statistic, of(values), values.length, capture),
      ...(subject ? { subject } : {}),
    }));
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
  const values: number[] = [];
  for (const value of slots) if (!Number.isNaN(value)) values.push(value);
  return values;
}

/** How many days of each month have a value, January first. */
export function daysPerMonth(slots: Slots): number[] {
  const days = new Array<number>(12).fill(0);
  for (let slot = 0; slot < slots.length; slot++) {
    if (Number.isNaN(slots[slot])) continue;
    const month = Math.floor(slot / 31);
    days[month] = (days[month] ?? 0) + 1;
  }
  return days;
}
