import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { formatTables, readTables, writeTables } from '../../pipeline/archive/air-tables.ts';
import { storedValue } from '../../pipeline/archive/stored-value.ts';
import type { CityYear } from '../../pipeline/types.ts';
import { folder } from './world.ts';

const row: CityYear = {
  ...{ code: '150200', year: 2016, subject: 'pm25', statistic: 'annual-mean', value: 46.33333333, validDays: 366 },
  ...{ capture: 'valid', basis: 'standard-273K', method: 'city-daily', source: 'archive-city-daily' },
};

test('values have four decimals, CO six, without trailing zeros; none is empty', () => {
  expect(storedValue(46.33333333, 'pm25')).toBe('46.3333');
  expect(storedValue(1.23456789, 'co')).toBe('1.234568');
  expect(storedValue(183, 'pm10')).toBe('183');
  expect(storedValue(null, 'pm10')).toBe('');
});

test('a mean just beside a half is not stored as the half, which would round the other way', () => {
  // 366 days of one decimal: the nearest mean below 35.5 is 35.5 - 0.1/366.
  expect(storedValue(35.5 - 0.1 / 366, 'pm25')).toBe('35.4997');
  expect(storedValue(1.25 + 0.001 / 366, 'co')).toBe('1.250003');
});

test('what is written is read back, and writing it again changes no byte', () => {
  const dir = folder({});
  const finding = { severity: 'note', rule: 'r', file: 'f', row: null, message: 'm, “n”', remedy: '' } as const;
  writeTables(dir, { years: [row, { ...row, year: 2017, value: null }], months: [], findings: [finding] });
  expect(readdirSync(dir).sort()).toEqual(['archive-findings.csv', 'city-month.csv', 'city-year.csv']);
  const back = readTables(dir);
  expect(back.years).toMatchObject([{ year: 2016, value: 46.3333, validDays: 366 }, { value: null }]);
  expect(back.findings).toEqual([finding]);
  expect(formatTables(back)).toEqual(formatTables(readTables(dir)));
});
