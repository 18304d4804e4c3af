import { yearOf } from '../dates.ts';
import type { Edition } from '../types.ts';

type Known = Pick<Edition, 'year' | 'asOf'>;

/** The last day (YYYY-MM-DD) or month (YYYY-MM) of which an edition knows. */
export const knownUntil = ({ year, asOf }: Known): string => asOf ?? `${year}-12-31`;

/** The last month or day of a period: `2017-10..2018-03` → `2018-03`, `2016-01..09` → `2016-09`, `2017` → `2017`. */
function endOf(period: string): string {
  const [start = '', end] = period.split('..');
  if (end === undefined) return start;
  return end.length === 2 ? `${start.slice(0, 4)}-${end}` : end;
}

/**
 * Whether an edition knows a period: one that ends in the year assessed or before; of the time after it only months of autumns
 * and winters that began by then (`2018-01`, `2017-10..2018-03`), as far as {@link knownUntil}.
 */
export function knowsPeriod(period: string, edition: Known): boolean {
  const end = endOf(period);
  if (yearOf(end) <= edition.year) return true;
  const isOfWinter = end.length >= 7 && end.slice(0, 7) <= `${edition.year + 1}-03`;
  return isOfWinter && end <= knownUntil(edition);
}
