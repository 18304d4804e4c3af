import { type MannKendall, mannKendall } from './mann-kendall.ts';
import { spearman, spearmanVerdict, type TrendVerdict } from './spearman.ts';
import { type Point, type TheilSen, theilSen } from './theil-sen.ts';

/** Fewer years than these have no 90 % interval at all, so that a slope through them would stand without any. */
export const TREND_YEARS = 4;

export type Trend = Readonly<{
  /** Number of yearly values, not of years from first to last. */
  years: number;
  sen: TheilSen;
  /** The slope in % of the mean of the series, per year; null when that mean is nought. */
  percent: number | null;
  /** Null when all values are equal. */
  kendall: MannKendall | null;
  /** Null below five years. */
  spearman: number | null;
  verdict: TrendVerdict;
}>;

/**
 * All that is said of a yearly series on one state of the air: Sen's slope with its interval, Mann and Kendall's test, and the
 * verdict of HJ 663-2013 annex B. Unrounded.
 *
 * @returns null below {@link TREND_YEARS} values
 */
export function trend(points: readonly Point[]): Trend | null {
  const ordered = [...points].sort((a, b) => a.year - b.year);
  const sen = theilSen(ordered);
  if (sen === null || ordered.length < TREND_YEARS) return null;
  const values = ordered.map(({ value }) => value);
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const r = spearman(values);
  return {
    years: values.length,
    sen,
    percent: mean === 0 ? null : (sen.slope / mean) * 100,
    kendall: mannKendall(values),
    spearman: r,
    verdict: spearmanVerdict(r, values.length),
  };
}
