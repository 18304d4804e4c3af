import { parseArgs } from 'node:util';
import { runArchives } from '../pipeline/archive/run.ts';
import { runSummary } from '../pipeline/archive/summary.ts';
import { ChinaAirError } from '../pipeline/errors.ts';
import { createLog } from '../pipeline/log.ts';

const USAGE = `npm run archive -- <folder or file> … [--year 2014-2018] [--data data]

Turns raw archives into rows of data/air/city-year.csv and city-month.csv. The form of each file is recognised by its content.
  --year   the year, or first and last year, whose rows are replaced (default 2014-2018)
  --data   the data folder (default data)`;

function usage(message: string): never {
  throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy: USAGE });
}

function years(text: string): { from: number; to: number } {
  const [, from = '', to = from] = /^(20\d\d)(?:-(20\d\d))?$/.exec(text) ?? usage(`--year “${text}” is not a year.`);
  if (Number(to) < Number(from)) usage(`--year ${text} ends before it begins.`);
  return { from: Number(from), to: Number(to) };
}

function parse() {
  const options = {
    year: { type: 'string', default: '2014-2018' },
    data: { type: 'string', default: 'data' },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    return usage(cause instanceof Error ? cause.message : String(cause));
  }
}

const log = createLog();
try {
  const { values, positionals } = parse();
  const { year = '2014-2018', data = 'data' } = values;
  if (positionals.length === 0) usage('No archive is given.');
  let told = 0;
  const result = await runArchives(
    { paths: positionals, years: years(year), dataDir: data },
    {
      log,
      progress: (archive, done, total) => {
        // A line a second for a person; a log file needs only the result.
        if (!process.stderr.isTTY || Date.now() - told < 1000) return;
        told = Date.now();
        log.info({ archive, done, total }, 'reading');
      },
    },
  );
  process.stderr.write(`${runSummary(result, data)}\n`);
  if (!result.written) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ChinaAirError)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy}\n`);
  process.exitCode = error.exit;
}
