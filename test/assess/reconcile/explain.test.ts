import { describe, expect, test } from 'vitest';
import { type Effect, explain } from '../../../pipeline/assess/reconcile/explain.ts';

const effect = (key: string, low: number, high: number): Effect => ({ key, interval: { low, high } });
const reasons = (difference: number, ...effects: Effect[]) => explain(difference, 1, () => effects);

describe('a difference', () => {
  test('of half a printed step is rounding, of a whole step agreement, and no reason is asked', () => {
    const never = () => {
      throw new Error('asked');
    };
    expect(explain(0.5, 1, never)).toEqual(['rounding']);
    expect(explain(-0.51, 1, never)).toEqual(['within-unit']);
    expect(explain(1, 1, never)).toEqual(['within-unit']);
    // 34.5 less 34.4 is a little more than 0.1 in floating point.
    expect(explain(34.5 - 34.4, 0.1, never)).toEqual(['within-unit']);
  });

  // 0.5 of rounding + 2 of dust = 2.5.
  test('is explained up to what the reason and half a step can make, and not beyond', () => {
    expect(reasons(2.5, effect('dust', 0, 2))).toEqual(['dust']);
    expect(reasons(2.51, effect('dust', 0, 2))).toEqual(['dust', 'unexplained']);
  });

  test('is not explained by a reason that points the other way', () => {
    expect(reasons(-2, effect('dust', 0, 5))).toEqual(['unexplained']);
    expect(reasons(2, effect('basis', -5, 0))).toEqual(['unexplained']);
  });

  test('has its reasons in their order, as many as it takes', () => {
    const all = [effect('dust', 0, 2), effect('capture', -1, 1), effect('archive', -3, 3)];
    expect(reasons(2.4, ...all)).toEqual(['dust']);
    expect(reasons(3.4, ...all)).toEqual(['dust', 'capture']);
    expect(reasons(6.4, ...all)).toEqual(['dust', 'capture', 'archive']);
    expect(reasons(6.6, ...all)).toEqual(['dust', 'capture', 'archive', 'unexplained']);
  });

  // Panel (1.0) is asked first, but the archive (4.0) covers 4.2 with rounding alone.
  test('does without a reason that the others do not need', () => {
    expect(reasons(4.2, effect('panel', -1, 1), effect('archive', -4, 4))).toEqual(['archive']);
  });

  test('does not name a reason that makes less than a tenth of it', () => {
    expect(reasons(5, effect('panel', -0.4, 0.4), effect('archive', -4.5, 4.5))).toEqual(['archive']);
    expect(reasons(5, effect('panel', -0.5, 0.5), effect('archive', -4.2, 4.2))).toEqual(['panel', 'archive']);
  });
});
