import path from 'node:path';
import { roundHalfEven } from '../standards/rounding.ts';
import { POLLUTANTS, type Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { tableLines } from './air-tables.ts';
import { type PublishedMeans, publishedMean, readPublishedMeans } from './published-means.ts';
import type { DustRule } from './rules.ts';
import type { ArchiveResult } from './run.ts';
import { YEAR_TABLE } from './table-line.ts';

/**
 * What a run has made, for the eye: rows, years, cities with complete capture, the plain mean of the cities beside the
 * published one (HJ 663-2013 has regions averaged over cities, unweighted), and findings by rule.
 */
export function runSummary(
  { written, findings, rows }: Pick<ArchiveResult, 'written' | 'findings' | 'rows'>,
  dataDir: string,
  dust: DustRule = 'keep',
  publishedMeans: PublishedMeans = readPublishedMeans(dataDir),
): string {
  if (!written) {
    const lines = findings.map((f) => `  ${f.file}${f.row ? `:${f.row}` : ''}  ${f.message} ${f.remedy}`);
    return [`${lines.length} errors; nothing was written.`, ...lines].join('\n');
  }
  const { means, captures } = readYears(dataDir);
  const years = [...captures.keys()].sort();
  const published = publishedMean(publishedMeans);
  const cell = (year: string, pollutant: Pollutant) => {
    const statistic = BULLETIN_STATISTIC[pollutant];
    const without = dust === 'exclude' ? means.get(`${year} ${pollutant} ${statistic}-dust-excluded`) : undefined;
    const mean = without ?? means.get(`${year} ${pollutant} ${statistic}`);
    const printed = mean ? `${roundHalfEven(mean.sum / mean.n, pollutant === 'co' ? 2 : 1)} (${mean.n})` : '–';
    return `${printed} ${published(Number(year), pollutant)}`;
  };
  const wide = (cells: readonly string[]) => cells.map((text) => text.padEnd(21)).join('');
  return [
    `city-year ${rows.years} rows, city-month ${rows.months} rows, years ${years[0]} to ${years.at(-1)}`,
    '',
    `Plain means of the cities${dust === 'exclude' ? ', without sand-dust hours where these are known' : ''}; in brackets their number, then what was published`,
    wide(['year', ...POLLUTANTS.map((pollutant) => `${pollutant} ${BULLETIN_STATISTIC[pollutant]}`)]),
    ...years.map((year) => wide([year, ...POLLUTANTS.map((pollutant) => cell(year, pollutant))])),
    '',
    'Cities by data capture of the PM2.5 annual mean (valid: 324 days, and 27 in each month)',
    ...years.map((year) => `${year}  ${counted(captures.get(year) ?? [], ', ')}`),
    '',
    ...told(findings),
    `Findings, all in archive-findings.csv: ${findings.length}`,
    counted(
      findings.map(({ severity, rule }) => `  ${severity} ${rule}:`),
      '\n',
    ),
  ].join('\n');
}

/** What was lost where: said in full, since it decides what the numbers are worth. */
const LOSSES = ['hours-lost', 'missing-day', 'city-without-value'];

function told(findings: ArchiveResult['findings']): string[] {
  const losses = findings.filter(({ rule }) => LOSSES.includes(rule)).map(({ message }) => `  ${message}`);
  return losses.length === 0 ? [] : ['What is missing', ...losses, ''];
}

type Mean = { sum: number; n: number };

/** Sums of each year's city values by statistic, and for every year the captures of PM2.5. */
function readYears(dataDir: string): { means: Map<string, Mean>; captures: Map<string, string[]> } {
  const means = new Map<string, Mean>();
  const captures = new Map<string, string[]>();
  for (const line of tableLines(path.join(dataDir, 'air'), YEAR_TABLE)) {
    const [, year = '', subject = '', statistic = '', value = '', , capture = ''] = line.split(',');
    const own = captures.get(year) ?? [];
    captures.set(year, own);
    if (subject === 'pm25' && statistic === 'annual-mean') own.push(capture);
    if (value === '') continue;
    const key = `${year} ${subject} ${statistic}`;
    const mean = means.get(key) ?? { sum: 0, n: 0 };
    means.set(key, mean);
    mean.sum += Number(value);
    mean.n += 1;
  }
  return { means, captures };
}

function counted(names: readonly string[], separator: string): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, count]) => `${name} ${count}`)
    .join(separator);
}
