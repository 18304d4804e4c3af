import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Job } from './duckdb/archive.ts';

/** Beyond the rounding of what is stored (stored-value.ts), values may differ by this much: order of summation. */
const TOLERANCE = 1e-6;
/** Decimals of what is stored of a year of hours. */
const DECIMALS = 6;
const CO_DECIMALS = 8;

type Row = Readonly<Record<string, string>>;

/** `compared`: values; `differing`: those that differ, in words. */
export type Agreement = Readonly<{ compared: number; differing: readonly string[] }>;

const FILES = ['city-year.csv', 'city-month.csv'] as const;
/** What the smaller job makes. */
const OF_MEANS = ['annual-mean', 'mean', 'mean-mda8', 'p95-daily', 'p98-daily', 'p90-mda8'];

/**
 * Compares the tables of the archive step with those of DuckDB: values, days and capture.
 *
 * @param job `tables`: every line of both tables, and no other; `means`: means and percentiles that have a value
 */
export function agreement(dataDir: string, resultDir: string, job: Job): Agreement {
  let compared = 0;
  const differing: string[] = [];
  for (const file of FILES) {
    const theirs = new Map(rowsOf(path.join(resultDir, file)).map((row) => [keyOf(row), row]));
    const asked = (row: Row) => job === 'tables' || (row.value !== '' && OF_MEANS.includes(row.statistic ?? ''));
    for (const row of rowsOf(path.join(dataDir, 'air', file)).filter(asked)) {
      const key = keyOf(row);
      const their = theirs.get(key);
      theirs.delete(key);
      compared += 1;
      if (!their || !isSame(row, their)) differing.push(`${key}: ${inWords(row)}, DuckDB ${inWords(their)}`);
    }
    if (job === 'tables') for (const [key, row] of theirs) differing.push(`${key}: none, DuckDB ${inWords(row)}`);
  }
  return { compared, differing };
}

function isSame(ours: Row, theirs: Row): boolean {
  if (ours.valid_days !== theirs.valid_days) return false;
  if (theirs.capture !== undefined && ours.capture !== theirs.capture) return false;
  if (ours.value === '' || theirs.value === '') return ours.value === theirs.value;
  const isCount = ours.statistic?.endsWith('-days') ?? false;
  const rounding = 0.5 * 10 ** -(ours.subject === 'co' ? CO_DECIMALS : DECIMALS);
  return Math.abs(Number(ours.value) - Number(theirs.value)) <= (isCount ? 0 : rounding + TOLERANCE);
}

const keyOf = (row: Row): string => `${row.code} ${row.year ?? row.month} ${row.subject} ${row.statistic}`;

function inWords(row: Row | undefined): string {
  if (!row) return 'none';
  return `${row.value || 'no value'} of ${row.valid_days} days${row.capture ? ` (${row.capture})` : ''}`;
}

function rowsOf(file: string): Row[] {
  return parse(readFileSync(file), { columns: true });
}
