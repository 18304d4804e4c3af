import type { Pollutant, Subject } from '../types.ts';
import { concentrationDecimals, concentrationUnit } from '../units.ts';

/**
 * Unit and printed decimals of a statistic: rates 1, concentrations as the rules of the year have them.
 *
 * @param decimals of a concentration; by default HJ 663-2013's table: 0, CO 1. `CityValues.decimalsIn(year)` gives those in force
 */
export function measureOf(
  subject: Subject,
  statistic: string,
  decimals: (pollutant: Pollutant) => number = concentrationDecimals,
): Readonly<{ unit: string; decimals: number }> {
  if (statistic.endsWith('-share')) return { unit: '%', decimals: 1 };
  if (statistic.endsWith('-days')) return { unit: 'days', decimals: 0 };
  if (statistic === 'composite-index') return { unit: '', decimals: 2 };
  if (statistic === 'dust-part') return { unit: 'µg/m³', decimals: 1 };
  if (subject === 'aqi' || subject === 'all') return { unit: '', decimals: 0 };
  return { unit: concentrationUnit(subject), decimals: decimals(subject) };
}

/** Unit of a difference: percentage points for shares. */
export function differenceUnit(unit: string): string {
  return unit === '%' ? 'pp' : unit;
}
