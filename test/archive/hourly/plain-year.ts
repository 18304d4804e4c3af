import { daysInMonth, daysInYear } from '../../../pipeline/dates.ts';
import { POLLUTANTS } from '../../../pipeline/types.ts';
import type { CityDays } from './plain.ts';

/** A statistic of a city in a year (YYYY) or month (YYYY-MM); null where there are too few days. */
export type PlainRow = Readonly<{ value: number | null; validDays: number }>;
/** By `code period subject statistic`. */
export type PlainRows = Map<string, PlainRow>;

type Of = (values: readonly number[]) => number;
const mean: Of = (values) => values.reduce((sum, value) => sum + value, 0) / values.length;
const days =
  (test: (value: number) => boolean): Of =>
  (values) =>
    values.filter(test).length;

/** HJ 663-2013, annex A, for p of 90, 95 or 98: the rank from 0 is p hundredths of n - 1. */
const percentile =
  (p: number): Of =>
  (values) => {
    const sorted = values.toSorted((a, b) => a - b);
    const rank = (p * (sorted.length - 1)) / 100;
    const [low = 0, high = low] = sorted.slice(Math.floor(rank));
    return low + (high - low) * (rank % 1);
  };

type Line = readonly [series: string, subject: string, statistic: string, of: Of];

const COUNTS: readonly Line[] = [
  ['aqi', 'aqi', 'good-days', days((aqi) => aqi <= 100)],
  ['aqi', 'aqi', 'heavy-days', days((aqi) => aqi > 200)],
  ['aqi', 'aqi', 'valid-days', days(() => true)],
  ['aqi', 'aqi', 'level-1-days', days((aqi) => aqi <= 50)],
  ['aqi', 'aqi', 'level-2-days', days((aqi) => aqi > 50 && aqi <= 100)],
  ['aqi', 'aqi', 'light-days', days((aqi) => aqi > 100 && aqi <= 150)],
  ['aqi', 'aqi', 'moderate-days', days((aqi) => aqi > 150 && aqi <= 200)],
  ['aqi', 'aqi', 'heavy-only-days', days((aqi) => aqi > 200 && aqi <= 300)],
  ['aqi', 'aqi', 'severe-days', days((aqi) => aqi > 300)],
  ...POLLUTANTS.map((each, i): Line => {
    return ['primary', each, 'primary-days', days((mask) => Math.floor(mask / 2 ** i) % 2 === 1)];
  }),
];

const YEAR: readonly Line[] = [
  ...['pm25', 'pm10', 'so2', 'no2', 'co'].map((each): Line => [each, each, 'annual-mean', mean]),
  ...['pm25', 'pm10', 'co'].map((each): Line => [each, each, 'p95-daily', percentile(95)]),
  ...['so2', 'no2'].map((each): Line => [each, each, 'p98-daily', percentile(98)]),
  ['o3-mda8', 'o3', 'p90-mda8', percentile(90)],
  ['o3-max1h', 'o3', 'p90-max1h', percentile(90)],
  ['aqi', 'aqi', 'good-day-share', (aqi) => (100 * aqi.filter((each) => each <= 100).length) / aqi.length],
  ...['pm25', 'pm10'].flatMap((each): Line[] => [
    [`${each}-dust-excluded`, each, 'annual-mean-dust-excluded', mean],
    [`${each}-dust-excluded`, each, 'p95-daily-dust-excluded', percentile(95)],
  ]),
  ...COUNTS,
];

const MONTH: readonly Line[] = [
  ...['pm25', 'pm10', 'so2', 'no2', 'co'].map((each): Line => [each, each, 'mean', mean]),
  ['co', 'co', 'p95-daily', percentile(95)],
  ['o3-mda8', 'o3', 'mean-mda8', mean],
  ['o3-mda8', 'o3', 'p90-mda8', percentile(90)],
  ...['pm25', 'pm10'].map((each): Line => [`${each}-dust-excluded`, each, 'mean-dust-excluded', mean]),
  ...COUNTS,
];

/** The years of the days; half a year's days are needed. */
export const plainYears = (cityDays: CityDays): PlainRows =>
  summedUp(cityDays, YEAR, 4, (year) => daysInYear(Number(year)) / 2);

/** Their months; half a month's days are needed. */
export const plainMonths = (cityDays: CityDays): PlainRows =>
  summedUp(cityDays, MONTH, 7, (month) => daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5))) / 2);

function summedUp(cityDays: CityDays, lines: readonly Line[], digits: number, least: (period: string) => number) {
  const values = new Map<string, number[]>();
  for (const [key, value] of [...cityDays].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [code, series, date = ''] = key.split(' ');
    const name = `${code} ${series} ${date.slice(0, digits)}`;
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  const rows: PlainRows = new Map();
  for (const [name, ofPeriod] of values) {
    const [code, series, period = ''] = name.split(' ');
    for (const [from, subject, statistic, of] of lines) {
      if (from !== series) continue;
      const value = ofPeriod.length >= least(period) ? of(ofPeriod) : null;
      rows.set(`${code} ${period} ${subject} ${statistic}`, { value, validDays: ofPeriod.length });
    }
  }
  return rows;
}
