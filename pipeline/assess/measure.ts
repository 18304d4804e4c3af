import type { Subject } from '../types.ts';
import { concentrationDecimals, concentrationUnit } from '../units.ts';

/** Unit and printed decimals of a statistic (HJ 663-2013, table of decimals: rates 1, concentrations 0, CO 1). */
export function measureOf(subject: Subject, statistic: string): Readonly<{ unit: string; decimals: number }> {
  if (statistic.endsWith('-share')) return { unit: '%', decimals: 1 };
  if (statistic.endsWith('-days')) return { unit: 'days', decimals: 0 };
  if (statistic === 'composite-index') return { unit: '', decimals: 2 };
  if (statistic === 'dust-part') return { unit: 'µg/m³', decimals: 1 };
  if (subject === 'aqi' || subject === 'all') return { unit: '', decimals: 0 };
  return { unit: concentrationUnit(subject), decimals: concentrationDecimals(subject) };
}

/** Unit of a difference: percentage points for shares. */
export function differenceUnit(unit: string): string {
  return unit === '%' ? 'pp' : unit;
}
