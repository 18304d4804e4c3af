import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { cityDays, particulates, withoutDust } from './city-days.ts';
import { unpivoted } from './columns.ts';
import { courses, dust, events, firstRunning, noCourses, stillRunning } from './dust-events.ts';
import { closedDays, rises, starts } from './dust-starts.ts';
import { groupByHeader, type HeaderGroup } from './header-groups.ts';
import { indexDays, steps } from './indices.ts';
import { days, members, stations, strayHours } from './lines.ts';
import { cityMeans, meanRows } from './means.ts';
import { allOf, type Years } from './sql.ts';
import { expected, rows, summed, written } from './tables.ts';

/**
 * What is asked for: `tables`, all that the archive step writes of a year of hours, from files read as lines; `means`, means and
 * percentiles only, from files read as tables.
 */
export type Job = 'means' | 'tables';

/** One thread, as the archive step has: what is compared is processor time, and two threads take a quarter more of it. */
const OPTIONS = { threads: '1', preserve_insertion_order: 'false' };

/** How many days a sand-dust event is followed at first; then three times as many, and so on, those that run on. */
const FIRST_DAYS = 3;

/**
 * The archive step in SQL, as fast as it could be made in DuckDB, or a part of it in the ordinary way: from files of hours to city-year.csv and city-month.csv. Files
 * must be whole but for the faults of a synthetic year (synthetic/faults.ts): what is no value is not looked for.
 *
 * @param resultDir where the tables are written, values unrounded
 * @param years must lie in the time of HJ 633-2012
 */
export async function archiveInSql(
  job: Job,
  resultDir: string,
  dataDir: string,
  years: Years,
  folders: readonly string[],
) {
  const { groups, strays } = groupByHeader(folders);
  const database = await DuckDBInstance.create(':memory:', OPTIONS);
  const connection = await database.connect();
  const run = async (...statements: readonly string[]) => {
    for (const sql of statements) await connection.run(sql);
  };
  mkdirSync(resultDir, { recursive: true });
  await run(stations(dataDir));
  if (job === 'tables') {
    for (const [i, group] of groups.entries()) await run(members(group, i), days(group, i));
    for (const stray of strays) await run(...strayHours(stray, groups));
    for (const [i, group] of groups.entries()) {
      await run(particulates(group, i), cityDays(group, i, years), `DROP TABLE day${i}`);
    }
    await sandDust(connection, groups);
    await run(steps(dataDir, `${years.from}-01-01`), indexDays(groups.length));
    await run(expected([...new Set(groups.flatMap(({ sites }) => sites))]), summed('month'), summed('year'));
  } else await run(unpivoted(groups), cityMeans(years));
  for (const period of ['year', 'month'] as const) {
    const table = job === 'tables' ? rows(period) : meanRows(period);
    await run(written(table, path.join(resultDir, `city-${period}.csv`)));
  }
  connection.closeSync();
  database.closeSync();
}

/** What sand-dust changes of the days of cities. */
async function sandDust(connection: DuckDBConnection, groups: readonly HeaderGroup[]): Promise<void> {
  const isAny = async () => (await connection.runAndReadAll('FROM running LIMIT 1')).currentRowCount > 0;
  const fileDays = groups.flatMap((group) => group.days);
  const before = [`CREATE VIEW pm AS ${allOf('pm', groups.length)}`, closedDays(fileDays), rises, starts];
  for (const sql of [...before, firstRunning, noCourses]) await connection.run(sql);
  for (let reach = FIRST_DAYS; await isAny(); reach *= 3) {
    await connection.run(courses(reach));
    await connection.run(stillRunning);
  }
  for (const sql of [events, dust, withoutDust]) await connection.run(sql);
}
