import { cpSync, existsSync, mkdtempSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { tableLines } from '../../pipeline/archive/air-tables.ts';
import { runArchives } from '../../pipeline/archive/run.ts';
import { YEAR_TABLE } from '../../pipeline/archive/table-line.ts';
import type { Pollutant } from '../../pipeline/types.ts';

/** A folder that holds the unpacked archives and the station means, and nothing else. */
const ARCHIVES = process.env.CHINA_AIR_ARCHIVES ?? '';
const present = ARCHIVES !== '' && existsSync(ARCHIVES);
if (!present) console.warn('real-archives: skipped, because CHINA_AIR_ARCHIVES names no folder of raw archives');

test.skipIf(!present)('the national means of the real archives are those published, within 2 µg/m³', async () => {
  const paths = (await readdir(ARCHIVES)).map((name) => path.join(ARCHIVES, name));
  const dataDir = mkdtempSync(path.join(tmpdir(), 'china-air-data-'));
  cpSync('data', dataDir, { recursive: true, filter: (from) => !from.endsWith('city-year.csv') });
  await runArchives({ paths, years: { from: 2014, to: 2018 }, dataDir });
  const cells = [...tableLines(path.join(dataDir, 'air'), YEAR_TABLE)].map((line) => line.split(','));
  const values = (year: number, subject: Pollutant, statistic = 'annual-mean') =>
    cells
      .filter((row) => row[1] === String(year) && row[2] === subject && row[3] === statistic && row[4] !== '')
      .map((row) => Number(row[4]));
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;

  expect(values(2014, 'pm25')).toHaveLength(161);
  // Published: 161 cities of 2014; 338 cities after. 2017 leaves out sand-dust days, these archives keep them.
  for (const [year, pm25, so2, no2] of [
    [2014, 62, 35, 38],
    [2015, 50, 25, 30],
    [2016, 47, 22, 30],
    [2017, 43, 18, 31],
    [2018, 39, 14, 29],
  ] as const) {
    expect(Math.abs(mean(values(year, 'pm25')) - pm25)).toBeLessThan(2);
    expect(Math.abs(mean(values(year, 'so2')) - so2)).toBeLessThan(2);
    expect(Math.abs(mean(values(year, 'no2')) - no2)).toBeLessThan(2);
  }
  expect(values(2016, 'o3', 'p90-mda8')).toHaveLength(37);
});
