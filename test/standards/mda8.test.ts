import { expect, test } from 'vitest';
import { mda8 } from '../../pipeline/standards/mda8.ts';

const day = (value: (label: number) => number | null) => Array.from({ length: 24 }, (_, i) => value(i + 1));

test('the first window is hours 1 to 8, the last 17 to 24', () => {
  expect(mda8(day((h) => (h <= 8 ? 80 : 0)))).toBe(80);
  expect(mda8(day((h) => (h >= 17 ? 80 : 0)))).toBe(80);
});

test('the maximum is of means of eight hours, not of hours', () => {
  expect(mda8(day((h) => (h === 14 ? 160 : 80)))).toBe(90);
});

test('a window needs six hours', () => {
  // Hours 9 and 10 missing: every window has six at least.
  expect(mda8(day((h) => (h === 9 || h === 10 ? null : 100)))).toBe(100);
});

test('14 windows are enough, 13 are not', () => {
  // Without hours 1..h the window ending at 8 has 8 - h values; windows ending at 8..h+5 have fewer than six.
  expect(mda8(day((h) => (h <= 5 ? null : 100)))).toBe(100); // valid windows end at 11..24: 14
  expect(mda8(day((h) => (h <= 6 ? null : 100)))).toBeNull(); // 12..24: 13
});

test('fewer than 14 windows still count above the limit, not at it', () => {
  expect(mda8(day((h) => (h <= 6 ? null : 160)))).toBeNull();
  expect(mda8(day((h) => (h <= 6 ? null : 160.1)))).toBeCloseTo(160.1, 10);
  expect(
    mda8(
      day((h) => (h <= 6 ? null : 120)),
      100,
    ),
  ).toBe(120);
});

test('a day without hours has none, and a day has 24 hours', () => {
  expect(mda8(day(() => null))).toBeNull();
  expect(() => mda8([1, 2, 3])).toThrow(RangeError);
});
