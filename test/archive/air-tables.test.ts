import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readFindings, tableLines, writeTables } from '../../pipeline/archive/air-tables.ts';
import { storedValue } from '../../pipeline/archive/stored-value.ts';
import { MONTH_TABLE, YEAR_TABLE, yearLine } from '../../pipeline/archive/table-line.ts';
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

test('what is written is read back, line by line, whatever the size of the table', () => {
  const dir = folder({});
  const finding = { severity: 'note', rule: 'r', file: 'f', row: null, message: 'm, “n”', remedy: '' } as const;
  const years = Array.from({ length: 3000 }, (_, i) => yearLine({ ...row, code: String(100_000 + i) }, row));
  expect(writeTables(dir, { years, months: [], findings: [finding] })).toEqual({ years: 3000, months: 0 });
  expect(readdirSync(dir).sort()).toEqual(['archive-findings.csv', 'city-month.csv', 'city-year.csv']);
  expect([...tableLines(dir, YEAR_TABLE)]).toEqual(years);
  expect(years[0]).toBe('100000,2016,pm25,annual-mean,46.3333,366,valid,standard-273K,city-daily,archive-city-daily');
  expect([...tableLines(dir, MONTH_TABLE)]).toEqual([]);
  expect(readFindings(dir)).toEqual([finding]);
});

test('a run that fails while it writes leaves the old tables as they were', () => {
  const dir = folder({});
  writeTables(dir, { years: [yearLine(row, row)], months: [], findings: [] });
  const broken = (function* () {
    yield yearLine({ ...row, year: 2017 }, row);
    throw new Error('interrupted');
  })();
  expect(() => writeTables(dir, { years: [], months: broken, findings: [] })).toThrow('interrupted');
  expect([...tableLines(dir, YEAR_TABLE)]).toEqual([yearLine(row, row)]);
});
