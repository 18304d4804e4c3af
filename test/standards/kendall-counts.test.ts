import { expect, test } from 'vitest';
import { kendallCounts, tieGroups, varianceOfS } from '../../pipeline/standards/kendall-counts.ts';

const alone = (n: number) => new Array<number>(n).fill(1);

/** Orders with so many falling pairs, counted by trying every order. */
function counted(values: readonly number[]): number[] {
  const orders = (rest: readonly number[]): number[][] =>
    rest.length === 0
      ? [[]]
      : [...new Set(rest)].flatMap((first) => {
          const at = rest.indexOf(first);
          return orders([...rest.slice(0, at), ...rest.slice(at + 1)]).map((tail) => [first, ...tail]);
        });
  const falls = (order: readonly number[]) =>
    order.reduce((sum, early, i) => sum + order.slice(i + 1).filter((late) => late < early).length, 0);
  const counts: number[] = [];
  for (const order of orders(values)) counts[falls(order)] = (counts[falls(order)] ?? 0) + 1;
  return counts;
}

test('four values have 24 orders, one of which never falls', () => {
  // Kendall, Rank Correlation Methods, appendix 1: 1, 3, 5, 6, 5, 3, 1.
  expect(kendallCounts(alone(4))).toEqual([1, 3, 5, 6, 5, 3, 1]);
});

test('five values have 1, 4, 9, 15, 20, 22 orders up to the middle', () => {
  expect(kendallCounts(alone(5)).slice(0, 6)).toEqual([1, 4, 9, 15, 20, 22]);
});

test('ten values have 3,628,800 orders', () => {
  expect(kendallCounts(alone(10)).reduce((sum, count) => sum + count, 0)).toBe(3_628_800);
});

test('with a pair of equal values the orders are those that can be told apart', () => {
  // 1, 2, 2: the orders 122, 212, 221 have 0, 1 and 2 falling pairs.
  expect(kendallCounts([1, 2])).toEqual([1, 1, 1]);
});

test.each([
  [[1, 2, 2, 3, 3]],
  [[5, 5, 5, 1, 2, 2]],
  [[4, 4]],
])('with ties (%j) the formula counts what trying counts', (values) => {
  expect(kendallCounts(tieGroups(values))).toEqual(counted(values));
});

test('the variance takes off what ties cannot vary', () => {
  // 14 values with one pair equal: (14·13·33 - 2·1·9)/18 = (6006 - 18)/18.
  expect(varianceOfS([...alone(12), 2])).toBeCloseTo(332.6667, 4);
});
