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
  const table = (columns: readonly string[], rows: readonly (readonly (string | number | null)[])[]) =>
    stringify([columns, ...rows]);
  return {
    years: table(
      YEAR_COLUMNS,
      years.map((r) => [
        ...[r.code, r.year, r.subject, r.statistic, storedValue(r.value, r.subject)],
        ...[r.validDays, r.capture, r.basis, r.method, r.source],
      ]),
    ),
    months: table(
      MONTH_COLUMNS,
      months.map((r) => [
        ...[r.code, r.month, r.subject, r.statistic, storedValue(r.value, r.subject)],
        ...[r.validDays, r.basis, r.method, r.source],
      ]),
    ),
    findings: table(
      FINDING_COLUMNS,
      findings.map((f) => [f.severity, f.rule, f.file, f.row, f.message, f.remedy]),
    ),
  };
}

/** What earlier runs left; empty where there is no file. The files are this program's own and are trusted. */
export function readTables(dir: string): AirTables {
  const read = (file: string): Record<string, string>[] => {
    const at = path.join(dir, file);
    return existsSync(at) ? parse(readFileSync(at), { columns: true, bom: true }) : [];
  };
  const number = (text: string | undefined) => (text ? Number(text) : null);
  return {
    years: read(AIR_FILES.years).map(
      (r) =>
        ({
          ...r,
          year: Number(r.year),
          value: number(r.value),
          validDays: number(r.valid_days),
        }) as unknown as CityYear,
    ),
    months: read(AIR_FILES.months).map(
      (r) => ({ ...r, value: number(r.value), validDays: number(r.valid_days) }) as unknown as CityMonth,
    ),
    findings: read(AIR_FILES.findings).map((r) => ({ ...r, row: number(r.row) }) as unknown as Finding),
  };
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
