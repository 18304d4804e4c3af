import { describe, expect, test } from 'vitest';
import { CityIndices } from '../../pipeline/assess/city-indices.ts';
import { compositeFacts, missingInputs } from '../../pipeline/assess/composite-cities.ts';
import { MonthValues } from '../../pipeline/assess/month-values.ts';
import { cleanest, ranked } from '../../pipeline/assess/rank.ts';
import { rankedCohorts } from '../../pipeline/assess/rank-lists.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { CityYear, Pollutant } from '../../pipeline/types.ts';
import { BULLETIN_STATISTIC } from '../../pipeline/units.ts';
import { cityYear, data, edition, STANDARDS, scope } from '../build.ts';

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

/** Indices by the rule of 2014 and GB 3095-2012. */
const indicesOf = (rows: readonly CityYear[]) => new CityIndices(new CityValues(rows), STANDARDS);

/** A city's six annual statistics. */
const six = (code: string, values: Readonly<Record<Pollutant, number>>) =>
  (Object.entries(values) as [Pollutant, number][]).map(([subject, value]) =>
    cityYear(code, 2018, value, { subject, statistic: BULLETIN_STATISTIC[subject] }),
  );
const AT_LIMITS = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 };

describe('the composite index', () => {
  test('is 6 exactly at the class 2 limits', () => {
    const [fact] = compositeFacts(indicesOf(six('a', AT_LIMITS)), ['a'], 2018);
    expect(fact).toMatchObject({ id: 'computed.a.all.composite-index.2018', value: 6, decimals: 2 });
  });

  // Ministry, 74 cities in 2013: 40/60 + 44/40 + 118/70 + 72/35 + 2.5/4 + 139/160 = 7.00 from the means.
  test('of the means of the 74 cities in 2013 is 7.00', () => {
    const means = { pm25: 72, pm10: 118, so2: 40, no2: 44, co: 2.5, o3: 139 };
    const [fact] = compositeFacts(indicesOf(six('a', means)), ['a'], 2018);
    expect(fact?.value?.toFixed(2)).toBe('7.00');
  });

  test('is not there for a city that lacks a pollutant', () => {
    const rows = six('a', AT_LIMITS).filter(({ subject }) => subject !== 'o3');
    expect(compositeFacts(indicesOf(rows), ['a'], 2018)).toEqual([]);
  });
});

describe('the composite index without sand-dust', () => {
  const dustFree = [
    cityYear('a', 2018, 28, { statistic: 'annual-mean-dust-excluded' }),
    cityYear('a', 2018, 56, { subject: 'pm10', statistic: 'annual-mean-dust-excluded' }),
  ];

  test('takes the particles without it and the gases as they are: 6 − 7/35 − 14/70 = 5.6', () => {
    const indices = indicesOf([...six('a', AT_LIMITS), ...dustFree]);
    const [fact] = compositeFacts(indices, ['a'], 2018, 'excluded');
    expect(fact?.id).toBe('computed.a.all.composite-index-dust-excluded.2018');
    expect(fact?.value).toBeCloseTo(5.6, 12);
  });

  test('is a ranking of its own', () => {
    const rows = [...six('a', AT_LIMITS), ...dustFree];
    const inputs = { indices: indicesOf(rows), months: new MonthValues([]) };
    const lists = cleanest(inputs, { id: 'X', codes: ['a'] }, 2018).map(({ list, composite }) => [list, composite]);
    expect(lists).toEqual([
      ['cleanest', 6],
      ['cleanest-pm25', 6],
      ['cleanest-dust-excluded', 5.6],
    ]);
  });
});

describe('the cleanest cities', () => {
  const panel = { id: 'KEY74', codes: ['a', 'b'] };
  const rows = (given: ReturnType<typeof six>) =>
    cleanest({ indices: indicesOf(given), months: new MonthValues([]) }, panel, 2018);
  const rank = (given: ReturnType<typeof six>) =>
    rows(given).map(({ list, code, rank: place, note, composite }) => ({ list, code, place, note, composite }));

  test('are ranked by composite index when all six pollutants are there, even against PM2.5', () => {
    const dusty = { ...AT_LIMITS, pm25: 34, pm10: 140 };
    expect(rank([...six('a', dusty), ...six('b', AT_LIMITS)])).toEqual([
      { list: 'cleanest', code: 'b', place: 1, note: 'by-composite', composite: 6 },
      { list: 'cleanest', code: 'a', place: 2, note: 'by-composite', composite: 6.97 },
      // The order by PM2.5 is kept as a list of its own.
      { list: 'cleanest-pm25', code: 'a', place: 1, note: 'by-pm25', composite: 6.97 },
      { list: 'cleanest-pm25', code: 'b', place: 2, note: 'by-pm25', composite: 6 },
    ]);
  });

  test('are ranked by PM2.5 as printed when a pollutant lacks, and every row says so', () => {
    const given = [cityYear('a', 2018, 35.4), cityYear('b', 2018, 34.6)];
    expect(rank(given)).toEqual([
      { list: 'cleanest', code: 'a', place: 1, note: 'by-pm25-no-composite', composite: null },
      { list: 'cleanest', code: 'b', place: 1, note: 'by-pm25-no-composite', composite: null },
    ]);
    expect(rows(given)[0]?.missing).toEqual([
      ...['pm10.annual-mean', 'so2.annual-mean', 'no2.annual-mean', 'co.p95-daily', 'o3.p90-mda8'],
    ]);
  });

  test('of which too few have all six are ranked by PM2.5, and those few in a list of their own', () => {
    expect(rank([...six('a', AT_LIMITS), cityYear('b', 2018, 20)])).toEqual([
      { list: 'cleanest', code: 'b', place: 1, note: 'by-pm25-no-composite', composite: null },
      { list: 'cleanest', code: 'a', place: 2, note: 'by-pm25', composite: 6 },
      { list: 'composite-partial', code: 'a', place: 1, note: 'by-composite-partial', composite: 6 },
    ]);
  });

  // Half units over limits: 0.5 × (1/35 + 1/70 + 1/60 + 1/40 + 1/160) + 0.05/4 = 0.0579, so that 0.10 apart may be either way round
  // (2 × 0.0579 = 0.1158) and 0.20 apart may not. PM10 77 is 7/70 = 0.10 more than at the limit, 84 is 0.20 more.
  test('have the places that rounding leaves them', () => {
    const places = (pm10: number) =>
      rows([...six('a', AT_LIMITS), ...six('b', { ...AT_LIMITS, pm10 })])
        .filter(({ list }) => list === 'cleanest')
        .map(({ rank: place, low, high, holds }) => [place, low, high, holds]);
    expect(places(77)).toEqual([
      [1, 1, 2, 'rounding-and-days'],
      [2, 1, 2, 'rounding-and-days'],
    ]);
    expect(places(84)).toEqual([
      [1, 1, 1, 'rounding-and-days'],
      [2, 2, 2, 'rounding-and-days'],
    ]);
  });
});

test('the inputs a city lacks are named, null values too', () => {
  const values = new CityValues([
    ...six('a', AT_LIMITS).filter(({ subject }) => subject !== 'o3' && subject !== 'co'),
    cityYear('a', 2018, null, { subject: 'co', statistic: 'p95-daily' }),
  ]);
  expect(missingInputs(values, 'a', 2018, null)).toEqual(['co.p95-daily', 'o3.p90-mda8']);
});

test('in each year the cohorts in force in it are ranked', () => {
  const scopes = [
    scope('CN-338', ['a'], { kind: 'nation', validFrom: 2015, validTo: 2018 }),
    scope('CN-337', ['a'], { kind: 'nation', validFrom: 2019, validTo: 2020 }),
    scope('CN', [], { kind: 'nation', validFrom: null }),
    scope('KEY74', ['a'], { validTo: 2018 }),
    scope('KEY169', ['a'], { validFrom: 2018, validTo: 2018 }),
    scope('KEY168', ['a'], { validFrom: 2019 }),
    scope('CAP31', ['a']),
    scope('PRD9', ['a'], { kind: 'region' }),
  ];
  const of = (year: number) => {
    const own = edition({ year: 2019, scopes: { nation: 'CN-337', key: 'KEY168', regions: [] } });
    return [...rankedCohorts(data({ scopes }), own, year)].sort();
  };
  expect(of(2014)).toEqual(['CAP31', 'KEY74']);
  expect(of(2018)).toEqual(['CAP31', 'CN-338', 'KEY169', 'KEY74']);
  expect(of(2019)).toEqual(['CAP31', 'CN-337', 'KEY168']);
});
