import { expect, test } from 'vitest';
import type { Series, StoredSeries } from '../../pipeline/archive/adapter.ts';
import { monthStatistics } from '../../pipeline/archive/months.ts';
import { meanOfMonths, yearStatistics } from '../../pipeline/archive/statistics.ts';
import { Store } from '../../pipeline/archive/store.ts';
import { daysInMonth, daysInYear } from '../../pipeline/dates.ts';

function datesOf(year: number): string[] {
  return Array.from({ length: 12 }, (_, m) => m + 1).flatMap((month) =>
    Array.from({ length: daysInMonth(year, month) }, (_, d) =>
      [year, String(month).padStart(2, '0'), String(d + 1).padStart(2, '0')].join('-'),
    ),
  );
}

function stored(series: Series, values: Iterable<readonly [string, number]>): StoredSeries {
  const store = new Store();
  for (const [date, value] of values) store.add({ code: '150200', date, values: { [series]: value } });
  const [only] = store.series();
  if (!only) throw new Error('nothing stored');
  return only;
}

const countedDays = (year: number) => datesOf(year).map((date, i) => [date, i + 1] as const);
const summary = (rows: ReturnType<typeof yearStatistics>) =>
  rows.map((r) => [r.statistic, r.value, r.validDays, r.capture]);

test('a whole year of days 1 to 365 has mean 183 and P95 346.8', () => {
  expect(summary(yearStatistics('day', stored('pm25', countedDays(2015))))).toEqual([
    ['annual-mean', 183, 365, 'valid'],
    ['p95-daily', expect.closeTo(346.8, 9), 365, 'valid'],
  ]);
});

test('a leap year has 366 days, 29 February among them', () => {
  const [row] = yearStatistics('day', stored('o3-mda8', countedDays(2016)));
  expect(row).toMatchObject({ subject: 'o3', statistic: 'p90-mda8', value: 329.5, validDays: 366 });
});

test('SO2 and NO2 have P98, CO P95, 1-hour ozone its own P90', () => {
  const names = (series: Series) => yearStatistics('day', stored(series, countedDays(2015))).map((r) => r.statistic);
  expect(names('so2')).toEqual(['annual-mean', 'p98-daily']);
  expect(names('no2')).toEqual(['annual-mean', 'p98-daily']);
  expect(names('co')).toEqual(['annual-mean', 'p95-daily']);
  expect(names('o3-max1h')).toEqual(['p90-max1h']);
});

test('good days are those to 100, heavy ones above 200, and the share is of valid days', () => {
  const aqi = datesOf(2015)
    .slice(1)
    .map((date, i) => [date, i < 91 ? 100 : i < 182 ? 101 : i < 273 ? 200 : 201] as const);
  expect(summary(yearStatistics('day', stored('aqi', aqi)))).toEqual([
    ['good-days', 91, 364, 'valid'],
    ['heavy-days', 91, 364, 'valid'],
    ['valid-days', 364, 364, 'valid'],
    ['good-day-share', 25, 364, 'valid'],
  ]);
});

test('a year with fewer than half its days keeps its row, without a value', () => {
  expect(summary(yearStatistics('day', stored('pm10', countedDays(2015).slice(0, 100))))).toEqual([
    ['annual-mean', null, 100, 'insufficient'],
    ['p95-daily', null, 100, 'insufficient'],
  ]);
});

const months = (year: number, count: number) =>
  Array.from({ length: count }, (_, i) => [`${year}-${String(i + 1).padStart(2, '0')}`, i === 1 ? 100 : 10] as const);

test('months are weighted with their days: February 100, the others 10', () => {
  // 2017: (28·100 + 337·10)/365; 2016: (29·100 + 337·10)/366.
  expect(meanOfMonths(2017, stored('pm25', months(2017, 12)).slots).value).toBeCloseTo(6170 / daysInYear(2017), 10);
  expect(meanOfMonths(2016, stored('pm25', months(2016, 12)).slots).value).toBeCloseTo(6270 / daysInYear(2016), 10);
});

test('twelve months are of unknown capture, eleven short, ten insufficient', () => {
  const capture = (count: number) => summary(yearStatistics('month', stored('so2', months(2017, count))));
  expect(capture(12)).toEqual([['annual-mean', expect.closeTo(6170 / 365, 9), null, 'unknown']]);
  expect(capture(11)[0]?.[3]).toBe('short');
  expect(capture(10)).toEqual([['annual-mean', null, null, 'insufficient']]);
});

test('months of ozone give no annual statistic', () => {
  expect(yearStatistics('month', stored('o3-mda8', months(2017, 12)))).toEqual([]);
});

test('a month from days says how many it has, and has no value below half', () => {
  const days = [...countedDays(2015).slice(0, 31), ...countedDays(2015).slice(31, 44)];
  expect(monthStatistics('day', stored('pm25', days), 'city-daily').rows).toMatchObject([
    { month: '2015-01', statistic: 'mean', value: 16, validDays: 31 },
    { month: '2015-02', value: null, validDays: 13 },
  ]);
});

test('months of ozone are called what they are, and series that are not kept are counted', () => {
  expect(monthStatistics('month', stored('o3-mda8', months(2017, 1)), 'city-monthly').rows).toMatchObject([
    { subject: 'o3', statistic: 'mean-mda8', validDays: null },
  ]);
  expect(monthStatistics('month', stored('co', months(2017, 12)), 'city-monthly')).toEqual({ rows: [], left: 12 });
});

test('the store keeps the first of two values and says which series were there', () => {
  const store = new Store();
  expect(store.add({ code: '1', date: '2015-02-28', values: { pm25: 1 } })).toEqual([]);
  expect(store.add({ code: '1', date: '2015-02-28', values: { pm25: 2, pm10: 3 } })).toEqual(['pm25']);
});
