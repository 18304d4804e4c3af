import type { CityYear } from '../types.ts';

/** Share of a year's values that must be short for the year to be called short throughout. */
export const THROUGHOUT = 0.9;

type Year = Pick<CityYear, 'year' | 'method'>;
const key = ({ year, method }: Year) => `${year}.${method}`;

/**
 * Years of an archive in which nearly every value is `short`: whole days are missing for all cities alike, so that a mark on each of them
 * tells nothing. The text says it once, and its values are not marked.
 */
export function shortThroughout(rows: readonly CityYear[]): (row: Year) => boolean {
  const counts = new Map<string, { all: number; short: number }>();
  for (const row of rows) {
    if (row.value === null) continue;
    const count = counts.get(key(row)) ?? { all: 0, short: 0 };
    counts.set(key(row), { all: count.all + 1, short: count.short + (row.capture === 'short' ? 1 : 0) });
  }
  return (row) => {
    const count = counts.get(key(row));
    return count !== undefined && count.short / count.all >= THROUGHOUT;
  };
}
