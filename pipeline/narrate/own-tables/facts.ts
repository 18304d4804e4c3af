import { printedNumber } from '../../facts/format.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import { type Bilingual, type Fact, inLanguage } from '../../types.ts';
import { type Context, settle } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableCell, TableColumn, TableModel } from '../table.ts';
import { bestCell } from '../table-cells.ts';
import { type Item, itemCell, itemName, itemsOf, placed } from './items.ts';
import type { Column, FactTable } from './spec.ts';
import { headKey, keyOf, type Texts } from './texts.ts';

/** A column as printed: of a column with `each` there is one for every item. */
export type Printed = Readonly<{ spec: Column; at: number; item: Item | null }>;

/** A row to be: what stands for `*`, or its facts, or a heading. */
export type Line = Readonly<{
  head: TableCell;
  item: Item | null;
  facts: readonly (string | null)[] | null;
  at: number;
}>;
export type Heading = Readonly<{ group: string | Bilingual }>;

export const columnsOf = (spec: FactTable, context: Context): readonly Printed[] =>
  spec.columns.flatMap((column, at): Printed[] =>
    column.each === undefined
      ? [{ spec: column, at, item: null }]
      : itemsOf(column.each, context).map((item) => ({ spec: column, at, item })),
  );

export function linesOf({ rows }: FactTable, id: string, context: Context): readonly (Line | Heading)[] {
  const plain = (items: readonly Item[]) =>
    items.map((item): Line => ({ head: itemCell(item, context), item, facts: null, at: 0 }));
  if (typeof rows === 'string') return plain(itemsOf(rows, context));
  return rows.flatMap((row, at): readonly (Line | Heading)[] => {
    if (typeof row === 'string') return plain(itemsOf([row], context)).map((line) => ({ ...line, at }));
    if (row.group) return [{ group: row.group }];
    const item = row.each === undefined ? null : settle(row.each, context.edition);
    const head = row.head ? { key: headKey(id, 'row', at) } : item === null ? null : itemCell(item, context);
    return [{ head, item, facts: row.facts ?? null, at }];
  });
}

/** The fact of a cell, with the places of row and column filled; null where the column holds words. */
export function factIdOf({ item, facts }: Line, column: Printed, number: number): string | null {
  if (facts !== null) return facts[number] ?? null;
  if (column.spec.fact === undefined) return null;
  const own = item === null ? column.spec.fact : column.spec.fact.replace('*', placed(item));
  return column.item === null ? own : own.replace('{}', placed(column.item));
}

function cellOf(line: Line, column: Printed, number: number, context: Context): TableCell {
  const { spec } = column;
  if (spec.text === 'province') {
    const city = context.data.cities.find(({ code }) => code === line.item);
    return { text: city?.province.short ?? '' };
  }
  const id = factIdOf(line, column, number);
  if (id === null) return null;
  const { form } = spec;
  const decimals = spec.decimals === undefined ? {} : { decimals: spec.decimals };
  if (!id.startsWith('best.') || form === 'n' || form === 'of') return { fact: id, form, ...decimals };
  const best = bestCell(context, settle(id.slice('best.'.length), context.edition), form);
  return best && 'fact' in best ? { ...best, ...decimals } : best;
}

export const factOf = (line: Line, column: Printed, number: number, { facts, edition }: Context): Fact | undefined => {
  const id = factIdOf(line, column, number);
  return id === null ? undefined : facts.find(settle(id, edition));
};

/** Rows by the number in one column, as printed; those without one last, or not at all where only some rows are asked for. */
function inOrder(
  lines: readonly (Line | Heading)[],
  columns: readonly Printed[],
  order: NonNullable<FactTable['order']>,
  context: Context,
): readonly Line[] {
  const column = columns[order.column - 1];
  if (!column) return [];
  const sign = order.first === 'lowest' ? 1 : -1;
  const valued = lines.flatMap((line) => {
    if ('group' in line) return [];
    const fact = factOf(line, column, order.column - 1, context);
    return [{ line, fact: fact && fact.value !== null ? fact : null }];
  });
  const value = (fact: Fact) => roundedNumber(fact.value ?? 0, column.spec.decimals ?? fact.decimals);
  const some = valued
    .flatMap(({ line, fact }) => (fact ? [{ line, fact }] : []))
    .sort((a, b) => sign * (value(a.fact) - value(b.fact)));
  if (order.count === undefined)
    return [...some, ...valued.filter(({ fact }) => fact === null)].map(({ line }) => line);
  const last = some[order.count - 1];
  const printed = (fact: Fact) => printedNumber(fact, column.spec.decimals ?? fact.decimals);
  const count = order.count;
  return some
    .filter(({ fact }, i) => i < count || (last !== undefined && printed(fact) === printed(last.fact)))
    .map(({ line }) => line);
}

/** Cities under their provinces, in the order of provinces.csv. */
function byProvince(lines: readonly (Line | Heading)[], { data }: Context): readonly (Line | Heading)[] {
  const provinceOf = new Map(data.cities.map(({ code, province }) => [code, province.code]));
  return data.provinces.flatMap(({ code, short }) => {
    const own = lines.filter((line) => 'item' in line && line.item !== null && provinceOf.get(line.item) === code);
    return own.length ? [{ group: short }, ...own] : [];
  });
}

function headOf(id: string, { spec, at, item }: Printed, texts: Texts, context: Context): TableColumn {
  const numeric = spec.text === undefined;
  const unit = spec.unit === undefined ? {} : { unit: spec.unit };
  if (item === null) return { key: headKey(id, 'column', at), numeric, ...unit };
  const shown = inLanguage(itemName(item, context), context.language);
  const head = texts.get(`column.${headKey(id, 'column', at)}`)?.text;
  return { key: 'year', label: head?.replace('{}', shown) ?? shown, numeric, ...unit };
}

/** The model of a table of facts; null when the data hold none of its numbers. */
export function factTable(id: string, spec: FactTable, texts: Texts, context: Context): TableModel | null {
  const columns = columnsOf(spec, context);
  const lines = linesOf(spec, id, context);
  const ordered = spec.order ? inOrder(lines, columns, spec.order, context) : lines;
  const grouped = spec.group === 'province' ? byProvince(ordered, context) : ordered;
  const table = {
    columns: [{ key: headKey(id, 'head', 0) }, ...columns.map((column) => headOf(id, column, texts, context))],
    rows: grouped.map((line) =>
      'group' in line
        ? line
        : { head: line.head, cells: columns.map((column, number) => cellOf(line, column, number, context)) },
    ),
    notes: spec.notes.map((note, at) => keyOf(id, note, at)),
    coverage: true,
    ...(spec.className === undefined ? {} : { className: spec.className }),
  };
  return settled(context, table, spec.empty === 'keep');
}
