/**
 * npm run bench: what the archive step takes, beside reading the same files and beside DuckDB.
 *
 *   reads  data/ (cities, breakpoints)
 *   makes  .cache/bench: synthetic years of hourly files with a data folder, kept for the next time
 */
import { rmSync } from 'node:fs';
import path from 'node:path';
import { ChinaAirError } from '../pipeline/errors.ts';
import { columns, type Goal, goalLines, verdictOf } from './bench/goals.ts';
import type { Cost } from './bench/measure.ts';
import { parseBench, USAGE } from './bench/options.ts';
import { type Measured, measureAll } from './bench/runs.ts';
import { syntheticArchive } from './bench/synthetic/archive.ts';
import { Workbench } from './bench/workbench.ts';

const CACHE = path.join('.cache', 'bench');

/** The goals that concern the archive step. */
function goalsOf({ read, duckdb, cold, unchanged, changed, years }: Measured, count: number): Goal[] {
  // With all that starting takes, on both sides: who waits for a run waits for that too.
  const ofCold = ({ cpu }: Cost) => (100 * cpu) / cold.cpu;
  const goal = (what: string, value: number, target: number, unit: Goal['unit'] = '', decimals = 1): Goal => ({
    ...{ what, value, target, unit, decimals },
  });
  return [
    goal('CPU against cat | wc -l', cold.cpu / read.cpu, 6),
    goal('CPU against DuckDB, the same tables', cold.cpu / duckdb.tables.cpu, 0.1, '', 2),
    goal('peak memory', cold.peak, 120, 'MB', 0),
    goal('nothing changed, CPU against cold', ofCold(unchanged), 5, '%', 0),
    goal('one day changed, CPU against cold', ofCold(changed), 20, '%', 0),
    ...(years === null
      ? []
      : [
          goal(`${count} years, wall against one`, years.wall / cold.wall, count),
          goal('memory for each further year', (years.peak - cold.peak) / (count - 1), 12, 'MB'),
        ]),
  ];
}

const row = (what: string, { wall, cpu, peak }: Cost) => [
  what,
  wall.toFixed(2),
  cpu.toFixed(2),
  peak > 0 ? peak.toFixed(0) : '–',
];

try {
  const options = parseBench(process.argv.slice(2));
  if (options.help) {
    console.log(USAGE);
  } else {
    const archive = syntheticArchive(CACHE, 'data', options.years, options.days);
    for (const { dir, files, bytes, made } of archive.years) {
      console.log(`${dir}: ${files} files, ${Math.round(bytes / 1e6)} MB, ${made ? 'made' : 'from the cache'}`);
    }
    const bench = new Workbench(path.join(CACHE, 'work'), archive);
    const table = [['run', 'wall s', 'CPU s', 'peak MB']];
    const measured = measureAll(archive, bench, options.runs, (what, cost) => table.push(row(what, cost)));
    const goals = goalsOf(measured, options.years);
    const { means, tables } = measured.agreement;
    const differing = [...tables.differing, ...means.differing];
    const judged = options.days === null;
    console.log(`\n${columns(table).join('\n')}\n\n${goalLines(goals, judged).join('\n')}\n`);
    const ofMeans = (measured.cold.cpu / measured.duckdb.means.cpu).toFixed(2);
    console.log(
      `For information: CPU against DuckDB that reads the files as tables, for means and percentiles only, ${ofMeans}.`,
    );
    console.log(`${tables.compared} values compared with DuckDB’s tables, ${tables.differing.length} differ;`);
    console.log(`${means.compared} with its means and percentiles, ${means.differing.length} differ.`);
    for (const wrong of [...differing.slice(0, 10), ...measured.unlike]) console.log(`  ${wrong}`);
    const missed = judged && goals.some((goal) => verdictOf(goal) === 'not met');
    if (missed || differing.length > 0 || measured.unlike.length > 0) process.exitCode = 1;
    if (!options.keep) rmSync(bench.dir, { recursive: true, force: true });
  }
} catch (error) {
  if (!(error instanceof ChinaAirError)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy}\n`);
  process.exitCode = error.exit;
}
