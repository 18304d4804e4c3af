import { expect, test } from 'vitest';
import { daysInMonth, daysInYear, isDate, isLeap, within, yearOf } from '../pipeline/dates.ts';

test('leap years follow the calendar: 2016 and 2000 are, 2018 and 1900 are not', () => {
  expect([2016, 2000, 2018, 1900].map(isLeap)).toEqual([true, true, false, false]);
  expect([2016, 2018].map(daysInYear)).toEqual([366, 365]);
  expect([daysInMonth(2016, 2), daysInMonth(2018, 2), daysInMonth(2018, 12)]).toEqual([29, 28, 31]);
});

test.each(['2018', '2018-07', '2018-07-03', '2016-02-29'])('%s is a date', (text) => expect(isDate(text)).toBe(true));

test.each([
  '',
  '18',
  '2018-13',
  '2018-00',
  '2018-02-29',
  '2018-04-31',
  '2018-7',
  '2018-07-00',
  '2018/07',
  '2018-07-03T00',
])('“%s” is none', (text) => expect(isDate(text)).toBe(false));

test('a date lies within bounds as far as both are known', () => {
  expect(within('2018-12-31', '2013-01-01', '2026-02-28')).toBe(true);
  expect(within('2026-03-01', '2013-01-01', '2026-02-28')).toBe(false);
  expect(within('2012-12-31', '2013-01-01', null)).toBe(false);
  expect(within('2018', '2018-09-01', null)).toBe(true);
  expect(within('2018-09-01', null, '2018')).toBe(true);
  expect(within('2018', null, null)).toBe(true);
});

test('the year of a partial date', () =>
  expect(['2018', '2018-07', '2018-07-03'].map(yearOf)).toEqual([2018, 2018, 2018]));
