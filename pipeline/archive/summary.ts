import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { roundHalfEven } from '../standards/rounding.ts';
import { type CityYear, POLLUTANTS, type Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import type { AirTables } from './air-tables.ts';

/** Whether particulates keep the hours of sand-dust; tables hold both. */
export const DUST_RULES = ['keep', 'exclude'] as const;
export type DustRule = (typeof DUST_RULES)[number];

/** The published mean of all assessed cities, as printed; '' where it is not known. */
export type PublishedMean = (year: number, pollutant: Pollutant) => string;

/** The scope whose mean the ministry published for a year. */
const scopeOf = (year: number) => (year < 2015 ? 'CN-161' : year < 2019 ? 'CN-338' : year < 2021 ? 'CN-337' : 'CN-339');

/** The year 2018 was published on the old state first; only later was it recomputed. */
const FIRST_YEAR_OF_ACTUAL_STATE = 2019;

/** Reads data/air/published.csv, if it is there. */
export function publishedMeans(dataDir: string): PublishedMean {
  const file = path.join(dataDir, 'air', 'published.csv');
  const rows: Record<string, string>[] = existsSync(file)
    ? parse(readFileSync(file), { columns: true, bom: true, relax_column_count: true })
    : [];
  const means = new Map<string, string>();
  for (const row of rows) {
    const old = Number(row.period) < FIRST_YEAR_OF_ACTUAL_STATE;
    if (row.base_period || row.publisher === 'third-party' || row.basis !== (old ? 'standard-273K' : 'actual-298K'))
      continue;
    const key = [row.scope, row.period, row.subject, row.statistic].join();
    if (!means.has(key)) means.set(key, row.value ?? '');
  }
  return (year, pollutant) => means.get([scopeOf(year), year, pollutant, BULLETIN_STATISTIC[pollutant]].join()) ?? '';
}

/**
 * What a run has made, for the eye: rows, years, cities with a valid year, the plain mean of the cities beside the published
 * one (HJ 663-2013 has regions averaged over cities, unweighted), and findings by rule.
 */
export function runSummary(tables: AirTables & { written: boolean }, dataDir: string, dust: DustRule = 'keep'): string {
  if (!tables.written) {
    const lines = tables.findings.map((f) => `  ${f.file}${f.row ? `:${f.row}` : ''}  ${f.message} ${f.remedy}`);
    return [`${lines.length} errors; nothing was written.`, ...lines].join('\n');
  }
  const years = [...new Set(tables.years.map((row) => row.year))].sort();
  const published = publishedMeans(dataDir);
  return [
    `city-year ${tables.years.length} rows, city-month ${tables.months.length} rows, years ${years[0]} to ${years.at(-1)}`,
    '',
    `Plain means of the cities${dust === 'exclude' ? ' without sand-dust hours, where these are known' : ''}, in brackets their number, then what was published`,
    ['year', ...POLLUTANTS.map((p) => `${p} ${BULLETIN_STATISTIC[p]}`)].map((cell) => cell.padEnd(21)).join(''),
    ...years.map((year) =>
      [String(year), ...POLLUTANTS.map((p) => `${nationalMean(tables.years, year, p, dust)} ${published(year, p)}`)]
        .map((cell) => cell.padEnd(21))
        .join(''),
    ),
    '',
    'PM2.5 annual means by capture',
    ...years.map((year) => `${year}  ${captureCounts(tables.years, year)}`),
    '',
    `Findings: ${tables.findings.length}`,
    ...countBy(tables.findings.map((f) => `${f.severity} ${f.rule}`)).map(([what, n]) => `  ${what}: ${n}`),
  ].join('\n');
}

function nationalMean(rows: readonly CityYear[], year: number, pollutant: Pollutant, dust: DustRule): string {
  const valuesOf = (statistic: string) =>
    rows
      .filter((r) => r.year === year && r.subject === pollutant && r.statistic === statistic)
      .flatMap((r) => (r.value === null ? [] : [r.value]));
  const statistic = BULLETIN_STATISTIC[pollutant];
  const without = dust === 'exclude' ? valuesOf(`${statistic}-dust-excluded`) : [];
  const values = without.length > 0 ? without : valuesOf(statistic);
  if (values.length === 0) return '–';
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return `${roundHalfEven(mean, pollutant === 'co' ? 2 : 1)} (${values.length})`;
}

function captureCounts(rows: readonly CityYear[], year: number): string {
  const captures = rows
    .filter((r) => r.year === year && r.subject === 'pm25' && r.statistic === 'annual-mean')
    .map((r) => r.capture);
  return countBy(captures)
    .map(([capture, n]) => `${capture} ${n}`)
    .join(', ');
}

function countBy(names: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts].sort(([a], [b]) => (a < b ? -1 : 1));
}
