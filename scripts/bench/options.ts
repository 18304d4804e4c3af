import { parseArgs } from 'node:util';
import { ChinaAirError } from '../../pipeline/errors.ts';

export const USAGE = `npm run bench -- [--quick] [--years 5] [--keep]

Measures the archive step on synthetic years of hourly files, which it makes once and keeps in .cache/bench, against reading the
files and against DuckDB, and says whether the goals are met. A year of files takes 0.6 GB.
  --years  years of files, 1 to 5: from 2 on, also how time and memory grow (default 1)
  --quick  a month instead of a year: checks that results agree; its times say nothing of the goals
  --runs   runs of each kind, of which the fastest counts (default 3)
  --keep   leave the tables of the runs in .cache/bench/work

Exit status: 0 goals met, 1 a goal missed by more than a tenth or results that differ, 2 wrong usage.`;

export type BenchOptions = Readonly<{ years: number; days: number | null; runs: number; keep: boolean; help: boolean }>;

const usage = (message: string): ChinaAirError => new ChinaAirError({ code: 'usage', exit: 2, message, remedy: USAGE });

function integer(option: string, text: string, from: number, to: number): number {
  const value = Number(text);
  if (Number.isInteger(value) && value >= from && value <= to) return value;
  throw usage(`--${option} “${text}” is not a whole number from ${from} to ${to}.`);
}

export function parseBench(args: readonly string[]): BenchOptions {
  const options = {
    quick: { type: 'boolean', default: false },
    years: { type: 'string', default: '1' },
    runs: { type: 'string', default: '3' },
    keep: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  } as const;
  try {
    const { values } = parseArgs({ args: [...args], options });
    return {
      years: integer('years', values.years, 1, 5),
      runs: integer('runs', values.runs, 1, 20),
      days: values.quick ? 31 : null,
      keep: values.keep,
      help: values.help,
    };
  } catch (cause) {
    throw cause instanceof ChinaAirError ? cause : usage(cause instanceof Error ? cause.message : String(cause));
  }
}
