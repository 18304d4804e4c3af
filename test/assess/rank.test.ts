import { describe, expect, test } from 'vitest';
import { cleanest, compositeFacts, mostImproved, ranked } from '../../pipeline/assess/rank.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Pollutant } from '../../pipeline/types.ts';
import { BULLETIN_STATISTIC } from '../../pipeline/units.ts';
import { cityYear, STANDARDS } from '../build.ts';

const scored = (code: string, score: number) => ({ code, score, fact: '', composite: null, note: '' });

test('equal scores share a rank, and the next rank counts them: 1, 2, 2, 4', () => {
  const rows = ranked('cleanest', 'X', 2018, [scored('d', 40), scored('c', 20), scored('a', 10), scored('b', 20)]);
  expect(rows.map(({ code, rank }) => [code, rank])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 2],
    ['d', 4],
  ]);
});

/** A city's six annual statistics. */
const six = (code: string, values: Readonly<Record<Pollutant, number>>) =>
  (Object.entries(values) as [Pollutant, number][]).map(([subject, value]) =>
    cityYear(code, 2018, value, { subject, statistic: BULLETIN_STATISTIC[subject] }),
  );
const AT_LIMITS = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 };

describe('the composite index', () => {
  test('is 6 exactly at the class 2 limits', () => {
    const [fact] = compositeFacts(new CityValues(six('a', AT_LIMITS)), ['a'], 2018, STANDARDS);
    expect(fact).toMatchObject({ id: 'computed.a.all.composite-index.2018', value: 6, decimals: 2 });
  });

  // Ministry, 74 cities in 2013: 40/60 + 44/40 + 118/70 + 72/35 + 2.5/4 + 139/160 = 7.00 from the means.
  test('of the means of the 74 cities in 2013 is 7.00', () => {
    const means = { pm25: 72, pm10: 118, so2: 40, no2: 44, co: 2.5, o3: 139 };
    const [fact] = compositeFacts(new CityValues(six('a', means)), ['a'], 2018, STANDARDS);
    expect(fact?.value?.toFixed(2)).toBe('7.00');
  });

  test('is not there for a city that lacks a pollutant', () => {
    const rows = six('a', AT_LIMITS).filter(({ subject }) => subject !== 'o3');
    expect(compositeFacts(new CityValues(rows), ['a'], 2018, STANDARDS)).toEqual([]);
  });
});

describe('the cleanest cities', () => {
  const panel = { id: 'KEY74', codes: ['a', 'b'] };
  const rank = (rows: ReturnType<typeof six>) => {
    const values = new CityValues(rows);
    const composites = new Map(compositeFacts(values, panel.codes, 2018, STANDARDS).map((fact) => [fact.scope, fact]));
    return cleanest(values, panel, 2018, composites).map(({ code, rank: place, note, composite }) => ({
      code,
      place,
      note,
      composite,
    }));
  };

  test('are ranked by composite index when all six pollutants are there, even against PM2.5', () => {
    const dusty = { ...AT_LIMITS, pm25: 34, pm10: 140 };
    expect(rank([...six('a', dusty), ...six('b', AT_LIMITS)])).toEqual([
      { code: 'b', place: 1, note: 'by-composite', composite: 6 },
      { code: 'a', place: 2, note: 'by-composite', composite: 6.97 },
      // The order by PM2.5 is kept as a list of its own, cleanest-pm25.
      { code: 'a', place: 1, note: 'by-pm25', composite: 6.97 },
      { code: 'b', place: 2, note: 'by-pm25', composite: 6 },
    ]);
  });

  test('are ranked by PM2.5 as printed when a pollutant lacks, and every row says so', () => {
    const rows = [cityYear('a', 2018, 35.4), cityYear('b', 2018, 34.6)];
    expect(rank(rows)).toEqual([
      { code: 'a', place: 1, note: 'by-pm25-no-composite', composite: null },
      { code: 'b', place: 1, note: 'by-pm25-no-composite', composite: null },
    ]);
  });
});

test('the most improved city is the one whose PM2.5 fell most, ranked as printed', () => {
  const change = (scope: string, value: number | null, notes: readonly string[] = []) =>
    makeFact({
      ...{ origin: 'computed', scope, subject: 'pm25', statistic: 'annual-mean', period: '2018-vs-2017' },
      ...{ value, unit: '%', decimals: 1, method: 'm', notes },
    });
  const rows = mostImproved(
    [
      change('a', -3.04),
      change('b', -12),
      change('c', -2.96, ['mixed-basis']),
      change('d', null),
      change('elsewhere', -50),
    ],
    { id: 'X', codes: ['a', 'b', 'c', 'd'] },
    2017,
    2018,
  );
  expect(rows.map(({ code, rank, note }) => [code, rank, note])).toEqual([
    ['b', 1, 'by-change'],
    ['a', 2, 'by-change'],
    ['c', 2, 'mixed-basis'],
  ]);
});
