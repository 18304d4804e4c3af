import type { RankRow } from '../types.ts';

/** The first `count` places of a ranking; all that share the last of them are taken in, so that a list of 20 may hold 21. */
export const firstPlaces = (rows: readonly RankRow[], count: number): RankRow[] =>
  rows.filter(({ rank }) => rank <= count);

/** The same from the other end, the last place first; cities that share a place stand in the order of their codes from both ends. */
export function lastPlaces(rows: readonly RankRow[], count: number): RankRow[] {
  const worse = ({ rank }: RankRow) => rows.filter((other) => other.rank > rank).length;
  return rows.filter((row) => worse(row) < count).sort((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1));
}

/** Whether another city of the same ranking has the same place (并列). */
export const shares = (row: RankRow, rows: readonly RankRow[]): boolean =>
  rows.some(({ code, rank }) => code !== row.code && rank === row.rank);

/**
 * A cohort's ranking of a year by PM2.5, cleanest first: its own list where the cohort is ranked by composite index, else the
 * general one, which is by PM2.5 then.
 */
export function pm25Places(rankings: readonly RankRow[], cohort: string, year: number): RankRow[] {
  const own = rankings.filter((row) => row.cohort === cohort && row.year === year);
  const listed = own.filter(({ list }) => list === 'cleanest-pm25');
  return listed.length > 0 ? listed : own.filter(({ list, note }) => list === 'cleanest' && note !== 'by-composite');
}
