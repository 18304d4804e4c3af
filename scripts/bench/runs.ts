import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { type Agreement, agreement } from './agreement.ts';
import type { Job } from './duckdb/archive.ts';
import { best, type Cost, measure, npmScript, type Program, script, shell } from './measure.ts';
import type { SyntheticArchive } from './synthetic/archive.ts';
import { FIRST_YEAR } from './synthetic/network.ts';
import { changeOneDay, tablesOf, type Workbench } from './workbench.ts';

/** The costs of every kind of run, the best of several; null where it was not made. */
export type Measured = Readonly<{
  read: Cost;
  /** DuckDB with the same tables, and with means and percentiles only from files read as tables. */
  duckdb: Readonly<Record<Job, Cost>>;
  start: Cost;
  cold: Cost;
  unchanged: Cost;
  changed: Cost;
  years: Cost | null;
  agreement: Readonly<Record<Job, Agreement>>;
  /** Tables that should have had the same bytes and had not. */
  unlike: readonly string[];
}>;

export type Tell = (what: string, cost: Cost) => void;

const DUCKDB = path.join(import.meta.dirname, 'duckdb', 'run.ts');

/** All runs, one after the other. `tell` hears of each kind when it is done. */
export function measureAll(archive: SyntheticArchive, bench: Workbench, runs: number, tell: Tell): Measured {
  const files = bench.files();
  warm(files);
  const each = (what: string, program: (run: number) => Program, times = runs): Cost => {
    const costs = Array.from({ length: times }, (_, run) => measure(program(run), bench.dir));
    const cost = best(costs);
    tell(what, cost);
    return cost;
  };
  const coldArchive = (folders: readonly string[], run: number | string) =>
    step(folders, bench.freshData(`data-${run}`), bench.freshCache(`cache-${run}`));

  const read = each('cat | wc -l', () => shell('cat "$1"/* | wc -l', files));
  const start = each('archive step, no files', (run) => coldArchive([bench.emptyFolder()], run));
  const cold = each('archive step, cold', (run) => coldArchive([files], run));
  const data = path.join(bench.dir, `data-${runs - 1}`);
  const cache = path.join(bench.dir, `cache-${runs - 1}`);
  const first = tablesOf(data);
  const unlike: string[] = [];
  const compare = (what: string, same: boolean) => {
    if (!same) unlike.push(what);
  };

  const inSql = (job: Job, what: string, times: number) => {
    const result = path.join(bench.dir, `duckdb-${job}`);
    const years = [FIRST_YEAR, FIRST_YEAR].map(String);
    const cost = each(`DuckDB, ${what}`, () => script(DUCKDB, job, result, data, ...years, files), times);
    return { cost, agreed: agreement(data, result, job) };
  };
  // For information, and long: once is enough.
  const means = inSql('means', 'files as tables, means only', 1);
  const tables = inSql('tables', 'the same tables', runs);

  const unchanged = each('archive step, nothing changed', () => step([files], data, cache));
  compare('a run in which nothing changed gives other tables', tablesOf(data) === first);
  const changed = each('archive step, one day changed', (run) => {
    changeOneDay(files, run);
    return step([files], data, cache);
  });
  compare('a day changed, and the tables did not', tablesOf(data) !== first);
  measure(coldArchive([files], 'anew'), bench.dir);
  compare(
    'a changed day gives other tables than a cold run',
    tablesOf(data) === tablesOf(path.join(bench.dir, 'data-anew')),
  );

  const folders = archive.years.map(({ dir }) => dir);
  if (folders.length > 1) folders.forEach(warm);
  const years =
    folders.length < 2 ? null : each(`archive step, ${folders.length} years`, () => coldArchive(folders, 'years'));
  return {
    ...{ read, start, cold, unchanged, changed, years, unlike },
    duckdb: { means: means.cost, tables: tables.cost },
    agreement: { means: means.agreed, tables: tables.agreed },
  };
}

/** The archive step on folders of hourly files, each a year. */
function step(folders: readonly string[], dataDir: string, cacheDir: string): Program {
  const years = folders.length === 1 ? String(FIRST_YEAR) : `${FIRST_YEAR}-${FIRST_YEAR + folders.length - 1}`;
  return npmScript('archive', ...folders, '--year', years, '--data', dataDir, '--cache', cacheDir);
}

/** Has the system hold the files in memory: disks are not what is measured. */
function warm(dir: string): void {
  for (const name of readdirSync(dir)) readFileSync(path.join(dir, name));
}
