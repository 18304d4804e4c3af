import { expect, test } from 'vitest';
import { panelChanges } from '../../pipeline/assess/change.ts';
import { swung, swungCount } from '../../pipeline/assess/swing.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import type { CityYear } from '../../pipeline/types.ts';

const NATION = { id: 'CN-338', codes: ['230300', '110000'] };

const row = (code: string, year: number, value: number, method: CityYear['method']): CityYear => ({
  code,
  year,
  subject: 'pm25',
  statistic: 'annual-mean',
  value,
  validDays: null,
  capture: 'unknown',
  basis: 'standard-273K',
  method,
  source: 'a',
});

const changesOf = (values: CityValues) =>
  NATION.codes.flatMap((code) => panelChanges(values, { id: code, codes: [code] }, 2017, 2018));

test('a city that swings back by a quarter as the archive changes is named, one that keeps falling is not', () => {
  // 28 → 42 is +50 %, 42 → 24 is −42.9 %; 73 → 58 → 51 falls twice.
  const values = new CityValues([
    row('230300', 2016, 28, 'city-daily'),
    row('230300', 2017, 42, 'city-monthly'),
    row('230300', 2018, 24, 'station-annual'),
    row('110000', 2016, 73, 'city-daily'),
    row('110000', 2017, 58, 'city-monthly'),
    row('110000', 2018, 51, 'station-annual'),
  ]);
  const rows = swung(values, changesOf(values), NATION, 2018);
  expect(rows.map(({ code, rank }) => [code, rank])).toEqual([['230300', 1]]);
  expect(swungCount(rows, NATION, 2018).map(({ value }) => value)).toEqual([1]);
});

test('a swing within one archive is the air’s own, and a swing just under a quarter counts for nothing', () => {
  const same = new CityValues([
    row('230300', 2016, 28, 'city-daily'),
    row('230300', 2017, 42, 'city-daily'),
    row('230300', 2018, 24, 'city-daily'),
  ]);
  expect(swung(same, changesOf(same), NATION, 2018)).toEqual([]);
  // 40 → 49.9 is +24.75 %
  const small = new CityValues([
    row('230300', 2016, 40, 'city-daily'),
    row('230300', 2017, 49.9, 'city-monthly'),
    row('230300', 2018, 30, 'station-annual'),
  ]);
  expect(swung(small, changesOf(small), NATION, 2018)).toEqual([]);
  expect(swungCount([], NATION, 2018)).toEqual([]);
});
