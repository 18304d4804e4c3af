import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { roundedShortest } from '../standards/rounding.ts';
import type { CityMonth, CityYear, Finding, Subject } from '../types.ts';

/** What a run leaves in the folder data/air. */
export type AirTables = Readonly<{
  years: readonly CityYear[];
  months: readonly CityMonth[];
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
const MONTH_COLUMNS = ['code', 'month', 'subject', 'statistic', 'value', 'valid_days', 'basis', 'method', 'source'];
const FINDING_COLUMNS = ['severity', 'rule', 'file', 'row', 'message', 'remedy'];

/**
 * Decimals stored: 4, for CO 6. So many that rounding the stored value to print it (0 decimals, CO 1) is the same as rounding
 * the unrounded one, as GB/T 8170-2008 (3.3) asks: a mean of up to 366 days of one decimal that is not itself halfway
 * between two printed values lies at least 1/7,320 = 0.00014 from halfway, further than a fourth decimal can move it. CO has
 * three decimals a day and is printed with one: 1/732,000 = 0.0000014, six decimals.
 */
export function storedValue(value: number | null, subject: Subject): string {
  return value === null ? '' : roundedShortest(value, subject === 'co' ? 6 : 4);
}

export function formatTables({ years, months, findings }: AirTables): Readonly<Record<keyof AirTables, string>> {
  const plain = (columns: readonly string[], lines: readonly string[]) => `${[columns.join(), ...lines].join('\n')}\n`;
  return {
    years: plain(
      YEAR_COLUMNS,
      years.map(
        (r) =>
          `${r.code},${r.year},${r.subject},${r.statistic},${storedValue(r.value, r.subject)},${r.validDays ?? ''},${r.capture},${r.basis},${r.method},${r.source}`,
      ),
    ),
    months: plain(
      MONTH_COLUMNS,
      months.map(
        (r) =>
          `${r.code},${r.month},${r.subject},${r.statistic},${storedValue(r.value, r.subject)},${r.validDays ?? ''},${r.basis},${r.method},${r.source}`,
      ),
    ),
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
    months: read(AIR_FILES.months, MONTH_COLUMNS, (cells) => {
      const [code, month, subject, statistic, value, validDays, basis, method, source] = cells;
      const known = { code, month, subject, statistic, basis, method, source };
      return { ...known, value: number(value), validDays: number(validDays) } as CityMonth;
    }),
    findings: read(AIR_FILES.findings, FINDING_COLUMNS, (cells) => {
      const [severity, rule, file, row, message, remedy] = cells;
      return { severity, rule, file, row: number(row), message, remedy } as Finding;
    }),
  };
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
