import { Decimal } from 'decimal.js';
import { expect, test } from 'vitest';
import { roundedNumber, roundedShortest, roundHalfEven } from '../../pipeline/standards/rounding.ts';

// Expected values: standards.md section 7, GB/T 8170-2008.
test.each([
  [34.5, 0, '34'],
  [35.5, 0, '36'],
  [35.4, 0, '35'],
  [2.5, 0, '2'],
  [3.5, 0, '4'],
  [2.51, 0, '3'],
  [0.25, 1, '0.2'],
  [0.35, 1, '0.4'],
  [2.675, 2, '2.68'],
  [2.665, 2, '2.66'],
  [1.005, 2, '1.00'],
  ['35.50000000000000000001', 0, '36'],
  ['34.50000000000000000001', 0, '35'],
  [7, 2, '7.00'],
])('%s to %i decimals is %s', (value, decimals, expected) => {
  expect(roundHalfEven(value, decimals)).toBe(expected);
});

test('negative values round to even as well, and never to minus zero', () => {
  expect(roundHalfEven(-2.5, 0)).toBe('-2');
  expect(roundHalfEven(-0.4, 0)).toBe('0');
  expect(roundHalfEven(-0.04, 1)).toBe('0.0');
  expect(roundHalfEven(-3.04, 1)).toBe('-3.0');
  expect(roundedNumber(-2.96, 1)).toBe(-3);
  expect(roundedNumber(-0.04, 1)).toBe(0);
});

test('the numeric and the shortest forms are the same value', () => {
  expect(roundedNumber(35.5, 0)).toBe(36);
  expect(roundedShortest(12.50000001, 4)).toBe('12.5');
  expect(roundedShortest(100, 4)).toBe('100');
});

test('what is no finite number is refused', () => {
  expect(() => roundHalfEven(Number.NaN, 0)).toThrow(RangeError);
  expect(() => roundHalfEven('abc', 0)).toThrow(/“abc” is no number/);
});

test('what is rounded without decimals is what decimals give, from hourly CO to whole counts, also next to halfway', () => {
  const wrong: string[] = [];
  let seed = 20190101;
  const random = () => {
    seed = (Math.imul(seed, 1664525) + 1013904223) >>> 0;
    return seed / 2 ** 32;
  };
  for (let i = 0; i < 30_000; i++) {
    const decimals = i % 9;
    const size = 10 ** Math.floor(random() * 8 - 3);
    const halfway = (Math.floor(random() * size * 10 ** decimals) + 0.5) / 10 ** decimals;
    const value = i % 3 === 0 ? halfway : i % 3 === 1 ? halfway * (1 + 2 ** -48) : random() * size;
    const exact = new Decimal(value).toDecimalPlaces(decimals, Decimal.ROUND_HALF_EVEN);
    const found = [roundHalfEven(value, decimals), roundedShortest(value, decimals)];
    const wanted = [exact.toFixed(decimals), exact.toFixed()];
    if (found.join() !== wanted.join()) wrong.push(`${value} to ${decimals}: ${found}, not ${wanted}`);
  }
  expect(wrong).toEqual([]);
});
