import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import type { CityYear, Finding } from '../types.ts';
import { MONTH_COLUMNS, type MonthLine } from './month-line.ts';
import { storedValue } from './stored-value.ts';

/** What a run leaves in the folder data/air. */
export type AirTables = Readonly<{
  years: readonly CityYear[];
  months: readonly MonthLine[];
  findings: readonly Finding[];
}>;

export const AIR_FILES = {
  years: 'city-year.csv',
  months: 'city-month.csv',
  findings: 'archive-findings.csv',
} as const;

const YEAR_COLUMNS = [
  'code',
  'year',
  'subject',
  'statistic',
  'value',
  'valid_days',
  'capture',
  'basis',
  'method',
  'source',
];
const FINDING_COLUMNS = ['severity', 'rule', 'file', 'row', 'message', 'remedy'];

export function formatTables({ years, months, findings }: AirTables): Readonly<Record<keyof AirTables, string>> {
  const plain = (header: string, lines: readonly string[]) => `${header}\n${lines.map((line) => `${line}\n`).join('')}`;
  return {
    years: plain(
      YEAR_COLUMNS.join(),
      years.map(
        (r) =>
          `${r.code},${r.year},${r.subject},${r.statistic},${storedValue(r.value, r.subject, r.method)},${r.validDays ?? ''},${r.capture},${r.basis},${r.method},${r.source}`,
      ),
    ),
    months: plain(MONTH_COLUMNS, months),
    findings: stringify([
      FINDING_COLUMNS,
      ...findings.map((f) => [f.severity, f.rule, f.file, f.row, f.message, f.remedy]),
    ]),
  };
}

/** What earlier runs left; empty where there is no file. The files are this program's own and are trusted. */
export function readTables(dir: string): AirTables {
  const read = <T>(file: string, columns: readonly string[], rowOf: (cells: readonly string[]) => T): T[] => {
    const at = path.join(dir, file);
    return existsSync(at) ? rowsOf(readFileSync(at, 'utf8'), columns.length).map(rowOf) : [];
  };
  const number = (text: string | undefined) => (text ? Number(text) : null);
  return {
    years: read(AIR_FILES.years, YEAR_COLUMNS, (cells) => {
      const [code, year, subject, statistic, value, validDays, capture, basis, method, source] = cells;
      const known = { code, year: Number(year), subject, statistic, capture, basis, method, source };
      return { ...known, value: number(value), validDays: number(validDays) } as CityYear;
    }),
    months: linesOf(path.join(dir, AIR_FILES.months)),
    findings: read(AIR_FILES.findings, FINDING_COLUMNS, (cells) => {
      const [severity, rule, file, row, message, remedy] = cells;
      return { severity, rule, file, row: number(row), message, remedy } as Finding;
    }),
  };
}

/** The lines after the header. */
function linesOf(file: string): string[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'latin1').split('\n').slice(1);
  if (lines.at(-1) === '') lines.pop();
  return lines;
}

/**
 * The rows after the header. Tables of statistics hold codes, names and numbers and no quotes: a table without any is taken
 * apart at its commas, ten times as fast as CSV and with a tenth of the memory, since a hundred thousand rows share a few
 * hundred words. Any other, such as the findings with their sentences, is parsed.
 */
function rowsOf(text: string, columns: number): string[][] {
  if (text.includes('"')) return (parse(text, { bom: true }) as string[][]).slice(1);
  const words = new Map<string, string>();
  const shared = (word: string): string => {
    const known = words.get(word);
    if (known !== undefined) return known;
    // A slice would keep the whole table in memory.
    const own = Buffer.from(word).toString();
    words.set(own, own);
    return own;
  };
  const lines = text.replace(/^\ufeff/, '').split('\n');
  return lines
    .slice(1)
    .filter((line) => line !== '')
    .map((line) => line.replace(/\r$/, '').split(',', columns).map(shared));
}

/** Writes all three beside and renames them when all are written: an interrupted run leaves the old tables whole. */
export function writeTables(dir: string, tables: AirTables): void {
  mkdirSync(dir, { recursive: true });
  const texts = formatTables(tables);
  const moves = (Object.keys(AIR_FILES) as (keyof AirTables)[]).map((key) => {
    const to = path.join(dir, AIR_FILES[key]);
    const beside = `${to}.${process.pid}.new`;
    writeFileSync(beside, texts[key]);
    return { beside, to };
  });
  for (const { beside, to } of moves) renameSync(beside, to);
}
