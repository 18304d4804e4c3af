import { roundedNumber } from './rounding.ts';

/** Critical values of the rank correlation, one-sided 0.05, by number of years (HJ 663-2013, annex B). */
export const CRITICAL: Readonly<Record<number, number>> = {
  5: 0.9,
  6: 0.829,
  7: 0.714,
  8: 0.643,
  9: 0.6,
  10: 0.564,
  12: 0.506,
  14: 0.456,
  16: 0.425,
  18: 0.399,
  20: 0.377,
};

export const TREND_VERDICTS = ['falling', 'rising', 'no-trend', 'not-assessable'] as const;
export type TrendVerdict = (typeof TREND_VERDICTS)[number];

/** Annex B asks for so many years. */
export const SPEARMAN_YEARS = 5;

/**
 * Spearman's rank correlation of values with time (HJ 663-2013, annex B): 1 - 6·Σd²/(N³ - N), d the rank of the year less that of
 * the value. -1 to 1, unrounded. Annex B says nothing of ties: equal values share the mean of their ranks, and the
 * coefficient is then taken as the correlation of the ranks, which is the same number without ties and, unlike the short formula,
 * gives a series and its mirror image the same strength.
 *
 * @param values one for each year, in the order of the years
 * @returns null for fewer than five values, or when all are equal
 */
export function spearman(values: readonly number[]): number | null {
  if (values.length < SPEARMAN_YEARS) return null;
  const ranks = meanRanks(values);
  const middle = (values.length + 1) / 2;
  const product = ranks.reduce((sum, rank, i) => sum + (rank - middle) * (i + 1 - middle), 0);
  const ofRanks = ranks.reduce((sum, rank) => sum + (rank - middle) ** 2, 0);
  const ofYears = (values.length ** 3 - values.length) / 12;
  return ofRanks === 0 ? null : product / Math.sqrt(ofRanks * ofYears);
}

/**
 * What annex B says of a series: falling or rising when |r| reaches the critical value, r rounded to the three decimals of the table.
 * `reaching: 'above'` asks for more than the critical value, as the annex may also be read; for five years only a
 * series without any step back would then count. Reaching it is the rule here because the table's values are those that chance reaches
 * in at most one case in twenty (five years: |r| ≥ 0.9 in 5 of 120 orders). For a number of years that the table leaves
 * out the next smaller one counts, whose value is stricter. `not-assessable` below five years.
 */
export function spearmanVerdict(
  r: number | null,
  years: number,
  reaching: 'at-least' | 'above' = 'at-least',
): TrendVerdict {
  const critical = criticalValue(years);
  if (critical === null) return 'not-assessable';
  // All values equal: there is no rank to correlate, and no trend.
  if (r === null) return 'no-trend';
  const size = roundedNumber(Math.abs(r), 3);
  const counts = reaching === 'above' ? size > critical : size >= critical;
  return counts ? (r < 0 ? 'falling' : 'rising') : 'no-trend';
}

/** For the largest listed number of years that is not above it; null below five. */
export function criticalValue(years: number): number | null {
  const listed = Math.max(
    ...Object.keys(CRITICAL)
      .map(Number)
      .filter((n) => n <= years),
  );
  return CRITICAL[listed] ?? null;
}

function meanRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const lower = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return lower + (equal + 1) / 2;
  });
}
