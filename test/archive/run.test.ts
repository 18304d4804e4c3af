import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { runArchives } from '../../pipeline/archive/run.ts';
import { dataFolder, folder } from './world.ts';

const dates = Array.from({ length: 366 }, (_, i) => new Date(Date.UTC(2016, 0, 1 + i)).toISOString().slice(0, 10));
const daily = (city: string, pm25: number) =>
  dates.map((date) => `${city},${date},90,50~99,良,${pm25},80,20,1.2,40,90,5`).join('\n');
const MONTHLY = [
  '月份,AQI,范围,质量等级,PM2.5,PM10,SO2,CO,NO2,O3',
  ...dates.filter((d) => d.endsWith('-01')).flatMap((d) => [`${d.slice(0, 7)},90,50~99,良,50,90,30,1.3,50,100`]),
  ...dates.filter((d) => d.endsWith('-01')).map((d) => `2017${d.slice(4, 7)},90,50~99,良,44,90,30,1.3,50,100`),
].join('\n');

const YEARS = { from: 2014, to: 2018 };
const DAYS = folder({ 'days/包头.csv': daily('包头', 46.5) });
const MONTHS = folder({ 'months/包头.csv': MONTHLY, 'months/新乡.csv': MONTHLY, 'months/义乌.csv': MONTHLY });

const bytes = (dataDir: string) =>
  ['city-year.csv', 'city-month.csv', 'archive-findings.csv'].map((f) =>
    readFileSync(path.join(dataDir, 'air', f), 'utf8'),
  );
async function run(dataDir: string, ...paths: string[]) {
  await runArchives({ paths, years: YEARS, dataDir });
  return bytes(dataDir);
}

test('days win over months where they are, and months fill the rest', async () => {
  const [text] = await run(dataFolder(), DAYS, MONTHS);
  expect(text).toContain('150200,2016,pm25,annual-mean,46.5,366,valid,standard-273K,city-daily,archive-city-daily\n');
  expect(text).toContain('150200,2017,pm25,annual-mean,44,,unknown,standard-273K,city-monthly,archive-city-monthly\n');
  expect(text).toContain('410700,2016,pm25,annual-mean,50,,unknown,');
  expect(text).not.toContain('mda8');
});

test('archives one after another, in either order, and twice, give the bytes of all at once', async () => {
  const dataDir = dataFolder();
  const once = await run(dataDir, DAYS, MONTHS);
  expect(await run(dataDir, MONTHS, DAYS)).toEqual(once);
  const [forward, backward] = [dataFolder(), dataFolder()];
  await run(forward, DAYS);
  expect(await run(forward, MONTHS)).toEqual(once);
  await run(backward, MONTHS);
  expect(await run(backward, DAYS)).toEqual(once);
});

test('only the years asked for are replaced', async () => {
  const dataDir = dataFolder();
  await run(dataDir, MONTHS);
  const changed = folder({
    '新乡.csv': MONTHLY.replaceAll(',50,90,30,', ',99,90,30,').replaceAll(',44,90,30,', ',98,90,30,'),
  });
  await runArchives({ paths: [changed], years: { from: 2017, to: 2017 }, dataDir });
  const [text] = bytes(dataDir);
  expect(text).toContain('410700,2016,pm25,annual-mean,50,');
  expect(text).toContain('410700,2017,pm25,annual-mean,98,');
  expect(text).not.toContain('150200,2017');
});

test('an unknown city lists all errors and leaves the tables as they were', async () => {
  const dataDir = dataFolder();
  const before = await run(dataDir, DAYS);
  const wrong = folder({ 'a.csv': daily('包投', 1), 'b.csv': daily('新香', 1) });
  const result = await runArchives({ paths: [wrong], years: YEARS, dataDir });
  expect(result.written).toBe(false);
  expect(result.findings.map(({ rule }) => rule)).toEqual(['unknown-city', 'unknown-city']);
  expect(bytes(dataDir)).toEqual(before);
});

test('a path that is not there is wrong usage', async () => {
  await expect(runArchives({ paths: ['/no/such'], years: YEARS, dataDir: dataFolder() })).rejects.toMatchObject({
    code: 'no-archive',
    exit: 2,
  });
});
