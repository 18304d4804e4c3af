import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';

/** Beyond the rounding of what is stored (4 decimals, CO 6), results may differ by this much: order of summation. */
const TOLERANCE = 1e-6;

type Result = Readonly<{
  city: string;
  period: string;
  subject: string;
  days: number;
  mean: number;
  percentile: number;
}>;
type Row = Readonly<Record<string, string>>;

/** `compared`: values; `differing`: the first of those that differ, in words. */
export type Agreement = Readonly<{ compared: number; differing: readonly string[] }>;

const MEANS = ['annual-mean', 'mean', 'mean-mda8'];
const PERCENTILES = ['p95-daily', 'p98-daily', 'p90-mda8'];

/** Compares the tables of the archive step with the results of DuckDB: means, percentiles and days, of years and months. */
export function agreement(dataDir: string, resultFile: string): Agreement {
  const results = JSON.parse(readFileSync(resultFile, 'utf8')) as readonly Result[];
  const theirs = new Map(results.map((result) => [`${result.city} ${result.period} ${result.subject}`, result]));
  let compared = 0;
  const differing: string[] = [];
  for (const row of [...rowsOf(dataDir, 'city-year.csv'), ...rowsOf(dataDir, 'city-month.csv')]) {
    const { code, subject = '', statistic = '', value } = row;
    const period = row.year ?? row.month;
    const isMean = MEANS.includes(statistic);
    if (!value || (!isMean && !PERCENTILES.includes(statistic))) continue;
    const their = theirs.get(`${code} ${period} ${subject}`);
    const other = isMean ? their?.mean : their?.percentile;
    const stored = subject === 'co' ? 6 : 4;
    compared += 1;
    const near = Math.abs(Number(value) - (other ?? Number.NaN)) <= 0.5 * 10 ** -stored + TOLERANCE;
    if (near && Number(row.valid_days) === their?.days) continue;
    differing.push(
      `${code} ${period} ${subject} ${statistic}: ${value} of ${row.valid_days} days, DuckDB ${other} of ${their?.days}`,
    );
  }
  return { compared, differing };
}

function rowsOf(dataDir: string, file: string): Row[] {
  return parse(readFileSync(path.join(dataDir, 'air', file)), { columns: true });
}
