import { closeSync, existsSync, mkdirSync, openSync, readFileSync, readSync, renameSync, writeSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { Finding } from '../types.ts';
import { type LineTable, MONTH_TABLE, type TableLine, YEAR_TABLE } from './table-line.ts';

/** What an archive gives for the folder data/air. */
export type AirTables = Readonly<{
  years: readonly TableLine[];
  months: readonly TableLine[];
  findings: readonly Finding[];
}>;

/** What a run leaves there. Lines come one by one: a table may be larger than is good to hold. */
export type AirOutput = Readonly<{
  years: Iterable<TableLine>;
  months: Iterable<TableLine>;
  findings: readonly Finding[];
}>;

const FINDINGS = 'archive-findings.csv';
const FINDING_COLUMNS = ['severity', 'rule', 'file', 'row', 'message', 'remedy'];
const CHUNK = 1 << 16;

/** The lines of a table that an earlier run left, without the header; none where there is no file. */
export function* tableLines(dir: string, table: LineTable): Generator<TableLine> {
  const file = path.join(dir, table.file);
  if (!existsSync(file)) return;
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let rest = '';
    let header = true;
    for (let got = readSync(handle, chunk); got > 0; got = readSync(handle, chunk)) {
      const lines = `${rest}${chunk.toString('latin1', 0, got)}`.split('\n');
      rest = lines.pop() ?? '';
      for (const line of header ? lines.slice(1) : lines) yield line;
      header &&= lines.length === 0;
    }
    if (rest !== '' && !header) yield rest;
  } finally {
    closeSync(handle);
  }
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
    years: writeLines(beside(YEAR_TABLE.file), YEAR_TABLE.header, years),
    months: writeLines(beside(MONTH_TABLE.file), MONTH_TABLE.header, months),
  };
  const rows = findings.map((f) => [f.severity, f.rule, f.file, f.row, f.message, f.remedy]);
  writeLines(beside(FINDINGS), stringify([FINDING_COLUMNS, ...rows]).slice(0, -1), []);
  for (const file of [YEAR_TABLE.file, MONTH_TABLE.file, FINDINGS]) renameSync(beside(file), path.join(dir, file));
  return counts;
}

function writeLines(file: string, header: string, lines: Iterable<TableLine>): number {
  const handle = openSync(file, 'w');
  try {
    let text = `${header}\n`;
    let count = 0;
    for (const line of lines) {
      count += 1;
      text += `${line}\n`;
      if (text.length < CHUNK) continue;
      writeSync(handle, text);
      text = '';
    }
    writeSync(handle, text);
    return count;
  } finally {
    closeSync(handle);
  }
}
