import * as z from 'zod';
import { POLICY_LEVELS, SECTORS } from '../../types.ts';

/**
 * A table that an editor describes in templates/<edition>/tables/<id>.json: facts, records of the register, or targets. Titles,
 * heads and notes are small templates. templates/README.md shows examples.
 */

const Both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
/** A key of note.<key>, or the note itself. */
const Note = z.union([z.string().min(1), Both], { error: 'A note is a key of note.…, or {"en": …, "zh": …}.' });

/** One word for a group (`CAP31`, `provinces`, `2013..2017`, `pollutants`), or the items themselves. */
const Items = z.union([z.string().min(1), z.array(z.string().min(1)).min(1)], {
  error: 'Write a group (a cohort, "regions", "provinces", "months", "pollutants", "2013..2017"), or a list of items.',
});

export const Row = z
  .strictObject({
    head: Both.optional(),
    /** What stands for `*` in the facts of the columns: a place, a year, a pollutant. */
    each: z.string().min(1).optional(),
    /** In place of `each`: the facts of this row themselves, one a column. */
    facts: z.array(z.string().min(1).nullable()).optional(),
    /** A heading across the table. */
    group: Both.optional(),
  })
  .refine(({ each, facts, group }) => [each, facts, group].filter((one) => one !== undefined).length === 1, {
    error: 'A row has one of each, facts, group.',
  })
  .refine(({ head, facts }) => facts === undefined || head !== undefined, { error: 'A row of facts needs a head.' });

export const Column = z
  .strictObject({
    head: Both.optional(),
    unit: z.string().optional(),
    /** A fact with `*` for the row and, where the column has `each`, `{}` for its item. */
    fact: z.string().min(1).optional(),
    /** One column for each of these; their names are the heads, or stand for {} in the head. */
    each: Items.optional(),
    /** Words in place of a fact: the province of a city. */
    text: z.enum(['province']).optional(),
    form: z.enum(['number', 'signed', 'n', 'of']).default('number'),
    decimals: z.number().int().min(0).max(4).optional(),
    /** Whether the column may find no number at all, and is then left out. */
    optional: z.boolean().default(false),
  })
  .refine(({ head, each }) => head !== undefined || each !== undefined, { error: 'A column needs a head, or each.' })
  .refine(({ fact, text }) => fact === undefined || text === undefined, { error: 'A column has a fact or a text.' });

const Common = {
  title: Both,
  /** Over the first column. */
  head: Both.optional(),
  notes: z.array(Note).default([]),
  /** Classes of styles/tables.css: compact, ranking, placed. */
  className: z.string().optional(),
};

export const Order = z.strictObject({
  /** Number of the column as printed, the first after the head being 1. */
  column: z.number().int().min(1),
  first: z.enum(['highest', 'lowest']).default('highest'),
  /** How many rows are kept; those printed like the last of them are taken in. */
  count: z.number().int().min(1).optional(),
});

export const FactTable = z.strictObject({
  ...Common,
  rows: z.union([z.string().min(1), z.array(z.string().min(1)).min(1), z.array(Row).min(1)], {
    error: 'Write a group, a list of items, or a list of rows with each, facts or group.',
  }),
  columns: z.array(Column).min(1),
  order: Order.optional(),
  /** Cities under the names of their provinces. */
  group: z.enum(['province']).optional(),
  /** Rows in which no number is found. */
  empty: z.enum(['leave-out', 'keep']).default('leave-out'),
});

export const RECORD_COLUMNS = ['issued', 'record', 'issuer', 'area', 'sectors', 'content', 'status'] as const;
export type RecordColumn = (typeof RECORD_COLUMNS)[number];

export const Filter = z.strictObject({
  ids: z.array(z.string()).optional(),
  /** Heads of families, with all that belongs to them. */
  families: z.array(z.string()).optional(),
  levels: z.array(z.enum(POLICY_LEVELS)).optional(),
  sectors: z.array(z.enum(SECTORS)).optional(),
  areas: z.array(z.string()).optional(),
  /** Issued in these years. */
  years: z.string().optional(),
});

export const RecordTable = z.strictObject({
  ...Common,
  records: Filter,
  columns: z.array(z.enum(RECORD_COLUMNS)).min(1).default(['issued', 'record', 'area', 'content']),
  group: z.enum(['level', 'sector']).optional(),
});

export const TargetTable = z.strictObject({
  ...Common,
  targets: z.strictObject({
    policies: z.array(z.string()).optional(),
    areas: z.array(z.string()).optional(),
    ids: z.array(z.string()).optional(),
  }),
});

export type FactTable = z.infer<typeof FactTable>;
export type RecordTable = z.infer<typeof RecordTable>;
export type TargetTable = z.infer<typeof TargetTable>;
export type Column = z.infer<typeof Column>;
export type Row = z.infer<typeof Row>;
export type TableSpec = FactTable | RecordTable | TargetTable;

/** What is allowed where something is wrong, for the remedy. */
export function allowedAt(spec: unknown, at: readonly PropertyKey[]): string {
  const keys = (schema: { shape: object }) => Object.keys(schema.shape).join(', ');
  const isObject = typeof spec === 'object' && spec !== null;
  if (isObject && 'records' in spec) {
    if (at[0] === 'records') return `records knows: ${keys(Filter)}.`;
    return at[0] === 'columns' ? `Columns of records: ${RECORD_COLUMNS.join(', ')}.` : `Fields: ${keys(RecordTable)}.`;
  }
  if (isObject && 'targets' in spec) return `Fields: ${keys(TargetTable)}; targets knows ids, policies, areas.`;
  if (at[0] === 'columns') return `A column knows: ${keys(Column)}.`;
  if (at[0] === 'rows') return `Rows: a group, a list of items, or rows that know: ${keys(Row)}.`;
  if (at[0] === 'order') return `order knows: ${keys(Order)}.`;
  return `Fields: ${keys(FactTable)}; records or targets in place of rows.`;
}
