import { describe, expect, test } from 'vitest';
import { CRITICAL, criticalValue, spearman, spearmanVerdict } from '../../pipeline/standards/spearman.ts';

test('a series that only falls has -1, with one neighbouring pair the other way -0.9', () => {
  expect(spearman([5, 4, 3, 2, 1])).toBeCloseTo(-1, 12);
  // Ranks 5 4 3 1 2: d = -4 -2 0 3 3, Σd² = 38, 1 - 6·38/120 = -0.9.
  expect(spearman([50, 40, 30, 10, 20])).toBeCloseTo(-0.9, 12);
});

test('equal values share their ranks, and a mirror image is as strong as the series', () => {
  // 5 4 3 3 1 has ranks 5 4 2.5 2.5 1; less 3: 2 1 -0.5 -0.5 -2, times -2 -1 0 1 2: -4 - 1 + 0 - 0.5 - 4 = -9.5;
  // squares 4 + 1 + 0.25 + 0.25 + 4 = 9.5: -9.5/√(9.5·10) = -0.9747. The short formula gives -0.925 here and +0.975 mirrored.
  expect(spearman([5, 4, 3, 3, 1])).toBeCloseTo(-0.974679, 6);
  expect(spearman([1, 3, 3, 4, 5])).toBeCloseTo(0.974679, 6);
});

test('fewer than five years, and years that are all alike, have none', () => {
  expect(spearman([4, 3, 2, 1])).toBeNull();
  expect(spearman([3, 3, 3, 3, 3])).toBeNull();
});

describe('the verdict', () => {
  test('for five years asks for 0.9, which is reached by one neighbouring pair the other way', () => {
    expect(spearmanVerdict(-0.9, 5)).toBe('falling');
    expect(spearmanVerdict(0.8, 5)).toBe('no-trend');
    expect(spearmanVerdict(0.9, 5)).toBe('rising');
  });

  test('asks for a series without a step back where the value must be passed', () => {
    expect(spearmanVerdict(-0.9, 5, 'above')).toBe('no-trend');
    expect(spearmanVerdict(-1, 5, 'above')).toBe('falling');
  });

  test('compares at the decimals of the table: 29/35 for six years is its 0.829', () => {
    expect(spearmanVerdict(-29 / 35, 6)).toBe('falling');
  });

  test('is withheld below five years, and “no trend” where all years are alike', () => {
    expect(spearmanVerdict(null, 4)).toBe('not-assessable');
    expect(spearmanVerdict(null, 5)).toBe('no-trend');
  });
});

test('a number of years that the table leaves out takes the stricter value of the next smaller one', () => {
  expect([4, 5, 11, 13, 20, 25].map(criticalValue)).toEqual([null, 0.9, 0.564, 0.506, 0.377, 0.377]);
});

test('the critical values are those that chance reaches in at most one order in twenty', () => {
  // Spearman's ρ reaches 0.9 in 5 of the 120 orders of five and 0.829 in 21 of the 720 of six; a step lower is too much for five (0.8 in 8).
  const orders = (rest: readonly number[]): number[][] =>
    rest.length
      ? rest.flatMap((first) => orders(rest.filter((n) => n !== first)).map((tail) => [first, ...tail]))
      : [[]];
  for (const n of [5, 6, 7]) {
    const all = orders(Array.from({ length: n }, (_, i) => i));
    const reached = all.filter((order) => spearmanVerdict(spearman(order), n) === 'rising').length;
    expect(reached / all.length).toBeLessThanOrEqual(0.05);
    expect(reached).toBeGreaterThan(0);
  }
  expect(Object.keys(CRITICAL)).toHaveLength(11);
});
