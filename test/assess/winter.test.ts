import { expect, test } from 'vitest';
import { seasonChange, seasonOf, seasonsOf } from '../../pipeline/assess/winter.ts';
import type { CityMonth } from '../../pipeline/types.ts';
import { target } from '../build.ts';
import { shipped } from '../shipped.ts';

const month = (code: string, of: string, value: number | null, parts: Partial<CityMonth> = {}): CityMonth => ({
  ...{ code, month: of, subject: 'pm25', statistic: 'mean', value, validDays: null },
  ...{ basis: 'standard-273K', method: 'city-monthly', source: 'archive' },
  ...parts,
});
const winter = (code: string, first: number, values: readonly (number | null)[], parts: Partial<CityMonth> = {}) =>
  [10, 11, 12, 1, 2, 3].map((of, i) =>
    month(code, `${of > 3 ? first : first + 1}-${String(of).padStart(2, '0')}`, values[i] ?? null, parts),
  );
const HUNDRED = [100, 100, 100, 100, 100, 100];
const ONE = { id: 'a', codes: ['a'] };

test('a season is the mean of its six months by their days, its change that of the same cities', () => {
  // 2017-18 has 31+30+31+31+28+31 = 182 days: 70 in October, 80 else: (70·31 + 80·151)/182 = 78.297; against 100 −21.703 %.
  const rows = [...winter('a', 2016, HUNDRED), ...winter('a', 2017, [70, 80, 80, 80, 80, 80])];
  const [before, after, change] = seasonChange(rows, ONE, 2016, 2017);
  expect(before?.value).toBe(100);
  expect(after).toMatchObject({ id: 'computed.a.pm25.mean.2017-10..2018-03.panel-2016-2017', n: 1, of: 1 });
  expect(after?.value).toBeCloseTo(78.297, 3);
  expect(change).toMatchObject({
    id: 'computed.a.pm25.mean.2017-10..2018-03-vs-2016-10..2017-03',
    unit: '%',
    notes: [],
  });
  expect(change?.value).toBeCloseTo(-21.703, 3);
});

test('a city without one of the months does not count, and too few cities give no mean', () => {
  const rows = [
    ...winter('a', 2016, HUNDRED),
    ...winter('a', 2017, HUNDRED),
    ...winter('b', 2016, HUNDRED),
    ...winter('b', 2017, [50, 50, null, 50, 50, 50]),
  ];
  const change = seasonChange(rows, { id: 'P', codes: ['a', 'b'] }, 2016, 2017).at(-1);
  expect(change).toMatchObject({ value: null, reason: 'coverage', n: 1, of: 2 });
  expect(seasonChange(rows, { id: 'b', codes: ['b'] }, 2016, 2017)).toEqual([]);
});

test('seasons on two reference states are not compared, those of two archives carry a note', () => {
  const old = winter('a', 2017, HUNDRED);
  expect(seasonChange([...old, ...winter('a', 2018, HUNDRED, { basis: 'actual-298K' })], ONE, 2017, 2018)).toEqual([]);
  const other = winter('a', 2018, HUNDRED, { method: 'city-daily' });
  expect(seasonChange([...old, ...other], ONE, 2017, 2018).at(-1)?.notes).toEqual(['method-change']);
});

test('a target names the season of its base year and the one that ends in its own', () => {
  expect(seasonsOf(target('t', { baselineYear: 2016, deadlineYear: 2018 }))).toEqual([2016, 2017]);
  expect(seasonsOf(target('t', { baselineYear: null }))).toBeNull();
  expect(seasonOf(2017)).toBe('2017-10..2018-03');
});

// Ministry's release on the season, May 2018: "2+26" cities 78 µg/m³, −25.0 %; Beijing 53 µg/m³.
test('the shipped months agree with the published season within 1 µg/m³ and 1.5 points', () => {
  const { data } = shipped();
  const members = data.scopes.find(({ id }) => id === 'TWO26')?.members ?? [];
  const [, level, change] = seasonChange(data.cityMonths, { id: 'TWO26', codes: members }, 2016, 2017);
  expect(Math.abs((level?.value ?? 0) - 78)).toBeLessThan(1);
  expect(Math.abs((change?.value ?? 0) + 25)).toBeLessThan(1.5);
  const beijing = seasonChange(data.cityMonths, { id: '110000', codes: ['110000'] }, 2016, 2017);
  const own = beijing.find(({ id }) => id.endsWith('-vs-2016-10..2017-03'));
  expect(own?.n).toBe(1);
  expect(Math.abs((beijing[1]?.value ?? 0) - 53)).toBeLessThan(1);
});
