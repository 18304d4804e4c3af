/** A month's mean of the daily maximum 8-hour means; `days` with a value, null where the archive gives no count; `of` days in all. */
export type OzoneMonth = Readonly<{ month: number; mean: number; days: number | null; of: number }>;

const SEASON = 6;

/**
 * WHO's peak-season mean of ozone (Air quality guidelines 2021, table 0.1): the mean of the daily maximum 8-hour means over
 * the six months in a row in which it is highest. µg/m³, unrounded. The months are those of one calendar year, January to June through
 * July to December: the guideline does not say whether a season may reach into the next year. A month weighs as many days as
 * it has values, or, where that is not known, all its days.
 *
 * @param months of one year, in any order
 * @returns the mean and the first month of the season; null unless all twelve months are there, each with at least half its days: a season left out
 *   could have been the highest
 */
export function peakSeason(months: readonly OzoneMonth[]): Readonly<{ mean: number; firstMonth: number }> | null {
  const ordered = [...months].sort((a, b) => a.month - b.month);
  const whole =
    ordered.length === 12 && ordered.every(({ month, days, of }, i) => month === i + 1 && (days ?? of) * 2 >= of);
  if (!whole) return null;
  const seasons = ordered.slice(0, 12 - SEASON + 1).map(({ month }, i) => ({
    firstMonth: month,
    mean: weighted(ordered.slice(i, i + SEASON)),
  }));
  return seasons.reduce((best, season) => (season.mean > best.mean ? season : best));
}

function weighted(months: readonly OzoneMonth[]): number {
  const weight = ({ days, of }: OzoneMonth) => days ?? of;
  const sum = months.reduce((total, month) => total + month.mean * weight(month), 0);
  return sum / months.reduce((total, month) => total + weight(month), 0);
}
