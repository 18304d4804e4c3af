import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../types.ts';
import { linesOfFile, writeLines } from './line-file.ts';
import type { Mended, Parts } from './mend.ts';
import type { Run } from './spool.ts';
import { type LineTable, MONTH_TABLE, type TableLine, YEAR_TABLE } from './table-line.ts';

/** What an archive gives for the folder data/air. */
export type AirTables = Readonly<{
  years: readonly Run[];
  months: readonly Run[];
  /** Which lines these are (mend.ts); null: all of the archive, in the years asked for. */
  parts: Readonly<{ years: Parts; months: Parts }> | null;
  /** What days it was made of, by archive and year (Batch's `made`). */
  made: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}>;

/** What a run leaves there. Lines come one by one: a table may be larger than is good to hold. */
export type AirOutput = Readonly<{
  years: Iterable<TableLine> | Mended;
  months: Iterable<TableLine> | Mended;
  findings: readonly Finding[];
}>;

const FINDINGS = 'archive-findings.csv';
const FINDING_COLUMNS = ['severity', 'rule', 'file', 'row', 'message', 'remedy'];

/** The lines of a table that an earlier run left, without the header; none where there is no file. */
export function* tableLines(dir: string, table: LineTable): Generator<TableLine> {
  const lines = linesOfFile(path.join(dir, table.file));
  lines.next();
  yield* lines;
}

/** The findings that earlier runs left. */
export function readFindings(dir: string): Finding[] {
  const file = path.join(dir, FINDINGS);
  if (!existsSync(file)) return [];
  const rows: Record<string, string>[] = parse(readFileSync(file), { columns: true, bom: true });
  return rows.map((row) => ({ ...row, row: row.row ? Number(row.row) : null }) as unknown as Finding);
}

/**
 * Writes all three beside and renames them when all are written: an interrupted run leaves the old tables whole.
 *
 * @returns how many rows the tables have
 */
export function writeTables(dir: string, { years, months, findings }: AirOutput): { years: number; months: number } {
  mkdirSync(dir, { recursive: true });
  const beside = (file: string) => path.join(dir, `${file}.${process.pid}.new`);
  const counts = {
    years: writeTable(beside(YEAR_TABLE.file), YEAR_TABLE, years),
    months: writeTable(beside(MONTH_TABLE.file), MONTH_TABLE, months),
  };
  const rows = findings.map((f) => [f.severity, f.rule, f.file, f.row, f.message, f.remedy]);
  writeFileSync(beside(FINDINGS), stringify([FINDING_COLUMNS, ...rows]));
  for (const file of [YEAR_TABLE.file, MONTH_TABLE.file, FINDINGS]) renameSync(beside(file), path.join(dir, file));
  return counts;
}

function writeTable(file: string, table: LineTable, lines: Iterable<TableLine> | Mended): number {
  if (!('bytes' in lines)) return writeLines(file, [[table.header], lines]);
  writeFileSync(file, lines.bytes);
  return lines.count;
}
