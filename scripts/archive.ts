import { parseArgs } from 'node:util';
import { archive } from '../pipeline/archive/archive.ts';
import { progressLine, type Reading } from '../pipeline/archive/progress-line.ts';
import { CONTROL_RULES, DUST_RULES } from '../pipeline/archive/rules.ts';
import { ChinaAirError } from '../pipeline/errors.ts';
import { SITE_RULES } from '../pipeline/standards/valid-sites.ts';

const USAGE = `npm run archive -- <folder or file> … [--year 2019] [--data data]

Turns raw archives into rows of data/air/city-year.csv and city-month.csv. The form of each file is recognised by its content.
  --year     the year, or first and last year (2014-2018), whose rows are replaced (default: all from 2014 that are found)
  --data     the data folder (default data)
  --control  of hourly archives: which control sites are left out. flagged: all that a list flags (default); dated: a site
             that is flagged and was closed on a known day counts until then
  --sites    of hourly archives: how many sites of a city must be valid on a day. any: one (default); standard: three in
             four, below four sites one in two
  --dust     whether the means in the summary keep sand-dust hours: keep (default) or exclude. Both are stored
  --cache    where days of hourly archives, and what the last run left, are kept for the next (default .cache/archive)
  --no-cache read everything anew, and keep nothing`;

function usage(message: string): never {
  throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy: USAGE });
}

function years(text: string | undefined): { from: number; to: number } | null {
  if (text === undefined) return null;
  const [, from = '', to = from] = /^(20\d\d)(?:-(20\d\d))?$/.exec(text) ?? usage(`--year “${text}” is not a year.`);
  if (Number(to) < Number(from)) usage(`--year ${text} ends before it begins.`);
  return { from: Number(from), to: Number(to) };
}

function oneOf<T extends string>(option: string, text: string | undefined, allowed: readonly [T, ...T[]]): T {
  if (text === undefined) return allowed[0];
  return allowed.find((each) => each === text) ?? usage(`--${option} “${text}” is not one of ${allowed.join(', ')}.`);
}

function parse() {
  const options = {
    year: { type: 'string' },
    data: { type: 'string', default: 'data' },
    control: { type: 'string' },
    sites: { type: 'string' },
    dust: { type: 'string' },
    cache: { type: 'string', default: '.cache/archive' },
    'no-cache': { type: 'boolean', default: false },
  } as const;
  try {
    return parseArgs({ options, allowPositionals: true });
  } catch (cause) {
    return usage(cause instanceof Error ? cause.message : String(cause));
  }
}

try {
  const { values, positionals } = parse();
  if (positionals.length === 0) usage('No archive is given.');
  const started = Date.now();
  let shown = 0;
  const show = (reading: Reading) => {
    // For a person only; a log file needs only the result.
    if (!process.stderr.isTTY || (Date.now() - shown < 200 && reading.done < reading.total)) return;
    shown = Date.now();
    process.stderr.write(`\r\u001b[2K${progressLine(reading)}${reading.done === reading.total ? '\n' : ''}`);
  };
  const { written, summary, unchanged } = await archive(
    {
      paths: positionals,
      years: years(values.year),
      dataDir: values.data ?? 'data',
      control: oneOf('control', values.control, CONTROL_RULES),
      sites: oneOf('sites', values.sites, SITE_RULES),
      cacheDir: values['no-cache'] ? null : (values.cache ?? null),
    },
    oneOf('dust', values.dust, DUST_RULES),
    { progress: (archive, done, total, bytes) => show({ archive, done, total, bytes, ms: Date.now() - started }) },
  );
  if (unchanged) process.stderr.write('Nothing has changed since the last run, which told:\n\n');
  process.stderr.write(`${summary}\n`);
  if (!written) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ChinaAirError)) throw error;
  process.stderr.write(`${error.message}\n${error.remedy}\n`);
  process.exitCode = error.exit;
}
