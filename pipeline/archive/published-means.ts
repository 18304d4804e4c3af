import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';

/** The published mean of all assessed cities, as printed; '' where it is not known. */
export type PublishedMean = (year: number, pollutant: Pollutant) => string;

/** The scope whose mean the ministry published for a year. */
const scopeOf = (year: number) => (year < 2015 ? 'CN-161' : year < 2019 ? 'CN-338' : year < 2021 ? 'CN-337' : 'CN-339');

/** The year 2018 was published on the old state first; only later was it recomputed. */
const FIRST_YEAR_OF_ACTUAL_STATE = 2019;

/** The published means of national scopes by scope, year, pollutant and statistic; the first of each key counts. */
export type PublishedMeans = readonly (readonly [key: string, value: string])[];

/** Reads data/air/published.csv, if it is there. */
export function readPublishedMeans(dataDir: string): PublishedMeans {
  const file = path.join(dataDir, 'air', 'published.csv');
  const rows: Record<string, string>[] = existsSync(file)
    ? parse(nationalRows(readFileSync(file, 'utf8')), { columns: true, bom: true, relax_column_count: true })
    : [];
  const means = new Map<string, string>();
  for (const row of rows) {
    const old = Number(row.period) < FIRST_YEAR_OF_ACTUAL_STATE;
    if (row.base_period || row.publisher === 'third-party' || row.basis !== (old ? 'standard-273K' : 'actual-298K'))
      continue;
    const key = [row.scope, row.period, row.subject, row.statistic].join();
    if (!means.has(key)) means.set(key, row.value ?? '');
  }
  return [...means];
}

export function publishedMean(published: PublishedMeans): PublishedMean {
  const means = new Map(published);
  return (year, pollutant) => means.get([scopeOf(year), year, pollutant, BULLETIN_STATISTIC[pollutant]].join()) ?? '';
}

/** The header and the rows of national scopes, one in ten of the table. */
function nationalRows(text: string): string {
  return text
    .split('\n')
    .filter((line, i) => i === 0 || line.startsWith('CN-'))
    .join('\n');
}
