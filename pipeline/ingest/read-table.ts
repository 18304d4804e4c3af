import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { isDate } from '../dates.ts';
import { nearest } from '../errors.ts';
import type { Bilingual, Finding } from '../types.ts';
import type { FieldSchema, TableSchema } from './schema.ts';

/** A cell as its column's type has it: text, a number, a truth value, a list; null for an empty cell. */
export type Cell = string | number | boolean | readonly string[] | null;

/** A row of a table, with the row number it has in a spreadsheet (the header is row 1). */
export class Row {
  readonly at: number;
  readonly #cells: Readonly<Record<string, Cell>>;
  /** The cells as they are written: a number says by its zeros how exact it is. */
  readonly #written: Readonly<Record<string, string>>;

  constructor(at: number, cells: Readonly<Record<string, Cell>>, written: Readonly<Record<string, string>> = {}) {
    this.at = at;
    this.#cells = cells;
    this.#written = written;
  }

  cell(column: string): Cell {
    return this.#cells[column] ?? null;
  }

  /** The same row with one cell changed. */
  with(column: string, cell: Cell): Row {
    return new Row(this.at, { ...this.#cells, [column]: cell }, { ...this.#written, [column]: String(cell ?? '') });
  }

  /** Text of a cell; '' when empty. */
  text(column: string): string {
    const cell = this.#cells[column];
    return cell === null || cell === undefined ? '' : String(cell);
  }

  textOrNull(column: string): string | null {
    return this.text(column) || null;
  }

  /** The texts of `<column>_en` and `<column>_zh`. */
  bilingual(column: string): Bilingual {
    return { en: this.text(`${column}_en`), zh: this.text(`${column}_zh`) };
  }

  numberOrNull(column: string): number | null {
    const cell = this.#cells[column];
    return typeof cell === 'number' ? cell : null;
  }

  /** Digits after the point of a number, as it is written: 78.0 has one. */
  decimals(column: string): number {
    return /\.(\d+)$/.exec(this.#written[column] ?? this.text(column))?.[1]?.length ?? 0;
  }

  /** A number of a required column: the schema has already made sure of it. */
  number(column: string): number {
    const cell = this.#cells[column];
    if (typeof cell !== 'number') throw new TypeError(`column ${column} of row ${this.at} is not a required number`);
    return cell;
  }

  list(column: string): readonly string[] {
    const cell = this.#cells[column];
    return Array.isArray(cell) ? cell : [];
  }
}

export type Table = Readonly<{ path: string; rows: readonly Row[]; findings: readonly Finding[] }>;

/** A hundred thousand rows are held against a few dozen lists and forms: each is made once. */
const sets = new WeakMap<object, ReadonlySet<string>>();
const forms = new Map<string, RegExp>();

function setOf(allowed: readonly (string | number)[]): ReadonlySet<string> {
  const set = sets.get(allowed) ?? new Set(allowed.map(String));
  sets.set(allowed, set);
  return set;
}

function formOf(pattern: string): RegExp {
  const form = forms.get(pattern) ?? new RegExp(`^(?:${pattern})$`);
  forms.set(pattern, form);
  return form;
}

/** What is wrong with a cell, in words; null when it is right. */
export function fault(field: FieldSchema, text: string): string | null {
  const { required, enum: allowed, pattern, minimum, maximum } = field.constraints ?? {};
  if (text === '') return required ? 'is empty, but required' : null;
  if (field.type === 'integer' || field.type === 'number' || field.type === 'year') {
    const form = field.type === 'number' ? /^-?\d+(\.\d+)?([eE][+-]?\d+)?$/ : /^-?\d+$/;
    if (!form.test(text))
      return `is not ${field.type === 'number' ? 'a number' : `an ${field.type}`}`.replace('an year', 'a year');
    if (minimum !== undefined && Number(text) < Number(minimum)) return `is below ${minimum}`;
    if (maximum !== undefined && Number(text) > Number(maximum)) return `is above ${maximum}`;
  }
  if (field.type === 'date' && !isDate(text)) return 'is no date (YYYY, YYYY-MM or YYYY-MM-DD)';
  if (allowed && !setOf(allowed).has(text)) {
    const known = allowed.map(String);
    return `is not one of ${known.length > 12 ? `the ${known.length} allowed values; the nearest: ${nearest(text, known).join(', ')}` : known.join(', ')}`;
  }
  if (pattern && !formOf(pattern).test(text)) return `does not have the form ${pattern}`;
  return null;
}

/** A cell's text as its column's type has it. */
export function cellOf(field: FieldSchema, text: string): Cell {
  const separator = field['china-air:list'];
  if (separator) return text === '' ? [] : text.split(separator);
  if (text === '') return null;
  if (field.type === 'integer' || field.type === 'number' || field.type === 'year') return Number(text);
  if (field.type === 'boolean') return text === 'true';
  return text;
}

/**
 * Reads and validates one table against its schema. A row with a bad cell is left out and reported with file, row, value,
 * rule and remedy; all bad rows are reported at once. A missing or unreadable file is one error finding.
 *
 * @param file where the table is read from when not from the data folder
 */
export function readTable(dataDir: string, schema: TableSchema, file: string = path.join(dataDir, schema.path)): Table {
  const findings: Finding[] = [];
  // A table read from elsewhere is named as the person named it.
  const shown = file === path.join(dataDir, schema.path) ? schema.path : file;
  const report = (rule: string, row: number | null, message: string, remedy: string) =>
    findings.push({ severity: 'error', rule, file: shown, row, message, remedy });
  if (!existsSync(file)) {
    report(
      'table-missing',
      null,
      `${schema.path} is not there.`,
      `Restore ${schema.path}; data/README.md says how it is made.`,
    );
    return { path: schema.path, rows: [], findings };
  }
  let records: string[][];
  try {
    records = parse(readFileSync(file), { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (cause) {
    report(
      'table-unreadable',
      null,
      `${shown}: ${cause instanceof Error ? cause.message : cause}`,
      'Save it as CSV in UTF-8, with quotes around cells that hold commas.',
    );
    return { path: schema.path, rows: [], findings };
  }
  const header = records[0] ?? [];
  const names = schema.fields.map(({ name }) => name);
  const missing = names.filter((name) => !header.includes(name));
  const extra = header.filter((name) => !names.includes(name));
  if (missing.length || extra.length) {
    const parts = [
      missing.length && `lacks ${missing.join(', ')}`,
      extra.length && `has unknown ${extra.join(', ')}`,
    ].filter(Boolean);
    report('columns', 1, `${shown} ${parts.join(' and ')}.`, `Its columns are ${names.join(', ')} (datapackage.json).`);
    return { path: schema.path, rows: [], findings };
  }
  const columns = schema.fields.map((field) => ({ field, index: header.indexOf(field.name) }));
  const keys = new Map<string, number>();
  const rows: Row[] = [];
  records.slice(1).forEach((record, i) => {
    const at = i + 2;
    const before = findings.length;
    if (record.length !== header.length) {
      report(
        'column-count',
        at,
        `The row has ${record.length} cells, the header ${header.length}.`,
        'Quote cells that hold commas or line ends.',
      );
      return;
    }
    const cells: Record<string, Cell> = {};
    for (const { field, index } of columns) {
      const text = record[index] ?? '';
      const wrong = fault(field, text);
      if (wrong)
        report('cell', at, `${field.name} “${text}” ${wrong}.`, `Correct ${field.name} in row ${at} of ${shown}.`);
      cells[field.name] = cellOf(field, text);
    }
    if (schema.primaryKey.length) {
      const key = schema.primaryKey.map((name) => record[header.indexOf(name)]).join(' · ');
      const first = keys.get(key);
      if (first !== undefined)
        report(
          'duplicate-key',
          at,
          `${schema.primaryKey.join(' · ')} “${key}” stands already in row ${first}.`,
          'Keep one of the two rows.',
        );
      else keys.set(key, at);
    }
    const written = Object.fromEntries(columns.map(({ field, index }) => [field.name, record[index] ?? '']));
    if (findings.length === before) rows.push(new Row(at, cells, written));
  });
  return { path: schema.path, rows, findings };
}
