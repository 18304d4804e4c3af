import { describe, expect, test } from 'vitest';
import { mannKendall } from '../../pipeline/standards/mann-kendall.ts';

describe('the exact probability', () => {
  // Twice the one-sided values of Gilbert (1987), table A18: 0.042; 0.0083, 0.042; 0.0014, 0.0083.
  test.each([
    ['four values that only fall', [4, 3, 2, 1], -6, 2 / 24],
    ['five values that only rise', [1, 2, 3, 4, 5], 10, 2 / 120],
    ['five values with one step back', [1, 2, 3, 5, 4], 8, 10 / 120],
    ['six values that only fall', [6, 5, 4, 3, 2, 1], -15, 2 / 720],
    ['six values with one step back', [6, 5, 4, 3, 1, 2], -13, 12 / 720],
  ])('of %s', (_, values, s, p) => {
    const made = mannKendall(values);
    expect(made?.s).toBe(s);
    expect(made?.p).toBeCloseTo(p, 12);
    expect(made?.exact).toBe(true);
  });

  test('is one when as many pairs rise as fall', () => {
    // 2 4 1 3: 2-4, 2-3 and 1-3 rise, 2-1, 4-1 and 4-3 fall: S = 3 - 3, and no order is nearer to nought.
    expect(mannKendall([2, 4, 1, 3])?.s).toBe(0);
    expect(mannKendall([2, 4, 1, 3])?.p).toBe(1);
  });

  test('counts with ties only the orders that can be told apart', () => {
    // 3 2 2 1: pairs 3>2, 3>2, 3>1, 2=2, 2>1, 2>1: S = -5 of 5 unequal pairs. 4!/2! = 12 orders, of which this and its
    // mirror image are as far out: p = 2/12. tau-b = -5/√(6·5).
    const made = mannKendall([3, 2, 2, 1]);
    expect(made?.s).toBe(-5);
    expect(made?.p).toBeCloseTo(2 / 12, 12);
    expect(made?.tau).toBeCloseTo(-5 / Math.sqrt(30), 12);
  });
});

test('from eleven values the probability comes from Z with the correction for ties', () => {
  // John Little, College of the Holy Cross, "A Mann-Kendall Example (By Hand)": S = 54, V = 332.67, Z = 2.9058, one-sided
  // p about .0018. Z = 53/√(5988/18) = 2.905802, two-sided 2·(1 - Φ(2.905802)) = 0.00366.
  const made = mannKendall([12.9, 14.8, 13.2, 15.7, 13.8, 15.6, 12.9, 11.0, 17.3, 15.9, 19.0, 18.3, 20.1, 21.7]);
  expect(made?.s).toBe(54);
  expect(made?.exact).toBe(false);
  expect(made?.p).toBeCloseTo(0.00366, 5);
});

test('nothing can be said of values that are all equal, or of one', () => {
  expect(mannKendall([7, 7, 7, 7])).toBeNull();
  expect(mannKendall([7])).toBeNull();
});
