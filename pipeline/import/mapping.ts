import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { ChinaAirError, nearest } from '../errors.ts';
import type { FieldSchema } from '../ingest/schema.ts';
import { type DateForm, dateForm } from './cell-date.ts';

/** A mapping file: how a spreadsheet's columns and words stand for those of the register. */
const MapFile = z.strictObject({
  sheet: z.string().optional(),
  /** Row number of the header, from 1. */
  headerRow: z.number().int().min(1).optional(),
  /** Column of the spreadsheet → field of the register. */
  columns: z.record(z.string(), z.string()).optional(),
  /** Field → word of the spreadsheet → value of the register. */
  values: z.record(z.string(), z.record(z.string(), z.string())).optional(),
  /** Forms of dates that could be meant otherwise: D/M/YYYY. */
  dates: z.array(z.string()).optional(),
  /** Field → the value that every row has. */
  constants: z.record(z.string(), z.string()).optional(),
});
export type MapFile = z.infer<typeof MapFile>;

/** Where a field's text comes from: a column of the sheet (from 0), or a value that all rows have. */
export type Origin = Readonly<{ field: FieldSchema; column: string; index: number | null; constant: string }>;
export type Mapping = Readonly<{
  origins: readonly Origin[];
  values: Readonly<Record<string, Readonly<Record<string, string>>>>;
  dates: readonly DateForm[];
  /** Columns of the sheet that no field is read from. */
  unread: readonly string[];
}>;

const usage = (message: string, remedy: string) => new ChinaAirError({ code: 'usage', exit: 2, message, remedy });

/** Reads a mapping file; without one, every column has the field's own name. Errors: usage (exit 2). */
export function readMapFile(file: string | null): MapFile {
  if (file === null) return {};
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw usage(`${file} cannot be read: ${cause instanceof Error ? cause.message : cause}`, 'Give a JSON file.');
  }
  const result = MapFile.safeParse(parsed);
  if (result.success) return result.data;
  throw usage(
    `${file} is no mapping: ${z.prettifyError(result.error)}`,
    'It may hold sheet, headerRow, columns, values, dates and constants; data/README.md shows one.',
  );
}

function known(name: string, names: readonly string[], what: string): void {
  if (names.includes(name)) return;
  throw usage(`${what} “${name}” is not there.`, `Correct it; the nearest are ${nearest(name, names).join(', ')}.`);
}

/**
 * The mapping held against a sheet's header and the table's fields. `made`: fields that need not be read, since they can be
 * made from the others. Errors, exit 2, each with the nearest names: a column or field that is not there, two columns for one
 * field, a required field from nowhere, a form of dates that is none.
 */
export function resolveMapping(
  map: MapFile,
  header: readonly string[],
  fields: readonly FieldSchema[],
  made: readonly string[],
): Mapping {
  const names = fields.map(({ name }) => name);
  const columns = map.columns ?? Object.fromEntries(header.filter((name) => names.includes(name)).map((n) => [n, n]));
  const constants = map.constants ?? {};
  for (const [column, field] of Object.entries(columns)) {
    known(column, header, 'The column');
    known(field, names, `The field of column ${column},`);
    if (header.filter((name) => name === column).length > 1)
      throw usage(`Two columns are called “${column}”.`, 'Rename one of them in the spreadsheet.');
  }
  for (const field of [...Object.keys(map.values ?? {}), ...Object.keys(constants)]) known(field, names, 'The field');
  const origins = fields.flatMap((field): Origin[] => {
    const from = Object.keys(columns).filter((column) => columns[column] === field.name);
    const [column, second] = field.name in constants ? [...from, '(constant)'] : from;
    if (second !== undefined)
      throw usage(`${field.name} is read from ${column} and from ${second}.`, 'Let one of the two stand.');
    const constant = constants[field.name];
    if (constant !== undefined) return [{ field, column: '(constant)', index: null, constant }];
    if (column !== undefined) return [{ field, column, index: header.indexOf(column), constant: '' }];
    if (!field.constraints?.required || made.includes(field.name)) return [];
    const near = nearest(field.name, header.filter(Boolean)).join(', ');
    throw usage(
      `No column is read as ${field.name}, which every record needs.`,
      `Name its column in the map (the nearest are ${near}), or give it a constant.`,
    );
  });
  const dates = (map.dates ?? []).map((text) => {
    const form = dateForm(text);
    if (form) return form;
    throw usage(`“${text}” is no form of dates.`, 'Write YYYY, MM or M, DD or D: D/M/YYYY.');
  });
  const read = new Set(origins.map(({ column }) => column));
  return { origins, values: map.values ?? {}, dates, unread: header.filter((name) => name !== '' && !read.has(name)) };
}
