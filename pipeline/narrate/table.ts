import type { Bilingual } from '../types.ts';
import type { CompoundCell } from './compound-cell.ts';
import type { Context } from './context.ts';

/**
 * A cell: a number by its fact, words, or nothing. `signed` for changes, `n` and `of` for what the fact is made of; `mark` is a
 * key of note.<key>, or several: its sign is printed after the number and explained under the table, as are the notes of the fact,
 * which a `bare` number leaves to the table's own notes. `policy` is the title of a record, linked to its row in the annex; `below` stands
 * small under words; `absent` is a key of reason.<key> for a fact that is not there; `range` names the facts of the two ends of an
 * interval, set in brackets after the number when both are there; `nought` is a key of a string that is printed in place of 0.
 * `key` is a string that may be a small template. `place` is the id of a rank, printed with the best and the worst place the city could have: 3 (1–6); `tied` says that other
 * cities share it.
 */
export type TableCell =
  | Readonly<{
      fact: string;
      form?: 'number' | 'signed' | 'n' | 'of';
      decimals?: number;
      mark?: string | readonly string[];
      bare?: boolean;
      absent?: string;
      range?: readonly [string, string];
      nought?: string;
    }>
  | Readonly<{ place: string; tied?: boolean }>
  | Readonly<{ policy: string }>
  | Readonly<{ text: string | Bilingual; className?: string; below?: string; mark?: string }>
  | Readonly<{ key: string }>
  | CompoundCell
  | null;

export type TableColumn = Readonly<{
  /** Key of column.<key>. */
  key: string;
  /** Printed under the head, in brackets: a unit. */
  unit?: string;
  numeric?: boolean;
  /** Head as given, when it is data itself (a year). */
  label?: string;
}>;

export type TableModel = Readonly<{
  columns: readonly TableColumn[];
  /** The first cell of each row is its head. `group` rows span the table. */
  rows: readonly (
    | Readonly<{ head: TableCell; cells: readonly TableCell[]; anchor?: string }>
    | Readonly<{ group: string | Bilingual; mark?: string }>
  )[];
  sources: readonly string[];
  /** Keys of note.<key>, set under the table. */
  notes?: readonly string[];
  className?: string;
  /** Whether means over fewer cities than their set has are named under the table, with how many. */
  coverage?: boolean;
}>;

/** Builds a table's model; null when the data hold nothing for it. Its title is the string table.<id>. */
export type TableBuilder = (context: Context) => TableModel | null;
