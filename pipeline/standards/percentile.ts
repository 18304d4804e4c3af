/**
 * The p-th percentile of a city's daily values (HJ 663-2013, annex A): values ascending X(1..n), k = 1 + (n - 1)·p/100,
 * s = ⌊k⌋, m = X(s) + (X(s+1) - X(s))·(k - s). The same as Excel's PERCENTILE.INC.
 *
 * @param values in any order; they are not changed
 * @param p 0 to 100
 * @returns in the unit of the values, unrounded; null when there is no value. Whether there are enough values for the
 *   year is a question for data-capture.ts.
 */
export function percentile(values: readonly number[], p: number): number | null {
  if (p < 0 || p > 100) throw new RangeError(`percentile ${p} is not between 0 and 100`);
  const sorted = new Float64Array(values).sort();
  // (n - 1)·p before the division keeps the rank exact: 364 × 95 / 100, not 364 × 0.95.
  const rank = ((sorted.length - 1) * p) / 100;
  const below = Math.floor(rank);
  const low = sorted[below];
  if (low === undefined) return null;
  const high = sorted[below + 1] ?? low;
  return low + (high - low) * (rank - below);
}
