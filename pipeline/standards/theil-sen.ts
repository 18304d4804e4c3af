import { quantileNormal } from 'vega-statistics';
import { EXACT_TO, kendallCounts, tieGroups, varianceOfS } from './kendall-counts.ts';
import { percentile } from './percentile.ts';

export type Point = Readonly<{ year: number; value: number }>;

/** In the unit of the values, per year. The limits are null where the series is too short for the confidence asked for. */
export type TheilSen = Readonly<{ slope: number; low: number | null; high: number | null }>;

/** Two-sided: one chance in twenty on either side, as the one-sided 0.05 of HJ 663-2013 annex B has it. */
export const CONFIDENCE = 0.9;

/**
 * The median of the slopes between all pairs of years (Theil 1950, Sen 1968): one odd year hardly moves it, and years may be
 * missing. With it the interval that holds the true slope with at least the confidence asked for. Unrounded.
 *
 * Up to ten years the interval is exact: the r-th lowest and the r-th highest slope, r being as large as the distribution
 * of Kendall's S allows (Hollander and Wolfe, 9.3). At 90 % that takes four years, for which it runs from the lowest slope to the
 * highest. From eleven years it is Sen's, with a normal distribution (Gilbert 1987, 16.5): the M1-th lowest and the (M2 + 1)-th,
 * between two slopes in proportion.
 *
 * @param points one for each year, in any order; no year twice
 * @returns null for fewer than two years
 */
export function theilSen(points: readonly Point[], confidence = CONFIDENCE): TheilSen | null {
  const ordered = [...points].sort((a, b) => a.year - b.year);
  const slopes = ordered
    .flatMap((from, i) => ordered.slice(i + 1).map((to) => (to.value - from.value) / (to.year - from.year)))
    .sort((a, b) => a - b);
  const slope = percentile(slopes, 50);
  if (slope === null) return null;
  const n = ordered.length;
  const rank =
    n <= EXACT_TO
      ? exactRank(n, confidence)
      : normalRank(
          ordered.map(({ value }) => value),
          slopes.length,
          confidence,
        );
  return { slope, low: orderStatistic(slopes, rank), high: orderStatistic(slopes, slopes.length + 1 - rank) };
}

/** Without ties: a true slope has no reason to be one that two years share. */
function exactRank(n: number, confidence: number): number {
  const counts = kendallCounts(new Array<number>(n).fill(1));
  const orders = counts.reduce((sum, count) => sum + count, 0);
  const tail = (rank: number) => counts.slice(0, rank).reduce((sum, count) => sum + count, 0) / orders;
  // A hair of tolerance, so that a share that is the limit itself is not lost to the last bit.
  const allowed = counts.filter((_, k) => tail(k + 1) <= (1 - confidence) / 2 + 1e-12);
  return allowed.length;
}

function normalRank(values: readonly number[], slopes: number, confidence: number): number {
  const spread = quantileNormal((1 + confidence) / 2) * Math.sqrt(varianceOfS(tieGroups(values)));
  return (slopes - spread) / 2;
}

/** The k-th lowest, k from 1; between two in proportion; null beyond the ends. */
function orderStatistic(sorted: readonly number[], k: number): number | null {
  const below = Math.floor(k);
  const [low, high] = [sorted[below - 1], sorted[below] ?? sorted[below - 1]];
  if (low === undefined || high === undefined || k > sorted.length) return null;
  return low + (high - low) * (k - below);
}
