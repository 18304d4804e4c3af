import { expect, test } from 'vitest';
import { mergeMonths, mergeYears } from '../../pipeline/archive/merge.ts';
import { type MonthLine, monthLine } from '../../pipeline/archive/month-line.ts';
import type { Capture, CityYear, Method } from '../../pipeline/types.ts';

const year = (method: Method, capture: Capture, statistic: CityYear['statistic'] = 'annual-mean'): CityYear => ({
  ...{ code: '150200', year: 2016, subject: 'pm25', statistic, value: 1, validDays: 366 },
  ...{ capture, basis: 'standard-273K', method, source: method },
});
const winner = (...rows: CityYear[]) => mergeYears(rows).map((row) => row.method);

test('of equal captures the more trusted method wins, in whatever order they come', () => {
  expect(winner(year('city-daily-37', 'valid'), year('city-daily', 'valid'))).toEqual(['city-daily']);
  expect(winner(year('city-daily', 'valid'), year('city-daily-37', 'valid'))).toEqual(['city-daily']);
  expect(winner(year('city-daily', 'valid'), year('city-hourly', 'valid'))).toEqual(['city-hourly']);
});

test('a better capture wins over a more trusted method', () => {
  expect(winner(year('city-daily', 'short'), year('city-daily-37', 'valid'))).toEqual(['city-daily-37']);
  expect(winner(year('city-daily', 'insufficient'), year('city-monthly', 'unknown'))).toEqual(['city-monthly']);
});

test('a short year of days wins over months whose days are unknown', () => {
  expect(winner(year('city-monthly', 'unknown'), year('city-daily', 'short'))).toEqual(['city-daily']);
});

test('each statistic has its own winner, and rows are sorted', () => {
  const rows = mergeYears([year('city-daily-37', 'valid', 'p95-daily'), year('city-daily', 'valid')]);
  expect(rows.map((row) => `${row.statistic} ${row.method}`)).toEqual([
    'annual-mean city-daily',
    'p95-daily city-daily-37',
  ]);
});

test('merging piece by piece gives the same as at once', () => {
  const [a, b, c] = [year('city-monthly', 'unknown'), year('city-daily-37', 'valid'), year('city-daily', 'short')];
  expect(mergeYears([...mergeYears([a, c]), b])).toEqual(mergeYears([a, b, c]));
  expect(mergeYears(mergeYears([a, b, c]))).toEqual(mergeYears([c, b, a]));
});

test('a month of 27 days wins over a monthly mean, a month without value does not', () => {
  const month = (method: Method, value: number | null, validDays: number | null): MonthLine =>
    monthLine({
      ...{ code: '150200', month: '2016-01', subject: 'pm25', statistic: 'mean', value, validDays },
      ...{ basis: 'standard-273K', method, source: method },
    });
  const monthly = month('city-monthly', 5, null);
  expect(mergeMonths([monthly, month('city-daily', 6, 27)])).toEqual([
    '150200,2016-01,pm25,mean,6,27,standard-273K,city-daily,city-daily',
  ]);
  expect(mergeMonths([monthly, month('city-daily', null, 9)])).toEqual([monthly]);
});
