import { expect, test } from 'vitest';
import { daysInMonth } from '../../../pipeline/dates.ts';
import { dailyMean } from '../../../pipeline/standards/daily-mean.ts';
import { annualCapture, monthlyCapture } from '../../../pipeline/standards/data-capture.ts';
import { mda8 } from '../../../pipeline/standards/mda8.ts';

const hours = (of: (hour: number) => number | null) => Array.from({ length: 24 }, (_, i) => of(i + 1));

test.each([
  [20, 10],
  [19, null],
])('GB 3095-2012, table 4: a day of %i hours has the mean %s', (count, expected) => {
  expect(dailyMean(hours((hour) => (hour <= count ? 10 : null)))).toBe(expected);
});

/** Full months, but for those given. */
const months = (year: number, given: Readonly<Record<number, number>>) =>
  Array.from({ length: 12 }, (_, i) => given[i + 1] ?? daysInMonth(year, i + 1));
const SHORTEST = { 2: 25, ...Object.fromEntries([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map((month) => [month, 27])) };

test.each([
  ['324 days: 11 × 27 + 25 = 322, and two more in January', 2019, { ...SHORTEST, 1: 29 }, 'valid'],
  ['323 days, though each month has enough', 2019, { ...SHORTEST, 1: 28 }, 'short'],
  ['27 days of March', 2019, { 3: 27 }, 'valid'],
  ['26 days of March, 360 of the year', 2019, { 3: 26 }, 'short'],
  ['25 days of February', 2019, { 2: 25 }, 'valid'],
  ['24 days of February', 2019, { 2: 24 }, 'short'],
  ['25 days of February in a leap year', 2020, { 2: 25 }, 'valid'],
  ['24 days of February in a leap year', 2020, { 2: 24 }, 'short'],
] as const)('GB 3095-2012, table 4: %s', (_, year, given, expected) => {
  expect(annualCapture(year, months(year, given))).toBe(expected);
});

test.each([
  [3, 27, 'valid'],
  [3, 26, 'short'],
  [2, 25, 'valid'],
  [2, 24, 'short'],
] as const)('GB 3095-2012, table 4: month %i with %i days is %s', (month, days, expected) => {
  expect(monthlyCapture(2019, month, days)).toBe(expected);
});

// Hours 1 to 8 have 200 µg/m³, the others 50. Without hours 7 and 8 each window has six hours, the first of 200; without
// hour 6 as well those ending at 8 to 13 have five, and the 11 left are too few.
test.each([
  ['six hours make a window', [7, 8], 200],
  ['five hours make none', [6, 7, 8], null],
] as const)('GB 3095-2012, table 4: %s', (_, missing, expected) => {
  const given: readonly number[] = missing;
  expect(mda8(hours((hour) => (given.includes(hour) ? null : hour <= 8 ? 200 : 50)))).toBe(expected);
});

// The first n hours missing: a window ending at e ≥ n + 6 has six hours, so 14 windows for n = 5, 13 for n = 6.
test.each([
  ['14 windows', 5, 100, 'above-limit', 100],
  ['13 windows', 6, 100, 'above-limit', null],
  ['13 windows at the limit of 160', 6, 160, 'above-limit', null],
  ['13 windows above the limit', 6, 161, 'above-limit', 161],
  ['13 windows above the limit, where that does not count', 6, 161, 'never', null],
] as const)('HJ 663-2013, validity: %s', (_, missing, level, rule, expected) => {
  expect(
    mda8(
      hours((hour) => (hour <= missing ? null : level)),
      160,
      rule,
    ),
  ).toBe(expected);
});
