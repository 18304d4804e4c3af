import type { Fact } from '../types.ts';
import { type Context, settle } from './context.ts';
import type { TableCell, TableModel } from './table.ts';

type Table = Omit<TableModel, 'sources'>;

const factOf = (context: Context, cell: TableCell | undefined): Fact | undefined => {
  const id = cell && 'fact' in cell ? cell.fact : cell && 'place' in cell ? cell.place : null;
  const fact = id === null ? undefined : context.facts.find(settle(id, context.edition));
  return fact && fact.value !== null ? fact : undefined;
};

const cellsOf = ({ rows }: Table): readonly TableCell[] =>
  rows.flatMap((row) => ('group' in row ? [] : [row.head, ...row.cells]));

/** Without the numeric columns in which no row has a number, the rows without any, and groups left empty. */
function filled(context: Context, table: Table): Table {
  const has = (cell: TableCell | undefined) => factOf(context, cell) !== undefined;
  const bodies = table.rows.flatMap((row) => ('group' in row ? [] : [row]));
  const kept = table.columns.map(
    ({ numeric }, i) => i === 0 || !numeric || bodies.some(({ cells }) => has(cells[i - 1])),
  );
  const rows = table.rows
    .map((row) => ('group' in row ? row : { ...row, cells: row.cells.filter((_, i) => kept[i + 1]) }))
    .filter((row) => 'group' in row || row.cells.some(has))
    .filter((row, i, all) => {
      const next = all[i + 1];
      return !('group' in row) || (next !== undefined && !('group' in next));
    });
  return { ...table, columns: table.columns.filter((_, i) => kept[i]), rows };
}

/** Where every change carries the same notes, they are said once under the table and not marked in each cell. */
function withNotesOnce(context: Context, table: Table): Table {
  // A bare number has its notes under the table already.
  const signed = (cell: TableCell) => cell !== null && 'fact' in cell && cell.form === 'signed' && !cell.bare;
  const noted = cellsOf(table)
    .filter(signed)
    .flatMap((cell) => factOf(context, cell)?.notes.join(' ') ?? []);
  const [shared = ''] = noted;
  if (shared === '' || noted.some((notes) => notes !== shared)) return table;
  const bare = (cell: TableCell): TableCell => {
    if (!cell || !('fact' in cell) || !signed(cell)) return cell;
    const { mark: _, ...rest } = cell;
    return { ...rest, bare: true };
  };
  return {
    ...table,
    rows: table.rows.map((row) => ('group' in row ? row : { ...row, cells: row.cells.map(bare) })),
    notes: [...(table.notes ?? []), ...shared.split(' ')],
  };
}

/**
 * Takes out what has no numbers, says once what holds for every change, and collects the sources of what is left; null when
 * nothing is. So one table serves years with more and with less data. `keep` leaves rows and columns without numbers in.
 */
export function settled(context: Context, table: Table, keep = false): TableModel | null {
  const made = withNotesOnce(context, keep ? table : filled(context, table));
  if (made.rows.length === 0) return null;
  const sources = cellsOf(made).flatMap((cell) => factOf(context, cell)?.sources ?? []);
  return { ...made, sources: [...new Set(sources)] };
}
