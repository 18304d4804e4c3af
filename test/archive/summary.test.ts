import { expect, test } from 'vitest';
import { writeTables } from '../../pipeline/archive/air-tables.ts';
import { runSummary } from '../../pipeline/archive/summary.ts';
import { yearLine } from '../../pipeline/archive/table-line.ts';
import type { Finding, Statistic } from '../../pipeline/types.ts';
import { folder } from './world.ts';

const line = (code: string, statistic: Statistic, value: number) =>
  yearLine(
    { code, year: 2019, subject: 'pm10', statistic, value, validDays: 347, capture: 'short' },
    { basis: 'actual-298K', method: 'station-hourly', source: 'archive-hourly' },
  );
const finding = (rule: string, message: string): Finding => ({
  ...{ severity: 'note', file: 'archive-hourly/2019', row: null, remedy: '' },
  ...{ rule, message },
});
const PUBLISHED = [
  'scope,period,subject,statistic,base_period,value,text,unit,basis,evidence,publisher,variant,sources,note',
  'CN-337,2019,pm10,annual-mean,,63,,µg/m³,actual-298K,seen,official,,a,',
  'CN-337,2019,pm10,annual-mean-change,2018,-1.6,,%,actual-298K,seen,official,,a,',
  '110000,2019,pm10,annual-mean,,68,,µg/m³,actual-298K,seen,official,,a,',
].join('\n');

function dataDir(): string {
  const dir = folder({ 'air/published.csv': `${PUBLISHED}\n` });
  const years = [
    ...[line('110000', 'annual-mean', 60), line('110000', 'annual-mean-dust-excluded', 56)],
    ...[line('120000', 'annual-mean', 71), line('120000', 'annual-mean-dust-excluded', 70)],
  ];
  writeTables(`${dir}/air`, { years, months: [], findings: [] });
  return dir;
}

const result = (...findings: Finding[]) => ({ written: true, findings, rows: { years: 4, months: 0 } });

test('the mean of the cities stands beside the published one, with and without sand-dust', () => {
  // (60 + 71) / 2 = 65.5; (56 + 70) / 2 = 63.
  expect(runSummary(result(), dataDir())).toContain('65.5 (2) 63');
  expect(runSummary(result(), dataDir(), 'exclude')).toContain('63.0 (2) 63');
});

test('what was lost is said in full, the rest is counted', () => {
  const lost = finding('hours-lost', '2019: of 8760 hours 294 are missing.');
  const text = runSummary(result(lost, finding('bom', 'x'), finding('bom', 'y')), dataDir());
  expect(text).toContain('What is missing\n  2019: of 8760 hours 294 are missing.');
  expect(text).toMatch(/note bom: 2\n {2}note hours-lost: 1$/);
});

test('errors are listed, and nothing else is', () => {
  const wrong = { ...finding('unknown-city', 'City “X” is not known.'), severity: 'error' as const, row: 3 };
  expect(runSummary({ ...result(wrong), written: false }, dataDir())).toBe(
    '1 errors; nothing was written.\n  archive-hourly/2019:3  City “X” is not known. ',
  );
});
