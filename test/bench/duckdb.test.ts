import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Station } from '../../pipeline/archive/stations.ts';
import { agreement } from '../../scripts/bench/agreement.ts';
import { type MadeFile, makeArchive, nameOfDay, utf8 } from '../archive/hourly/make-files.ts';
import { plainMonths, plainYears } from '../archive/hourly/plain-year.ts';
import { plainOf, tableDifferences, withDataDir, withFolder } from '../archive/hourly/world.ts';

/** DuckDB is a library of its own for each kind of machine, and not every one has it. */
const missing = await import('@duckdb/node-api').then(
  () => null,
  (error: unknown) => String(error),
);
if (missing !== null) console.warn(`The benchmark’s SQL is not tested: @duckdb/node-api cannot be loaded. ${missing}`);

/** Sites that are the same thing all the time, as those of the benchmark are. */
const isSteady = ({ controlUntil, opened, closed, validFrom, validTo }: Station): boolean =>
  [controlUntil, opened, closed, validFrom, validTo].every((date) => date === null);

/** The same file with these columns of sites in this order. */
function withColumns({ name, bytes }: MadeFile, sites: readonly string[]): MadeFile {
  const rows = new TextDecoder().decode(bytes).trimEnd().split(/\r?\n/);
  const header = rows[0]?.split(',') ?? [];
  const places = [0, 1, 2, ...sites.map((site) => header.indexOf(site))];
  const lines = rows.map((row, i) => {
    const cells = row.split(',');
    return i === 0 ? ['date,hour,type', ...sites].join() : places.map((place) => cells[place] ?? '').join();
  });
  return { name, bytes: utf8(lines.join('\r\n')) };
}

describe.skipIf(missing !== null)('the SQL of the benchmark', () => {
  test('gives what the rules give, over sand-dust, days without a file, new columns and a month of few days', async () => {
    const { archiveInSql } = await import('../../scripts/bench/duckdb/archive.ts');
    const made = makeArchive('sites', 3, { start: '2018-12-30', days: 230, cities: 2 });
    const stations = made.stations.filter(isSteady);
    const sites = stations.map(({ code }) => code);
    const columnsOf = (name: string) => (name < nameOfDay('sites', '2019-05-01') ? sites.slice(1).toReversed() : sites);
    const files = made.files
      // A day alone, and of July the 2nd to the 18th: 14 days are left, fewer than half.
      .filter(({ name }) => name !== nameOfDay('sites', '2019-04-12') && !/_201907(0[2-9]|1[0-8])\./.test(name))
      .map((file) => withColumns(file, columnsOf(file.name)));
    const of2019 = new Map([...plainOf('sites', files, stations)].filter(([key]) => key.includes(' 2019-')));
    const [years, months] = [plainYears(of2019), plainMonths(of2019)];

    await withDataDir(stations, (dataDir) =>
      withFolder(files, async (folder) => {
        const air = path.join(dataDir, 'air');
        mkdirSync(air);
        await archiveInSql('tables', air, dataDir, { from: 2019, to: 2019 }, [folder]);
        expect(tableDifferences(dataDir, 'city-year', years)).toEqual([]);
        expect(tableDifferences(dataDir, 'city-month', months)).toEqual([]);
      }),
    );
    // What is compared has in it what it is meant to have.
    const city = stations.find((station) => station.control === 'no')?.city;
    const value = (key: string) => (years.get(`${city} ${key}`) ?? months.get(`${city} ${key}`))?.value;
    expect(value('2019 pm10 annual-mean-dust-excluded')).toBeLessThan(value('2019 pm10 annual-mean') ?? 0);
    expect(value('2019-07 so2 mean')).toBeNull();
    expect([...months].some(([key, { value }]) => key.endsWith('o3 primary-days') && value !== 0)).toBe(true);
  }, 60_000);
});

describe('agreement', () => {
  const HEADER = 'code,year,subject,statistic,value,valid_days,capture';
  const MONTHS = 'code,month,subject,statistic,value,valid_days';
  /** A data folder and a folder of results, each with these lines of city-year.csv. */
  function compared(ours: readonly string[], theirs: readonly string[], job: 'means' | 'tables' = 'tables') {
    const dir = mkdtempSync(path.join(tmpdir(), 'china-air-agreement-'));
    mkdirSync(path.join(dir, 'air'));
    for (const [folder, lines] of [
      [path.join(dir, 'air'), ours],
      [dir, theirs],
    ] as const) {
      writeFileSync(path.join(folder, 'city-year.csv'), [HEADER, ...lines].join('\n'));
      writeFileSync(path.join(folder, 'city-month.csv'), MONTHS);
    }
    return agreement(dir, dir, job);
  }

  test('is that of a value but for the rounding of what is stored', () => {
    expect(
      compared(['1,2019,pm25,annual-mean,40.123457,350,valid'], ['1,2019,pm25,annual-mean,40.12345651,350,valid']),
    ).toEqual({
      compared: 1,
      differing: [],
    });
  });

  test.each([
    ['a value', '1,2019,pm25,annual-mean,40.12346,350,valid'],
    ['the number of days', '1,2019,pm25,annual-mean,40.123457,349,valid'],
    ['the capture', '1,2019,pm25,annual-mean,40.123457,350,short'],
    ['a value that is not there', '1,2019,pm25,annual-mean,,350,valid'],
  ])('is missed by %s', (_, theirs) => {
    expect(compared(['1,2019,pm25,annual-mean,40.123457,350,valid'], [theirs]).differing).toHaveLength(1);
  });

  test('is missed by a count that is off by one, a line that is missing and one too many', () => {
    const { differing } = compared(
      ['1,2019,aqi,good-days,200,350,valid', '2,2019,aqi,good-days,200,350,valid'],
      ['1,2019,aqi,good-days,201.0,350,valid', '3,2019,aqi,good-days,200.0,350,valid'],
    );
    expect(differing).toEqual([
      '1 2019 aqi good-days: 200 of 350 days (valid), DuckDB 201.0 of 350 days (valid)',
      '2 2019 aqi good-days: 200 of 350 days (valid), DuckDB none',
      '3 2019 aqi good-days: none, DuckDB 200.0 of 350 days (valid)',
    ]);
  });

  test('of means and percentiles asks for nothing else', () => {
    const ours = ['1,2019,aqi,good-days,200,350,valid', '1,2019,co,p95-daily,1.2,350,valid'];
    expect(compared(ours, ['1,2019,co,p95-daily,1.2,350,'], 'means').compared).toBe(1);
    expect(compared(ours, [], 'means').differing).toHaveLength(1);
  });
});
