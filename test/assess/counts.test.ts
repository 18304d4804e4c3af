import { describe, expect, test } from 'vitest';
import { attainmentCounts } from '../../pipeline/assess/attainment.ts';
import { distribution } from '../../pipeline/assess/distribution.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { whoLadder } from '../../pipeline/assess/who-ladder.ts';
import type { Fact, Guideline } from '../../pipeline/types.ts';
import { cityYear, STANDARDS } from '../build.ts';

const valuesOf = (facts: readonly Fact[]) =>
  Object.fromEntries(facts.map((fact) => [`${fact.subject} ${fact.statistic}`, fact.value]));
const panelOf = (values: readonly number[]) => ({ id: 'X', codes: values.map((_, i) => `c${i}`) });
const means = (values: readonly number[], subject: 'pm25' | 'pm10' | 'so2' | 'no2' = 'pm25') =>
  values.map((value, i) => cityYear(`c${i}`, 2018, value, { subject }));

describe('cities that attain', () => {
  // Class 2: PM2.5 35 µg/m³, compared after rounding half to even: 35.4 → 35, 35.5 → 36, 34.5 → 34.
  test('are counted after rounding: 35.4 attains, 35.5 does not', () => {
    const levels = [34.5, 35, 35.4, 35.5];
    const facts = valuesOf(attainmentCounts(new CityValues(means(levels)), panelOf(levels), 2018, STANDARDS));
    expect(facts['pm25 attaining-cities']).toBe(3);
    expect(facts['pm25 attaining-share']).toBe(75);
  });

  test('all four pollutants: each must attain, in the same city', () => {
    const rows = [
      ...means([35, 35, 36]),
      ...means([70, 71, 70], 'pm10'),
      ...means([60, 60, 60], 'so2'),
      ...means([40, 40, 40], 'no2'),
    ];
    const facts = valuesOf(attainmentCounts(new CityValues(rows), panelOf([1, 2, 3]), 2018, STANDARDS));
    expect(facts).toMatchObject({
      'pm25 attaining-cities': 2,
      'pm10 attaining-cities': 2,
      'so2 attaining-cities': 3,
      'all attaining-four-cities': 1,
    });
  });

  test('are not counted when fewer than nine in ten cities can be assessed', () => {
    const facts = attainmentCounts(new CityValues(means([30, 30])), panelOf([1, 2, 3]), 2018, STANDARDS);
    expect(facts.filter(({ subject }) => subject === 'pm25')).toMatchObject([
      { value: null, reason: 'coverage', n: 2, of: 3 },
      { value: null, reason: 'coverage' },
    ]);
  });
});

test('the distribution of 10, 20, 30, 40, 50: lowest 10, p10 14, median 30, p90 46, highest 50', () => {
  // k = 1 + (n − 1) p / 100 (HJ 663-2013): p10 at 1.4 → 10 + 0.4·10; p90 at 4.6 → 40 + 0.6·10.
  const levels = [50, 10, 40, 20, 30];
  expect(valuesOf(distribution(new CityValues(means(levels)), panelOf(levels), 2018))).toEqual({
    'pm25 lowest-city': 10,
    'pm25 p10-city': 14,
    'pm25 median-city': 30,
    'pm25 p90-city': 46,
    'pm25 highest-city': 50,
  });
});

test('the distribution is not given for half a panel', () => {
  expect(distribution(new CityValues(means([10, 20])), panelOf([1, 2, 3, 4]), 2018)).toEqual([]);
});

describe('WHO’s ladder', () => {
  // WHO global air quality guidelines 2021, annual PM2.5: 5; interim targets 10, 15, 25, 35 µg/m³.
  const guidelines = (
    [
      ['IT-1', 35],
      ['AQG', 5],
      ['IT-3', 15],
      ['IT-2', 25],
      ['IT-4', 10],
    ] as const
  ).map(
    ([level, value]): Guideline => ({
      edition: '2021',
      pollutant: 'pm25',
      averaging: 'annual',
      level,
      value,
      unit: 'µg/m³',
      evidence: 'seen',
      source: 'who-2021',
    }),
  );

  test('puts each city on the strictest rung it meets, after rounding', () => {
    const levels = [5.4, 5.6, 10, 15.4, 15.6, 25, 35.4, 35.6];
    const facts = valuesOf(whoLadder(new CityValues(means(levels)), panelOf(levels), 2018, guidelines));
    expect(facts).toMatchObject({
      'pm25 cities-at-AQG': 1,
      'pm25 cities-at-IT-4': 2,
      'pm25 cities-at-IT-3': 1,
      'pm25 cities-at-IT-2': 2,
      'pm25 cities-at-IT-1': 1,
      'pm25 cities-above-IT-1': 1,
      'pm25 cities-at-AQG-share': 12.5,
    });
  });

  test('knows nothing without guidelines, or of the guidelines of 2005', () => {
    const values = new CityValues(means([10]));
    expect(whoLadder(values, panelOf([1]), 2018, [])).toEqual([]);
    expect(
      whoLadder(
        values,
        panelOf([1]),
        2018,
        guidelines.map((line) => ({ ...line, edition: '2005' as const })),
      ),
    ).toEqual([]);
  });
});
