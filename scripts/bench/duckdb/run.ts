/**
 * The archive step done by DuckDB, as a program of its own so that its time can be taken:
 * run.ts <result.json> <data folder> <first year> <last year> <folder of files> …
 */
import { writeFileSync } from 'node:fs';
import { DuckDBInstance } from '@duckdb/node-api';
import { groupByHeader } from './header-groups.ts';
import { cities, days, lines, members, results, stations, strayLines } from './queries.ts';

const [result = '', dataDir = '', from = '', to = '', ...folders] = process.argv.slice(2);
const { groups, strays } = groupByHeader(folders);
const database = await DuckDBInstance.create(':memory:', { threads: '2', preserve_insertion_order: 'false' });
const connection = await database.connect();
const run = (sql: string) => connection.run(sql);

await run(stations(dataDir));
for (const [i, group] of groups.entries()) {
  await run(members(group, i));
  await run(lines(group, i));
}
for (const stray of strays) for (const sql of strayLines(stray, groups)) await run(sql);
for (const [i, group] of groups.entries()) {
  await run(days(i));
  await run(`DROP TABLE line${i}`);
  await run(cities(group, i, { from: Number(from), to: Number(to) }));
  await run(`DROP TABLE day${i}`);
}
const reader = await connection.runAndReadAll(results(groups.length));
writeFileSync(result, JSON.stringify(reader.getRowObjectsJson()));
