import type { Capture, CityYear, Method } from '../types.ts';
import { keyOf, type MonthLine, partsOf } from './month-line.ts';

/** From the most to the least trusted; equal captures are decided by this order. */
export const METHODS: readonly Method[] = [
  'station-hourly',
  'city-hourly',
  'city-daily',
  'city-daily-37',
  'city-monthly',
  'station-annual',
  'published',
];

/** From the best to the worst. A short year counts its days; an unknown one does not even say how many it lacks. */
const CAPTURES: readonly Capture[] = ['valid', 'short', 'unknown', 'insufficient'];

type Candidate = Readonly<{ method: Method; capture: Capture }>;

const rank = ({ capture, method }: Candidate): number =>
  CAPTURES.indexOf(capture) * METHODS.length + METHODS.indexOf(method);

/**
 * The rows to publish, one for each city, year, subject and statistic, in that order: for each key the best capture, and among
 * equal captures the most trusted method. This is the greatest element of a total order, so the result depends neither on
 * the order of the rows nor on how many runs brought them.
 */
export function mergeYears(rows: readonly CityYear[]): CityYear[] {
  const best = new Map<string, CityYear>();
  for (const row of rows) {
    const key = `${row.code},${row.year},${row.subject},${row.statistic}`;
    const other = best.get(key);
    if (other === undefined || rank(row) < rank(other)) best.set(key, row);
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** One line for each city, month, subject and statistic, in that order. */
export function mergeMonths(lines: readonly MonthLine[]): MonthLine[] {
  const sorted = [...lines].sort();
  const best: MonthLine[] = [];
  let last = '';
  for (const line of sorted) {
    const key = keyOf(line);
    if (key !== last) best.push(line);
    else if (rank(partsOf(line)) < rank(partsOf(best.at(-1) ?? ''))) best[best.length - 1] = line;
    last = key;
  }
  return best;
}
