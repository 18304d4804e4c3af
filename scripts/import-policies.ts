import { parseArgs } from 'node:util';
import { ChinaAirError } from '../pipeline/errors.ts';
import { importPolicies } from '../pipeline/import/import-policies.ts';
import { rejectedTable } from '../pipeline/import/rejected.ts';

const USAGE = `npm run import-policies -- <file.xlsx or file.csv> [options]

Puts rows of a spreadsheet into data/policies/policies.csv. Rows with a fault are refused, and listed on the standard output
and in <file>.rejected.csv with row, column, value, rule and what to do; the others are written, all at once.
  --map FILE       which column is which field, in JSON (default: columns with the register's own names); data/README.md shows one
  --sheet NAME     the sheet of a workbook (default: the first that is not empty)
  --update         a row whose id is in the register takes the place of that record (default: it is refused)
  --dry-run        reads and checks, and writes nothing
  --rejected FILE  where the rejected rows are listed
  --data DIR       the data folder (default data)
Exit status: 0 all rows taken, 1 some refused or a fault in the data folder, 2 wrong usage.`;

const OPTIONS = {
  map: { type: 'string' },
  sheet: { type: 'string' },
  update: { type: 'boolean', default: false },
  'dry-run': { type: 'boolean', default: false },
  rejected: { type: 'string' },
  data: { type: 'string', default: 'data' },
  help: { type: 'boolean', default: false },
} as const;

function usage(message: string): never {
  throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy: USAGE });
}

function parse() {
  try {
    return parseArgs({ options: OPTIONS, allowPositionals: true });
  } catch (cause) {
    return usage(cause instanceof Error ? cause.message : String(cause));
  }
}

const WORDS: Readonly<Record<string, string>> = { read: 'rows read', rows: 'rows understood', checked: 'rows checked' };

async function main(): Promise<void> {
  const { values, positionals } = parse();
  if (values.help) return console.log(USAGE);
  const [file, second] = positionals;
  if (file === undefined) usage('No file is given.');
  if (second !== undefined) usage(`One file at a time: ${file}, ${second}.`);
  const dryRun = values['dry-run'];
  const done = await importPolicies(
    {
      ...{ file, dryRun, update: values.update, dataDir: values.data },
      ...{ map: values.map ?? null, sheet: values.sheet ?? null, rejected: values.rejected ?? null },
    },
    (what, count, total) => {
      if (process.stderr.isTTY) process.stderr.write(`${count} of ${total} ${WORDS[what] ?? what}\n`);
    },
  );
  if (done.rejections.length > 0) console.log(rejectedTable(done.rejections));
  if (done.unread.length > 0) console.error(`Columns that were not read: ${done.unread.join(', ')}.`);
  for (const { row, message } of done.disturbed) console.error(`policies.csv:${row}  ${message}`);
  const refused = done.rejectedRows === 0 ? 'none refused' : `${done.rejectedRows} refused`;
  console.error(`${file}: ${done.rows} rows, ${done.added} new, ${done.updated} replaced, ${refused}.`);
  console.error(`policies.csv: ${done.before} records before, ${done.after} ${dryRun ? 'if it were written' : 'now'}.`);
  if (done.rejectedFile) console.error(`Refused rows: ${done.rejectedFile}`);
  if (done.rejectedRows > 0) process.exitCode = 1;
}

try {
  await main();
} catch (error) {
  if (!(error instanceof ChinaAirError)) throw error;
  console.error(`${error.message}\n${error.remedy}`);
  process.exitCode = error.exit;
}
