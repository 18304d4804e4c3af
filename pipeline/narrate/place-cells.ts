import { shares } from '../assess/places.ts';
import type { RankRow } from '../types.ts';
import type { Context } from './context.ts';
import type { TableCell } from './table.ts';

/** The rank of a row with the places it could be; `variant` tells its ranking from others of the cohort. */
export const placeCell = (row: RankRow, rows: readonly RankRow[], variant = ''): TableCell => ({
  place: `computed.${row.code}.${row.note.startsWith('by-pm25') ? 'pm25' : 'all'}.rank.@Y.${row.cohort}${variant}`,
  tied: shares(row, rows),
});

/** A rank alone, for orders of which no range is known: changes, months, single numbers. */
export const rankText = (rank: number, tied: boolean, { strings }: Context): TableCell => ({
  text: tied ? strings.get('place.tied').replace('{}', String(rank)) : String(rank),
});

const heldBy = (rows: readonly RankRow[]): 'days' | 'rounding' | 'mixed' => {
  const days = rows.filter(({ holds }) => holds === 'rounding-and-days').length;
  return days === rows.length ? 'days' : days === 0 ? 'rounding' : 'mixed';
};

/** Notes under a table of ranks: ties, and what the ranges of places allow for. */
export const placeNotes = (rows: readonly RankRow[]): string[] => ['ties', `range-${heldBy(rows)}`];
