import { cumulativeNormal } from 'vega-statistics';
import { EXACT_TO, kendallCounts, pairs, tieGroups, varianceOfS } from './kendall-counts.ts';

/** `s`: pairs that rise less pairs that fall. `tau`: tau-b, -1 to 1. `p`: two-sided, 0 to 1. */
export type MannKendall = Readonly<{ s: number; tau: number; p: number; exact: boolean }>;

/**
 * Whether values in the order of time tend one way (Mann 1945, Kendall 1970, as in Gilbert 1987, 16.4).
 * Up to ten values p is exact, also with ties: the share of all orders of these values whose S is at least as far from
 * nought. From eleven it comes from Z = (S ∓ 1)/√Var(S), the variance corrected for ties. tau-b counts only pairs of unequal values,
 * S/√(pairs · pairs that are unequal), so that ties do not pull it to nought. Unrounded.
 *
 * @param values one for each time, in order; the times themselves do not matter, nor gaps between them
 * @returns null for fewer than two values, or when all are equal: then nothing can be said
 */
export function mannKendall(values: readonly number[]): MannKendall | null {
  const groups = tieGroups(values);
  if (groups.length < 2) return null;
  const s = values.reduce(
    (sum, early, i) => sum + values.slice(i + 1).reduce((inner, late) => inner + Math.sign(late - early), 0),
    0,
  );
  const all = pairs(values.length);
  const unequal = all - groups.reduce((sum, size) => sum + pairs(size), 0);
  const exact = values.length <= EXACT_TO;
  return { s, tau: s / Math.sqrt(all * unequal), p: exact ? exactP(s, groups) : normalP(s, groups), exact };
}

function exactP(s: number, groups: readonly number[]): number {
  const counts = kendallCounts(groups);
  const unequal = counts.length - 1;
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  return sum(counts.filter((_, k) => Math.abs(unequal - 2 * k) >= Math.abs(s))) / sum(counts);
}

function normalP(s: number, groups: readonly number[]): number {
  if (s === 0) return 1;
  return 2 * cumulativeNormal(-(Math.abs(s) - 1) / Math.sqrt(varianceOfS(groups)));
}
