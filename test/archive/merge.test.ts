import { expect, test } from 'vitest';
import { mergeLines } from '../../pipeline/archive/merge.ts';
import { MONTH_TABLE, monthLine, type TableLine, YEAR_TABLE, yearLine } from '../../pipeline/archive/table-line.ts';
import type { Capture, CityYear, Method } from '../../pipeline/types.ts';

const year = (method: Method, capture: Capture, statistic: CityYear['statistic'] = 'annual-mean'): TableLine =>
  yearLine(
    { code: '150200', year: 2016, subject: 'pm25', statistic, value: 1, validDays: 366, capture },
    { basis: 'standard-273K', method, source: method },
  );
const merged = (made: readonly TableLine[], kept: readonly TableLine[] = []) => [
  ...mergeLines(YEAR_TABLE, [kept, [...made].sort()]),
];
const winner = (...lines: TableLine[]) => merged(lines).map((line) => line.split(',').at(-1));

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

test('each statistic has its own winner, and lines are sorted by their key', () => {
  const lines = merged([
    year('city-daily-37', 'valid', 'p95-daily'),
    year('city-daily', 'valid', 'annual-mean-dust-excluded'),
    year('city-daily', 'valid'),
  ]);
  expect(lines.map((line) => line.split(',')[3])).toEqual(['annual-mean', 'annual-mean-dust-excluded', 'p95-daily']);
});

test('merging piece by piece gives the same as at once', () => {
  const [a, b, c] = [year('city-monthly', 'unknown'), year('city-daily-37', 'valid'), year('city-daily', 'short')];
  expect(merged([b], merged([a, c]))).toEqual(merged([a, b, c]));
  expect(merged([], merged([a, b, c]))).toEqual(merged([c, b, a]));
});

test('a table whose lines are out of order is not merged, because half of it would be lost', () => {
  const lines = [year('city-daily', 'valid', 'p95-daily'), year('city-daily', 'valid')];
  expect(() => merged([], lines)).toThrow(/not in order/);
});

test('a month of 27 days wins over a monthly mean, a month without value does not', () => {
  const month = (method: Method, value: number | null, validDays: number | null): TableLine =>
    monthLine(
      { code: '150200', month: '2016-01', subject: 'pm25', statistic: 'mean', value, validDays },
      { basis: 'standard-273K', method, source: method },
    );
  const monthly = month('city-monthly', 5, null);
  expect([...mergeLines(MONTH_TABLE, [[monthly], [month('city-daily', 6, 27)]])]).toEqual([
    '150200,2016-01,pm25,mean,6,27,standard-273K,city-daily,city-daily',
  ]);
  expect([...mergeLines(MONTH_TABLE, [[month('city-daily', null, 9)], [monthly]])]).toEqual([monthly]);
});
