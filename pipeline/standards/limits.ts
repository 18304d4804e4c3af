import { within } from '../dates.ts';
import type { Limit, Pollutant } from '../types.ts';

/**
 * The limit in force on a date (GB 3095, tables 1 and 2), in the unit of the pollutant.
 *
 * @param date YYYY-MM-DD; a year is assessed by the limits of its last day
 * @returns null when the tables hold none, as for the annual mean of CO or O3
 */
export function limitOn(
  limits: readonly Limit[],
  date: string,
  pollutant: Pollutant,
  averaging: Limit['averaging'],
  grade: 1 | 2 = 2,
): number | null {
  const found = limits.find(
    (row) =>
      row.pollutant === pollutant &&
      row.averaging === averaging &&
      row.grade === grade &&
      within(date, row.from, row.to),
  );
  return found?.limit ?? null;
}
