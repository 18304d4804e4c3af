import { monthlyCapture } from '../standards/data-capture.ts';
import type { Capture, CityMonth, CityYear, Method } from '../types.ts';

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

/**
 * The rows to publish: for each key the best capture, and among equal captures the most trusted method. This is the greatest
 * element of a total order, so the result depends neither on the order of the rows nor on how many runs brought them.
 */
function bestBy<T>(rows: readonly T[], keyOf: (row: T) => string, candidate: (row: T) => Candidate): T[] {
  const rank = (row: T) => {
    const { capture, method } = candidate(row);
    return CAPTURES.indexOf(capture) * METHODS.length + METHODS.indexOf(method);
  };
  const best = new Map<string, T>();
  for (const row of rows) {
    const key = keyOf(row);
    const other = best.get(key);
    if (other === undefined || rank(row) < rank(other)) best.set(key, row);
  }
  return [...best].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, row]) => row);
}

/** One row for each city, year, subject and statistic, in that order. */
export function mergeYears(rows: readonly CityYear[]): CityYear[] {
  return bestBy(
    rows,
    ({ code, year, subject, statistic }) => [code, year, subject, statistic].join(),
    (row) => row,
  );
}

/** One row for each city, month, subject and statistic, in that order. */
export function mergeMonths(rows: readonly CityMonth[]): CityMonth[] {
  return bestBy(
    rows,
    ({ code, month, subject, statistic }) => [code, month, subject, statistic].join(),
    (row) => ({ method: row.method, capture: captureOfMonth(row) }),
  );
}

function captureOfMonth({ month, value, validDays }: CityMonth): Capture {
  if (value === null) return 'insufficient';
  if (validDays === null) return 'unknown';
  return monthlyCapture(Number(month.slice(0, 4)), Number(month.slice(5)), validDays);
}
