import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type AirOutput, type AirTables, tableLines } from './air-tables.ts';
import { mend } from './mend.ts';
import { mergeLines } from './merge.ts';
import type { Replaced } from './replaced.ts';
import type { Run } from './spool.ts';
import { type LineTable, MONTH_TABLE, type TableLine, YEAR_TABLE } from './table-line.ts';

const runsOf = (made: readonly AirTables[]) => ({
  years: made.flatMap((each) => each.years),
  months: made.flatMap((each) => each.months),
});

/** All lines of both tables, merged. */
export function merged(dir: string, made: readonly AirTables[], replaced: Replaced): Omit<AirOutput, 'findings'> {
  const { years, months } = runsOf(made);
  const all = (table: LineTable, runs: readonly Run[]) => mergeLines(table, [kept(dir, table, replaced), ...runs]);
  return { years: all(YEAR_TABLE, years), months: all(MONTH_TABLE, months) };
}

function* kept(dir: string, table: LineTable, replaced: Replaced): Generator<TableLine> {
  for (const line of tableLines(dir, table)) if (!replaced.line(line)) yield line;
}

/** Both tables as they are, with the parts merged anew that were made. */
export function mended(
  dir: string,
  made: readonly AirTables[],
  replaced: Replaced,
  rows: Readonly<{ years: number; months: number }>,
): Omit<AirOutput, 'findings'> {
  const runs = runsOf(made);
  const anew = (table: LineTable, of: 'years' | 'months') => {
    const parts = new Map(made.flatMap(({ parts: own }) => [...(own?.[of] ?? [])]));
    const old = { bytes: readFileSync(path.join(dir, table.file)), count: rows[of] };
    return mend(table, old, parts, mergeLines(table, runs[of]), replaced.line);
  };
  return { years: anew(YEAR_TABLE, 'years'), months: anew(MONTH_TABLE, 'months') };
}
