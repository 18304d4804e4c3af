import { expect, test } from 'vitest';
import { captureFacts } from '../../pipeline/assess/capture.ts';
import { cityFacts } from '../../pipeline/assess/cohort.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { cityYear } from '../build.ts';

const CODES = Array.from({ length: 10 }, (_, i) => `1301${String(i).padStart(2, '0')}`);
const PANEL = { id: 'CN-10', codes: CODES };
/** Ten cities, of which the first `short` have too few days. */
const values = (short: number) =>
  new CityValues(CODES.map((code, i) => cityYear(code, 2019, 30, { capture: i < short ? 'short' : 'valid' })));

test('a year short in nine of ten values is said once, with how many cities', () => {
  expect(captureFacts(values(9), PANEL, 2019)).toMatchObject([
    { id: 'computed.CN-10.pm25.short-capture-cities.2019', value: 9, n: 10, of: 10 },
  ]);
  expect(cityFacts(values(9)).flatMap(({ notes }) => notes)).toEqual([]);
});

test('fewer are marked one by one, and nothing is said of the year', () => {
  expect(captureFacts(values(8), PANEL, 2019)).toEqual([]);
  expect(cityFacts(values(8)).flatMap(({ notes }) => notes)).toEqual(Array(8).fill('capture-short'));
});

test('another archive of the same year is counted by itself', () => {
  const mixed = new CityValues([
    cityYear('a', 2017, 30, { capture: 'short', method: 'city-daily-37' }),
    cityYear('b', 2017, 30, { capture: 'short' }),
    cityYear('c', 2017, 30),
  ]);
  expect(cityFacts(mixed).map(({ notes }) => notes.length)).toEqual([0, 1, 0]);
});
