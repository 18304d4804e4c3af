import { describe, expect, test } from 'vitest';
import { COVERAGE_FLOOR, cityFacts, cohortMeans, commonBasis } from '../../pipeline/assess/cohort.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { cityYear } from '../build.ts';

const CODES = Array.from({ length: 10 }, (_, i) => `1301${String(i).padStart(2, '0')}`);
const PANEL = { id: 'KEY74', codes: CODES };
/** The first `count` cities, with 10, 20, 30 … µg/m³. */
const rows = (count: number, year = 2018) => CODES.slice(0, count).map((code, i) => cityYear(code, year, (i + 1) * 10));

describe('the mean over a cohort', () => {
  test('counts each city once and keeps full precision', () => {
    const values = new CityValues([cityYear('a', 2018, 10), cityYear('b', 2018, 20), cityYear('c', 2018, 20)]);
    const [fact] = cohortMeans(values, { id: 'X', codes: ['a', 'b', 'c'] }, 2018);
    expect(fact).toMatchObject({ id: 'computed.X.pm25.annual-mean.2018', n: 3, of: 3, unit: 'µg/m³', decimals: 0 });
    expect(fact?.value).toBeCloseTo(16.6667, 4);
  });

  test('is given when exactly nine in ten cities have a value: (10 + … + 90) / 9 = 50', () => {
    expect(COVERAGE_FLOOR).toBe(0.9);
    expect(cohortMeans(new CityValues(rows(9)), PANEL, 2018)).toMatchObject([
      { value: 50, n: 9, of: 10, reason: null },
    ]);
  });

  test('is missing, with the reason, when fewer have one', () => {
    expect(cohortMeans(new CityValues(rows(8)), PANEL, 2018)).toMatchObject([
      { value: null, n: 8, of: 10, reason: 'coverage' },
    ]);
  });

  test('does not take a missing value for zero', () => {
    const values = new CityValues([...rows(9), cityYear(CODES[9] ?? '', 2018, null)]);
    expect(cohortMeans(values, PANEL, 2018)).toMatchObject([{ value: 50, n: 9 }]);
  });

  test('says nothing of cities outside the cohort and of other years', () => {
    const values = new CityValues([...rows(10), cityYear('999999', 2018, 1000), ...rows(10, 2017)]);
    expect(cohortMeans(values, PANEL, 2018)).toMatchObject([{ value: 55, n: 10 }]);
  });

  test('names the methods, sources and the basis of its cities', () => {
    const values = new CityValues([
      cityYear('a', 2018, 10, { method: 'city-monthly', source: 's1' }),
      cityYear('b', 2018, 20, { method: 'station-annual', source: 's2', basis: 'actual-298K' }),
    ]);
    expect(cohortMeans(values, { id: 'X', codes: ['a', 'b'] }, 2018)).toMatchObject([
      { method: 'city-monthly+station-annual', sources: ['s1', 's2'], basis: 'mixed-2018' },
    ]);
  });
});

test('rows on one basis have it, on two are mixed, and none have none', () => {
  expect(commonBasis([cityYear('a', 2018, 1), cityYear('b', 2018, 1)])).toBe('standard-273K');
  expect(commonBasis([cityYear('a', 2018, 1), cityYear('b', 2018, 1, { basis: 'actual-298K' })])).toBe('mixed-2018');
  expect(commonBasis([])).toBeNull();
});

test('a city’s own value carries the mark of a short year, and the reason when it is missing', () => {
  const facts = cityFacts(
    new CityValues([
      cityYear('a', 2018, 40, { capture: 'short', validDays: 300 }),
      cityYear('b', 2018, null),
      cityYear('c', 2018, 40),
    ]),
  );
  expect(facts.slice(0, 2)).toMatchObject([
    { id: 'computed.a.pm25.annual-mean.2018', value: 40, n: 300, notes: ['capture-short'], reason: null },
    { id: 'computed.b.pm25.annual-mean.2018', value: null, reason: 'capture', notes: [] },
  ]);
});
