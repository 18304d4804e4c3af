import { expect, test } from 'vitest';
import { percentile } from '../../pipeline/standards/percentile.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => i + 1);

// k = 1 + (n - 1)·p/100; on 1..n the percentile is k itself (standards.md section 12).
test.each([
  [365, 95, 346.8],
  [365, 90, 328.6],
  [365, 98, 357.72],
  [366, 90, 329.5],
])('of 1..%i the %ith percentile is %f', (n, p, expected) => {
  expect(percentile(upTo(n), p)).toBeCloseTo(expected, 10);
});

test('the order of the values does not matter and they are left as they are', () => {
  const values = [30, 10, 20];
  expect(percentile(values, 50)).toBe(20);
  expect(values).toEqual([30, 10, 20]);
});

test('numbers are sorted as numbers', () => {
  expect(percentile([9, 10, 100], 100)).toBe(100);
  expect(percentile([9, 10, 100], 0)).toBe(9);
});

test('one value is every percentile, no value is none', () => {
  expect(percentile([42], 98)).toBe(42);
  expect(percentile([], 98)).toBeNull();
});

test('a percentile outside 0 to 100 is refused', () => {
  expect(() => percentile([1], 101)).toThrow(RangeError);
});
