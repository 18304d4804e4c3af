import { onOneSide } from './change.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues, Present } from './values.ts';

export type Span = Readonly<{ from: number; to: number }>;

/**
 * The years between which cities are compared: from the first year in which nearly all cities of the panel
 * ({@link COVERAGE_FLOOR}) have an annual mean of PM2.5, to the year assessed or, where that stands on another state of the
 * air, to the last year on exactly the state of the first. The year 2018, which mixes both states, ends a span only when it is the year
 * assessed, and then carries its note. Null when no such pair of years exists. Never across the change of state:
 * GB 3095-2012, amendment in force from 2018-09-01.
 */
export function twinSpan(values: CityValues, panel: Panel, year: number): Span | null {
  const rowsOf = (y: number) => values.present(panel.codes, 'pm25', 'annual-mean', y);
  const full = values.years.filter(
    (y) => y <= year && panel.codes.length > 0 && rowsOf(y).length / panel.codes.length >= COVERAGE_FLOOR,
  );
  const [from] = full;
  if (from === undefined) return null;
  const start = rowsOf(from);
  const sameState = (rows: readonly Present[]) => new Set([...start, ...rows].map(({ basis }) => basis)).size === 1;
  const to = full.findLast((y) => y > from && (y === year ? onOneSide(start, rowsOf(y)) : sameState(rowsOf(y))));
  return to === undefined ? null : { from, to };
}
