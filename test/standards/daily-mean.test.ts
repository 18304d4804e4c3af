import { expect, test } from 'vitest';
import { dailyMean, meanOfAtLeast } from '../../pipeline/standards/daily-mean.ts';

const hours = (valid: number) => Array.from({ length: 24 }, (_, i) => (i < valid ? 10 : null));

test('20 hours make a day, 19 do not', () => {
  expect(dailyMean(hours(20))).toBe(10);
  expect(dailyMean(hours(19))).toBeNull();
});

test('a missing hour is not a zero', () => {
  expect(dailyMean([...Array(20).fill(30), null, null, null, null])).toBe(30);
});

test('zero is a value, and no value has no mean', () => {
  expect(meanOfAtLeast(1, [0, 0])).toBe(0);
  expect(meanOfAtLeast(0, [])).toBeNull();
});
