import { describe, expect, test } from 'vitest';
import { check } from '../../pipeline/check/check.ts';
import { standardName } from '../../pipeline/narrate/standard-name.ts';
import type { Limit, Standards } from '../../pipeline/types.ts';
import { data, edition, published } from '../build.ts';
import { SHIPPED } from '../standards/shipped-tables.ts';
import { assessed } from './world-of-limits.ts';

/** Directive 2008/50/EC, annexes XI and XIV: what it has of the items by which China judges a year. */
const EUROPE: readonly Limit[] = (
  [
    ['pm25', 'annual', 25],
    ['pm10', 'annual', 40],
    ['pm10', '24h', 50],
    ['no2', 'annual', 40],
    ['so2', '24h', 125],
    ['co', 'mda8', 10],
    ['o3', 'mda8', 120],
  ] as const
).map(([pollutant, averaging, limit]) => ({
  ...{ standard: 'Directive 2008/50/EC', from: '2010-01-01', to: null, grade: 2, source: 'eu' },
  ...{ pollutant, averaging, limit, unit: pollutant === 'co' ? 'mg/m³' : 'µg/m³' },
}));
const IN_EUROPE: Standards = { ...SHIPPED, limits: EUROPE };

/** The first attains in both places, the second in China only, the third in neither. */
const CITIES = {
  '130100': { pm25: 20, pm10: 40, so2: 70, no2: 40, co: 5, o3: 120 },
  '130200': { pm25: 30, pm10: 60, so2: 10, no2: 30, co: 1, o3: 150 },
  '130300': { pm25: 50, pm10: 90, so2: 10, no2: 30, co: 1, o3: 170 },
};

describe('by the limits of the European Union', () => {
  const { fact, byId, rankings, all } = assessed(CITIES, [2019], IN_EUROPE);

  test('attainment follows the limits that there are', () => {
    expect(fact('CN-2.pm25.attaining-cities.2019')?.value).toBe(1);
    expect(fact('CN-2.o3.attaining-cities.2019')?.value).toBe(1);
    expect(fact('CN-2.no2.attaining-cities.2019')?.value).toBe(3);
  });

  test('what has no limit is left out, with the reason: SO2 of the year, and CO of 24 hours', () => {
    expect(fact('CN-2.so2.attaining-cities.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(fact('CN-2.co.attaining-cities.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(fact('CN-2.all.attaining-four-cities.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(byId.get('standard.CN.so2.limit-annual-class-2.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    // SO2 of 70 and CO of 5 fail in China, and are not judged here.
    expect(fact('CN-2.all.attaining-cities.2019')).toMatchObject({ value: 1, n: 3, notes: ['limits-left-out'] });
  });

  test('there is no composite index, and the cities are ranked by PM2.5', () => {
    expect(fact('130100.all.composite-index.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(fact('CN-2.all.composite-index.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(fact('CN-2.pm25.largest-index-cities.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(fact('CN-2.all.tied-largest-index-cities.2019')).toMatchObject({ value: null, reason: 'no-limit' });
    expect(rankings.some(({ note }) => note.startsWith('by-composite'))).toBe(false);
    const places = rankings.filter(({ list }) => list === 'cleanest');
    expect(places.map(({ rank, code, note }) => [rank, code, note])).toEqual([
      [1, '130100', 'by-pm25-no-composite'],
      [2, '130200', 'by-pm25-no-composite'],
      [3, '130300', 'by-pm25-no-composite'],
    ]);
  });

  test('the exceedance multiple is over their limits: (30 − 25)/25 = 0.2, (170 − 120)/120', () => {
    expect(fact('130200.pm25.exceedance-multiple.2019')?.value).toBeCloseTo(0.2, 12);
    expect(fact('130300.o3.exceedance-multiple.2019')?.value).toBeCloseTo(50 / 120, 12);
    expect(fact('130100.so2.exceedance-multiple.2019')).toBeUndefined();
  });

  test('the name printed is that of the table', () => {
    const of = (what: string) => standardName(what, { data: all, edition: edition({ year: 2019 }) });
    expect(of('limits')).toBe('Directive 2008/50/EC');
    expect(of('assessment')).toBe('HJ 663-2013');
    expect(() => of('weather')).toThrow(/“weather” is no standard/);
  });
});

test('the same cities by the limits of China: two attain, and the index is there', () => {
  const { fact } = assessed(CITIES, [2019], SHIPPED);
  // SO2 of 70 > 60 and CO of 5 > 4 in the first; PM2.5, PM10 and ozone in the third.
  expect(fact('CN-2.all.attaining-cities.2019')?.value).toBe(1);
  expect(fact('CN-2.so2.attaining-cities.2019')?.value).toBe(2);
  // 20/35 + 40/70 + 70/60 + 40/40 + 5/4 + 120/160 = 0.5714 + 0.5714 + 1.1667 + 1 + 1.25 + 0.75 = 5.3095
  expect(fact('130100.all.composite-index.2019')?.value).toBeCloseTo(5.3095, 4);
});

describe('limits that are not there', () => {
  const findings = (standards: Standards, year = 2019) =>
    check(data({ ...standards }), edition({ year })).filter(({ rule }) => /^(limits|rules)-missing$/.test(rule));

  test('are told all at once, with pollutant, averaging time, what is lost and what to add', () => {
    const found = findings(IN_EUROPE);
    expect(found.map(({ severity }) => severity)).toEqual(['warn', 'warn', 'warn', 'warn']);
    expect(found[0]).toMatchObject({
      file: 'standards/limits.csv',
      message:
        'Directive 2008/50/EC has no annual limit of so2 on 2019-12-31: annual-mean is left out of attainment, and there is no composite index.',
      remedy: 'If there is one, add a row: grade 2, pollutant so2, averaging annual.',
    });
    expect(found.map(({ message }) => /no (\S+) limit of (\S+)/.exec(message)?.slice(1))).toEqual([
      ['annual', 'so2'],
      ['24-hour', 'co'],
      ['24-hour', 'pm25'],
      ['24-hour', 'no2'],
    ]);
  });

  test('are an error when there is none at all, as are rules', () => {
    expect(findings({ ...SHIPPED, limits: [] })).toMatchObject([{ severity: 'error', file: 'standards/limits.csv' }]);
    expect(findings({ ...SHIPPED, assessmentRules: [], rankingRules: [] })).toMatchObject([
      { severity: 'error', file: 'standards/assessment-rules.csv' },
      { severity: 'error', file: 'standards/ranking-rules.csv' },
    ]);
  });

  test('do not occur in the shipped tables, from 2014 to 2035', () => {
    for (let year = 2014; year <= 2035; year++) expect(findings(SHIPPED, year)).toEqual([]);
  });
});

test('counts by other limits are not held against those the ministry published', () => {
  const ministry = published({
    scope: 'CN-2',
    period: '2019',
    subject: 'all',
    statistic: 'attaining-cities',
    value: 2,
  });
  const differences = (standards: Standards) =>
    [...assessed(CITIES, [2019], standards, { published: [ministry] }).byId.keys()].filter((id) =>
      id.includes('attaining-cities-less-published'),
    );
  expect(differences(SHIPPED)).toEqual([
    'computed.CN-2.all.attaining-cities-less-published.2019',
    'computed.CN-2.all.attaining-cities-less-published-relative.2019',
  ]);
  expect(differences(IN_EUROPE)).toEqual([]);
});
