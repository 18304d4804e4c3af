import { existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { parsePolicies } from '../ingest/policies.ts';
import { cellOf, Row } from '../ingest/read-table.ts';
import type { TableSchema } from '../ingest/schema.ts';
import type { At, Finding, Policy } from '../types.ts';
import { replaceFile } from '../workspace.ts';
import { disturbed, judge } from './judge.ts';
import { type Mapping, readMapFile, resolveMapping } from './mapping.ts';
import { type Fault, readRow } from './read-row.ts';
import { type Register, readRegister, type Written } from './register-tables.ts';
import { type Rejection, rejectedCsv } from './rejected.ts';
import { readSheet, type Sheet } from './sheet.ts';

export type ImportOptions = Readonly<{
  file: string;
  map: string | null;
  sheet: string | null;
  dataDir: string;
  /** Whether a row whose id is there already takes the place of that record; else it is refused. */
  update: boolean;
  dryRun: boolean;
  /** Where the rejected rows are listed; null: beside the file, as `<file>.rejected.csv` (nowhere in a dry run). */
  rejected: string | null;
}>;

export type Imported = Readonly<{
  sheet: string | null;
  rows: number;
  added: number;
  updated: number;
  rejections: readonly Rejection[];
  rejectedRows: number;
  /** Where they are listed; null when there are none, or nothing was to be written. */
  rejectedFile: string | null;
  /** Records in the register before and after. */
  before: number;
  after: number;
  /** Columns that no field is read from. */
  unread: readonly string[];
  /** What is wrong with records that were there, because of what was imported. */
  disturbed: readonly Finding[];
}>;

export type Progress = (what: string, done: number, total: number) => void;

const policyOf = (at: number, text: Written, { fields }: TableSchema): readonly At<Policy>[] =>
  parsePolicies([
    new Row(at, Object.fromEntries(fields.map((field) => [field.name, cellOf(field, text[field.name] ?? '')])), text),
  ]);

/** What is wrong with an id: it stands in the register, or in a row above. */
function idFault(id: string, column: string, above: number | undefined, taken: boolean): Fault[] {
  const fault = (rule: string, message: string, remedy: string): Fault[] => [
    { column, value: id, rule, message, remedy },
  ];
  const update = 'Run with --update to replace the record, or leave the row out.';
  if (taken) return fault('duplicate-id', `id ${id} is in the register already.`, update);
  if (above === undefined) return [];
  return fault('duplicate-key', `id ${id} stands already in row ${above}.`, 'Keep one of the two rows.');
}

const LEVELS = ['national', 'regional', 'provincial', 'municipal'];

/** New records stand after those that were there, by level, place, date and id, whatever the order of the spreadsheet. */
function inOrder(a: At<Policy>, b: At<Policy>): number {
  const keys = (policy: Policy) => [policy.jurisdiction, policy.issued ?? policy.effective ?? '', policy.id].join(' ');
  return LEVELS.indexOf(a.level) - LEVELS.indexOf(b.level) || (keys(a) < keys(b) ? -1 : 1);
}

/**
 * Imports rows of a spreadsheet into data/policies/policies.csv. Every row is read by the mapping, held against
 * datapackage.json and against the rules of the register together with the records already there; a row with a fault is
 * refused and listed with all its faults, the others are written. Records that were there keep their place and their bytes.
 * The table is written beside and renamed. Errors: wrong usage (exit 2), a data folder with faults (exit 1).
 */
export async function importPolicies(options: ImportOptions, progress: Progress = () => {}): Promise<Imported> {
  const { file, dataDir, update, dryRun } = options;
  const map = readMapFile(options.map);
  const sheet = await readSheet(file, options.sheet ?? map.sheet ?? null, map.headerRow ?? 1);
  progress('read', sheet.rows.length, sheet.rows.length);
  const register = readRegister(dataDir);
  const { records, schema, header } = register;
  const mapping = resolveMapping(map, sheet.header, schema.fields, ['id']);

  const { rows, shown, faults } = readRows(sheet, mapping, register, update, progress);
  const good = [...rows].filter(([at]) => !faults.has(at));
  const replaced = new Set(good.map(([, { id }]) => id).filter((id) => id !== undefined && records.has(id)));
  // Rows of the file are numbered on from those of the table.
  const offset = records.size + 2;
  const kept = register.policies.filter(({ id }) => !replaced.has(id));
  const verdict = judge(
    kept,
    good.flatMap(([at, text]) => policyOf(at + offset, text, schema)),
    register.areas,
  );
  const columnOf = new Map(mapping.origins.map(({ field, column }) => [field.name, column]));
  const rowOf = new Map([...rows].map(([at, { id }]) => [id, at]));
  for (const [at, findings] of verdict.refused) {
    const row = at - offset;
    const own = findings.map(({ column = '', rule, message, remedy }): Fault => {
      const family = rows.get(row)?.[column] ?? '';
      const head = column === 'family' && !records.has(family) ? rowOf.get(family) : undefined;
      const mend = head === undefined ? remedy : `Mend its family in row ${head} first.`;
      return {
        column: columnOf.get(column) ?? column,
        value: shown.get(row)?.[column] ?? '',
        rule,
        message,
        remedy: mend,
      };
    });
    faults.set(row, own);
  }
  progress('checked', sheet.rows.length, sheet.rows.length);

  const accepted = [...verdict.accepted].sort(inOrder);
  const taken = new Map(accepted.map(({ id, at }) => [id, rows.get(at - offset) ?? {}]));
  const merged = [
    ...[...records].map(([id, text]) => taken.get(id) ?? text),
    ...[...taken].filter(([id]) => !records.has(id)).map(([, text]) => text),
  ];
  const rejections = [...faults]
    .sort(([a], [b]) => a - b)
    .flatMap(([row, wrong]) => wrong.map((one): Rejection => ({ file: path.basename(file), row, ...one })));
  if (!dryRun && accepted.length > 0)
    replaceFile(
      register.file,
      stringify([[...header], ...merged.map((text) => header.map((name) => text[name] ?? ''))]),
    );
  const added = merged.length - records.size;
  return {
    ...{ sheet: sheet.name, rows: sheet.rows.length, added, updated: accepted.length - added },
    ...{ rejections, rejectedRows: faults.size, rejectedFile: listRejected(options, rejections) },
    ...{ before: records.size, after: merged.length, unread: mapping.unread },
    // Only a head that was replaced can be at odds with what was there.
    disturbed: replaced.size === 0 ? [] : disturbed(kept, [...kept, ...accepted], register.areas),
  };
}

/** All rows of the sheet by row number: in the register's words, as the cells show them, and what is wrong with each. */
function readRows(sheet: Sheet, mapping: Mapping, { known, records }: Register, update: boolean, progress: Progress) {
  const idColumn = mapping.origins.find(({ field }) => field.name === 'id')?.column ?? 'id';
  const above = new Map<string, number>();
  const faults = new Map<number, Fault[]>();
  const rows = new Map<number, Written>();
  const shown = new Map<number, Written>();
  sheet.rows.forEach((raw, i) => {
    const read = readRow(raw, sheet.name === null ? sheet.header.length : null, mapping, known);
    const { at, text } = read;
    const id = text.id ?? '';
    // An id that cannot be one is not looked for.
    const named = !read.faults.some(({ column }) => column === idColumn);
    const wrong = [...read.faults, ...(named ? idFault(id, idColumn, above.get(id), records.has(id) && !update) : [])];
    if (wrong.length > 0) faults.set(at, wrong);
    if (!above.has(id)) above.set(id, at);
    // Fields that the map does not name stay as they are in a record that is replaced.
    rows.set(at, { ...records.get(id), ...text });
    shown.set(at, read.shown);
    if (i % 500 === 499) progress('rows', i + 1, sheet.rows.length);
  });
  return { rows, shown, faults };
}

/** Writes the list of rejected rows; one that an earlier run left is taken away when there is nothing to list. */
function listRejected({ file, rejected, dryRun }: ImportOptions, rejections: readonly Rejection[]): string | null {
  const target = rejected ?? (dryRun ? null : `${file}.rejected.csv`);
  if (target === null) return null;
  if (rejections.length > 0) {
    replaceFile(target, rejectedCsv(rejections));
    return target;
  }
  if (existsSync(target)) rmSync(target);
  return null;
}
