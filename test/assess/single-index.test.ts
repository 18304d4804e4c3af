import { describe, expect, test } from 'vitest';
import { CityIndices } from '../../pipeline/assess/city-indices.ts';
import { panelIndices, singleIndices } from '../../pipeline/assess/single-index.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { POLLUTANTS } from '../../pipeline/types.ts';
import { BULLETIN_STATISTIC } from '../../pipeline/units.ts';
import { cityYear, STANDARDS } from '../build.ts';

/** A city at `part` of every limit, but for the figures given. */
const LIMIT = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 } as const;
const city = (code: string, part: number, given: Partial<Record<keyof typeof LIMIT, number>> = {}) =>
  POLLUTANTS.map((subject) =>
    cityYear(code, 2019, given[subject] ?? LIMIT[subject] * part, { subject, statistic: BULLETIN_STATISTIC[subject] }),
  );

// b: PM2.5 70/35 = 2, the others 1: index 7. c: ozone 240/160 = 1.5, the others 1: 6.5. a: all 1, so that all six tie: 6.
const values = new CityValues([...city('a', 1), ...city('b', 1, { pm25: 70 }), ...city('c', 1, { o3: 240 })]);
const indices = new CityIndices(values, STANDARDS);

describe('the parts of the composite index', () => {
  test('are each figure over its limit', () => {
    const own = singleIndices(indices, ['b'], 2019);
    expect(own.map(({ subject, value }) => [subject, value])).toEqual([
      ['pm25', 2],
      ['pm10', 1],
      ['so2', 1],
      ['no2', 1],
      ['co', 1],
      ['o3', 1],
    ]);
  });

  test('are averaged over a panel: (6 + 7 + 6.5) / 3 = 6.5', () => {
    const facts = panelIndices(indices, { id: 'K', codes: ['a', 'b', 'c'] }, 2019);
    expect(facts[0]).toMatchObject({ id: 'computed.K.all.composite-index.2019', value: 6.5, n: 3, decimals: 2 });
  });

  test('that are largest are counted by pollutant, ties for each, and the cities with a tie apart', () => {
    const facts = panelIndices(indices, { id: 'K', codes: ['a', 'b', 'c'] }, 2019);
    const largest = Object.fromEntries(facts.slice(1).map(({ subject, value }) => [subject, value]));
    expect(largest).toEqual({ pm25: 2, pm10: 1, so2: 1, no2: 1, co: 1, o3: 2, all: 1 });
  });

  test('are not given for a panel of which fewer than nine in ten have all six', () => {
    expect(panelIndices(indices, { id: 'K', codes: ['a', 'b', 'c', 'd'] }, 2019)).toEqual([]);
  });
});
