import { expect, test } from 'vitest';
import { percentile } from '../../../pipeline/standards/percentile.ts';

const upTo = (n: number) => Array.from({ length: n }, (_, i) => n - i);

// HJ 663-2013, annex A: k = 1 + (n − 1)·p/100; of the numbers 1 to n the percentile is k itself.
test.each([
  [1, 90, 1, 'k = 1'],
  [2, 95, 1.95, '1 + 1·0.95'],
  [324, 95, 307.85, '1 + 323·0.95'],
  [365, 90, 328.6, '1 + 364·0.90'],
  [365, 95, 346.8, '1 + 364·0.95'],
  [365, 98, 357.72, '1 + 364·0.98'],
  [366, 90, 329.5, '1 + 365·0.90'],
  [366, 95, 347.75, '1 + 365·0.95'],
  [366, 98, 358.7, '1 + 365·0.98'],
  [365, 0, 1, 'the lowest'],
  [365, 100, 365, 'the highest'],
])('HJ 663-2013, annex A: of 1 to %i, P%i is %f (%s)', (n, p, expected) => {
  expect(percentile(upTo(n), p)).toBeCloseTo(expected, 9);
});

test('HJ 663-2013, annex A: between two values in proportion, of 10 and 20 P90 is 19; of none there is none', () => {
  expect(percentile([20, 10], 90)).toBeCloseTo(19, 9);
  expect(percentile([], 90)).toBeNull();
});
