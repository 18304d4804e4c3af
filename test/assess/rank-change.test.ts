import { describe, expect, test } from 'vitest';
import { CityIndices } from '../../pipeline/assess/city-indices.ts';
import { changeRankings, exemptCount, indexChanges, meetsSix } from '../../pipeline/assess/rank-change.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import { type CityYear, POLLUTANTS } from '../../pipeline/types.ts';
import { BULLETIN_STATISTIC } from '../../pipeline/units.ts';
import { cityYear, STANDARDS } from '../build.ts';
import { SHIPPED } from '../standards/shipped-tables.ts';

const LIMIT = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 } as const;
/** A city whose six figures are all at the limit but for those given. */
const six = (
  code: string,
  year: number,
  given: Partial<Record<keyof typeof LIMIT, number>> = {},
  parts: Partial<CityYear> = {},
) =>
  POLLUTANTS.map((subject) =>
    cityYear(code, year, given[subject] ?? LIMIT[subject], {
      subject,
      statistic: BULLETIN_STATISTIC[subject],
      ...parts,
    }),
  );

describe('the change of the composite index', () => {
  const changes = (rows: readonly CityYear[], from: number, to: number, standards = STANDARDS) =>
    indexChanges(new CityIndices(new CityValues(rows), standards), ['a'], from, to);

  test('is relative to the year before: from 6 to 7.5 is a rise of 25 %', () => {
    // 2016: ozone 400 / 160 = 2.5, the other five 1 each: 7.5. 2015: 6. (7.5 − 6) / 6 = 25 %.
    const [fact] = changes([...six('a', 2015), ...six('a', 2016, { o3: 400 })], 2015, 2016);
    expect(fact).toMatchObject({
      id: 'computed.a.all.composite-index.2016-vs-2015',
      value: 25,
      unit: '%',
      decimals: 1,
    });
  });

  test('is not given across the change of the reference state, nor for a city that lacks a pollutant', () => {
    const across = [...six('a', 2018), ...six('a', 2019, {}, { basis: 'actual-298K' })];
    expect(changes(across, 2018, 2019)).toEqual([]);
    const without = six('a', 2016).filter(({ subject }) => subject !== 'co');
    expect(changes([...six('a', 2015), ...without], 2015, 2016)).toEqual([]);
  });

  test('is not given between years that have not the same limits and weights: 2025 and 2026', () => {
    const rows = [...six('a', 2024), ...six('a', 2025), ...six('a', 2026)];
    expect(changes(rows, 2024, 2025, SHIPPED).map(({ value }) => value)).toEqual([0]);
    expect(changes(rows, 2025, 2026, SHIPPED)).toEqual([]);
  });
});

test('six limits are met, not met, or met as far as is known', () => {
  const lacking = (code: string, given: Partial<Record<keyof typeof LIMIT, number>>) =>
    six(code, 2016, given).filter(({ subject }) => subject !== 'o3');
  const values = new CityValues([
    ...[...six('yes', 2016), ...six('no', 2016, { pm25: 36 })],
    ...[...lacking('part', {}), ...lacking('part-no', { pm10: 71 })],
  ]);
  expect(['yes', 'no', 'part', 'part-no'].map(meetsSix(values, 2016, STANDARDS))).toEqual([
    ...['yes', 'no', 'as-known', 'no'],
  ]);
});

describe('rankings of change', () => {
  const change = (scope: string, value: number | null, notes: readonly string[] = []) =>
    makeFact({
      ...{ origin: 'computed', scope, subject: 'pm25', statistic: 'annual-mean', period: '2018-vs-2017' },
      ...{ value, unit: '%', decimals: 1, method: 'm', notes },
    });
  const rank = (changes: Parameters<typeof changeRankings>[0], meets: Parameters<typeof changeRankings>[4]) =>
    changeRankings(changes, 'pm25', { id: 'X', codes: ['a', 'b', 'c', 'd', 'e'] }, [2017, 2018], meets);

  test('put the largest fall first, as printed: −3.04 and −2.96 are both −3.0 and share a place', () => {
    const rows = rank(
      [change('a', -3.04), change('b', -12), change('c', -2.96, ['mixed-basis']), change('d', null), change('x', -50)],
      () => 'no',
    );
    expect(rows.map(({ list, code, rank: place, note }) => [list, code, place, note])).toEqual([
      ['improved-since-2017', 'b', 1, 'by-change'],
      ['improved-since-2017', 'a', 2, 'by-change'],
      ['improved-since-2017', 'c', 2, 'mixed-basis'],
    ]);
  });

  test('leave a city that meets all six limits out of those that rose, and mark one of which not all six are known', () => {
    const changes = [change('a', 9), change('b', 4), change('c', 4.01), change('d', 0.04), change('e', -1)];
    const rows = rank(changes, (code) => (code === 'a' ? 'yes' : code === 'c' ? 'as-known' : 'no'));
    // a meets all six; d rose by 0.04 %, which prints 0.0; e fell. b and c both print 4.0.
    expect(
      rows.filter(({ list }) => list.startsWith('worsened')).map(({ code, rank: place, note }) => [code, place, note]),
    ).toEqual([
      ['b', 1, 'by-change'],
      ['c', 1, 'limits-part-known'],
    ]);
  });

  test('say how many cities that rose are left out', () => {
    const panel = { id: 'X', codes: ['a', 'b', 'c'] };
    const meets = (code: string) => (code === 'c' ? 'no' : 'yes');
    // The year has figures of PM2.5 only.
    const values = new CityValues([cityYear('a', 2018, 30), cityYear('c', 2018, 40)]);
    const facts = exemptCount(values, [change('a', 9), change('b', -4), change('c', 1)], panel, [2017, 2018], meets);
    // a and c rose; a meets the limits.
    expect(facts).toMatchObject([{ id: 'computed.X.pm25.risen-attaining-cities.2018-vs-2017', value: 1, n: 2 }]);
    expect(facts[0]?.inputs).toEqual([change('a', 9).id, change('c', 1).id, 'city-year:X:pm25:annual-mean:2018']);
  });
});
