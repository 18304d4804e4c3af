import { expect, test } from 'vitest';
import { theilSen } from '../../pipeline/standards/theil-sen.ts';

const points = (values: readonly number[], first = 2013) => values.map((value, i) => ({ year: first + i, value }));

test('five years have ten slopes; the interval leaves out the lowest and the highest', () => {
  // 72 64 55 50 47. One year apart: -8 -9 -5 -3; two: -8.5 -7 -4; three: -22/3 = -7.333 -17/3 = -5.667; four: -25/4 = -6.25.
  // In order: -9 -8.5 -8 -7.333 -7 -6.25 -5.667 -5 -4 -3. Median (-7 - 6.25)/2. Of 120 orders 5 have S of 8 or more
  // (0.042, at most 0.05), 14 of 6 or more: the second from either end.
  const { slope, low, high } = theilSen(points([72, 64, 55, 50, 47])) ?? {};
  expect(slope).toBeCloseTo(-6.625, 12);
  expect(low).toBeCloseTo(-8.5, 12);
  expect(high).toBeCloseTo(-4, 12);
});

test('four years have an interval from the lowest slope to the highest', () => {
  // 50 46 43 39: -4 -3 -4; -3.5 -3.5; -11/3. In order: -4 -4 -3.667 -3.5 -3.5 -3, median (-3.667 - 3.5)/2 = -3.5833.
  const { slope, low, high } = theilSen(points([50, 46, 43, 39])) ?? {};
  expect(slope).toBeCloseTo(-43 / 12, 12);
  expect([low, high]).toEqual([-4, -3]);
});

test('six years leave out two slopes on either side', () => {
  // 1, 5, 14 of 720 orders: 20/720 = 0.028 is allowed, 49/720 = 0.068 is not; so the third from either end.
  // Squares: the slope between years i and j is i + j: 3 4 5 5 6 6 7 7 7 8 8 9 9 10 11.
  const { slope, low, high } = theilSen(points([1, 4, 9, 16, 25, 36])) ?? {};
  expect([slope, low, high]).toEqual([7, 5, 9]);
});

test('three years have a slope and no interval', () => {
  expect(theilSen(points([50, 47, 43]))).toEqual({ slope: -3.5, low: null, high: null });
});

test('a year left out counts as two years, and the order given does not matter', () => {
  // 40 (2013), 32 (2014), 25 (2015), 17 (2017): -8 -7 -4 (two years); -7.5 -5 (three); -5.75 (four).
  // In order -8 -7.5 -7 -5.75 -5 -4: median (-7 - 5.75)/2.
  const given = [
    { year: 2017, value: 17 },
    { year: 2013, value: 40 },
    { year: 2015, value: 25 },
    { year: 2014, value: 32 },
  ];
  expect(theilSen(given)).toEqual({ slope: -6.375, low: -8, high: -4 });
});

test('one odd year hardly moves the slope', () => {
  // 10 8 60 4 2: the six slopes without the third year are all -2; with it 52, 25, -29 and -56, two on either side.
  expect(theilSen(points([10, 8, 60, 4, 2]))?.slope).toBe(-2);
});

test('from eleven years the limits lie between slopes in proportion', () => {
  // Squares of 1 to 11: 55 slopes i + j, of which 1 1 2 2 3 3 4 4 5 5 5 4 4 3 3 2 2 1 1 are 3, 4, … 21; median, the 28th, 12.
  // Var(S) = 11·10·27/18 = 165, C = 1.644854·√165 = 21.12855. M1 = (55 - C)/2 = 16.93573: the 16th is 9, the 17th 10.
  // M2 + 1 = (55 + C)/2 + 1 = 39.06427: the 39th is 14, the 40th 15.
  const { slope, low, high } = theilSen(points(Array.from({ length: 11 }, (_, i) => (i + 1) ** 2))) ?? {};
  expect(slope).toBe(12);
  expect(low).toBeCloseTo(9.93573, 4);
  expect(high).toBeCloseTo(14.06427, 4);
});

test('one year has no slope', () => expect(theilSen(points([50]))).toBeNull());
