import { expect, test } from 'vitest';
import { annualCapture, monthlyCapture } from '../../pipeline/standards/data-capture.ts';

/** 27 in each month, 25 in February: 322 days, two short of a valid year. */
const least = [27, 25, 27, 27, 27, 27, 27, 27, 27, 27, 27, 27];
const withFirst = (days: number) => [days, ...least.slice(1)];

test('324 days with the least in each month are valid, 323 are not', () => {
  expect(annualCapture(2015, withFirst(29))).toBe('valid');
  expect(annualCapture(2015, withFirst(28))).toBe('short');
});

test('26 days in one month are short, however many the year has', () => {
  expect(annualCapture(2015, [31, 28, 31, 30, 31, 30, 31, 31, 26, 31, 30, 31])).toBe('short');
  expect(annualCapture(2015, [31, 28, 31, 30, 31, 30, 31, 31, 27, 31, 30, 31])).toBe('valid');
});

test('February needs 25 days, in leap years too', () => {
  expect(annualCapture(2016, [31, 25, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])).toBe('valid');
  expect(annualCapture(2016, [31, 24, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31])).toBe('short');
});

test('half the days of the year are short, one fewer insufficient', () => {
  const days = (n: number) => [n, ...Array(11).fill(0)];
  expect(annualCapture(2016, days(183))).toBe('short');
  expect(annualCapture(2016, days(182))).toBe('insufficient');
  expect(annualCapture(2015, days(183))).toBe('short');
  expect(annualCapture(2015, days(182))).toBe('insufficient');
});

test('months that are not given count as empty', () => {
  expect(annualCapture(2015, [])).toBe('insufficient');
});

test('a month is valid from 27 days, February from 25', () => {
  expect(monthlyCapture(2015, 1, 27)).toBe('valid');
  expect(monthlyCapture(2015, 1, 26)).toBe('short');
  expect(monthlyCapture(2015, 1, 15)).toBe('insufficient');
  expect(monthlyCapture(2015, 2, 25)).toBe('valid');
  expect(monthlyCapture(2015, 2, 14)).toBe('short');
});
