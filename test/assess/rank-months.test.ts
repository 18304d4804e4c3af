import { expect, test } from 'vitest';
import { MonthValues } from '../../pipeline/assess/month-values.ts';
import { monthRankings } from '../../pipeline/assess/rank-months.ts';
import { type CityMonth, POLLUTANTS } from '../../pipeline/types.ts';
import { STANDARDS } from '../build.ts';
import { SHIPPED } from '../standards/shipped-tables.ts';

const LIMIT = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 } as const;
const STATISTIC = { pm25: 'mean', pm10: 'mean', so2: 'mean', no2: 'mean', co: 'p95-daily', o3: 'p90-mda8' } as const;
const month = (code: string, of: string, part: number, validDays = 31): CityMonth[] =>
  POLLUTANTS.map((subject) => ({
    ...{ code, month: of, subject, statistic: STATISTIC[subject], value: LIMIT[subject] * part, validDays },
    ...{ basis: 'actual-298K' as const, method: 'station-hourly' as const, source: 's' },
  }));
const panel = { id: 'KEY168', codes: ['a', 'b'] };

test('a month is ranked by its own figures over the limits of the year', () => {
  // Twice every limit: 12; half of every limit, CO 2.0 and the others even: 3 (PM2.5 17.5 → 18, 18/35 = 0.514…; sum 3.014…).
  const rows = [...month('a', '2019-01', 2), ...month('b', '2019-01', 0.5), ...month('a', '2018-12', 9)];
  const { facts, rankings } = monthRankings(rows, panel, 2019, STANDARDS);
  expect(facts.map(({ id, value }) => [id, value?.toFixed(3)])).toEqual([
    ['computed.a.all.composite-index.2019-01', '12.000'],
    ['computed.b.all.composite-index.2019-01', '3.014'],
  ]);
  expect(rankings.map(({ list, rank, code, composite }) => [list, rank, code, composite])).toEqual([
    ['cleanest-2019-01', 1, 'b', 3.01],
    ['cleanest-2019-01', 2, 'a', 12],
  ]);
});

test('a month in which one of two cities has too few days is not ranked', () => {
  // 15 of 31 days are fewer than half, 16 are not.
  const of = (days: number) =>
    monthRankings([...month('a', '2019-01', 1), ...month('b', '2019-01', 1, days)], panel, 2019, STANDARDS);
  expect(of(15)).toEqual({ facts: [], rankings: [] });
  expect(of(16).rankings.map(({ rank }) => rank)).toEqual([1, 1]);
});

test('a month has the rule of its last day: January 2026 that of 2014, March that of 2026', () => {
  const rows = ['2026-01', '2026-03'].flatMap((of) => month('a', of, 1));
  const { facts } = monthRankings(rows, { id: 'X', codes: ['a'] }, 2026, SHIPPED);
  // At the limits of 2012: 6. By those of 2026: 3·35/30 + 70/60 + 60/60 + 2·40/40 + 4/4 + 2·160/160 = 10.667.
  expect(facts.map(({ value, decimals, notes }) => [value?.toFixed(3), decimals, notes])).toEqual([
    ['6.000', 2, []],
    ['10.667', 3, ['rule-secondary']],
  ]);
});

test('months whose days were not counted are not known', () => {
  const [row] = month('a', '2017-01', 1);
  expect(row && new MonthValues([{ ...row, validDays: null }]).of('a', 'pm25', 'mean', 2017).size).toBe(0);
  expect(row && new MonthValues([row]).of('a', 'pm25', 'mean', 2017).get('2017-01')).toBe(35);
});
