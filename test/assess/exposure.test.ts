import { describe, expect, test } from 'vitest';
import { exposure, exposureChange } from '../../pipeline/assess/exposure.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { Guideline } from '../../pipeline/types.ts';
import { cityYear } from '../build.ts';

const panel = { id: 'CN-338', codes: ['a', 'b', 'c', 'd'] };
const levels: readonly Guideline[] = (['IT-1', 'IT-2'] as const).map((level, i) => ({
  edition: '2021',
  pollutant: 'pm25',
  averaging: 'annual',
  level,
  value: [35, 25][i] ?? 0,
  unit: 'µg/m³',
  evidence: 'seen',
  source: 'who',
}));

/** d has no population; a, b, c hold 1000 people together. */
const PEOPLE = new Map([
  ['a', 100],
  ['b', 200],
  ['c', 700],
]);
const year = (of: number, values: readonly (number | null)[]) =>
  values.map((value, i) => cityYear(panel.codes[i] ?? '', of, value));
const factsOf = (values: CityValues, people: ReadonlyMap<string, number> = PEOPLE) =>
  new Map(exposure(values, panel, people, 2018, levels).map((fact) => [fact.statistic, fact]));

describe('exposure', () => {
  // (30·100 + 60·200 + 90·700) / 1000 = 78; the plain mean of the four is 47.5.
  test('counts each person once, and leaves out cities without a population', () => {
    const facts = factsOf(new CityValues(year(2018, [30, 60, 90, 10])));
    expect(facts.get('population-weighted-mean')).toMatchObject({ value: 78, n: 3, of: 4, reason: null });
    expect(facts.get('population-covered-share')?.value).toBe(100);
  });

  // Within 35: a (35.4 rounds to 35) and b, 300 of 1000 people; within 25: b alone, 200 of 1000. c is above both.
  test('tells how many people live in cities within each level, after rounding', () => {
    const facts = factsOf(new CityValues(year(2018, [35.4, 20, 36, 10])));
    expect(facts.get('population-within-IT-1-share')?.value).toBe(30);
    expect(facts.get('population-within-IT-2-share')?.value).toBe(20);
  });

  // Without a, 900 of 1000 people remain, without b 800.
  test('needs nine tenths of the people, not of the cities', () => {
    const enough = factsOf(new CityValues(year(2018, [null, 60, 90, 10])));
    // (60·200 + 90·700) / 900 = 83.33
    expect(enough.get('population-weighted-mean')?.value).toBeCloseTo(83.333, 3);
    const short = factsOf(new CityValues(year(2018, [30, null, 90, 10])));
    expect(short.get('population-weighted-mean')).toMatchObject({ value: null, reason: 'coverage' });
    expect(short.get('population-covered-share')).toMatchObject({ value: 80, reason: null });
    expect(short.has('population-within-IT-1-share')).toBe(false);
  });

  test('says nothing where the population of too few cities is known', () => {
    expect(factsOf(new CityValues(year(2018, [30, 60, 90, 10])), new Map([['a', 100]])).size).toBe(0);
  });
});

describe('the change of exposure', () => {
  const changes = (rows: ReturnType<typeof year>) =>
    new Map(exposureChange(new CityValues(rows), panel, PEOPLE, 2017, 2018).map((fact) => [fact.id, fact]));
  const id = (period: string) => `computed.CN-338.pm25.population-weighted-mean.${period}`;

  // b and c only, in both years: 2017 (60·200 + 90·700) / 900 = 83.33; 2018 (60·200 + 81·700) / 900 = 76.33; −7 or −8.4 %.
  test('is taken over the cities that have a value in both years', () => {
    const facts = changes([...year(2017, [null, 60, 90]), ...year(2018, [10, 60, 81])]);
    expect(facts.get(id('2018-minus-2017'))?.value).toBeCloseTo(-7, 10);
    expect(facts.get(id('2018-vs-2017'))).toMatchObject({ n: 2, of: 4 });
    expect(facts.get(id('2018-vs-2017'))?.value).toBeCloseTo(-8.4, 10);
    expect(facts.get(id('2018.panel-2017-2018'))?.value).toBeCloseTo(76.333, 3);
  });

  test('is not made across the change of state of 2018', () => {
    const after = year(2018, [30, 60, 90]).map((row) => ({ ...row, basis: 'actual-298K' as const }));
    expect(changes([...year(2017, [30, 60, 90]), ...after]).size).toBe(0);
  });
});
