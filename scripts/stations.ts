import { parseArgs } from 'node:util';
import { runStationLists } from '../pipeline/archive/station-lists.ts';
import { ChinaAirError } from '../pipeline/errors.ts';

const USAGE = `npm run stations -- <list.csv> … [--data data]

Turns lists of the sites of the national air network into data/stations.csv. Give all lists each time. The year a list is of is
read from its file name; where that has none, write it before: 2018=list.csv
  --data   the data folder (default data)`;

function parse() {
  try {
    return parseArgs({ options: { data: { type: 'string', default: 'data' } }, allowPositionals: true });
  } catch (cause) {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new ChinaAirError({ code: 'usage', exit: 2, message, remedy: USAGE });
  }
}

try {
  const { values, positionals } = parse();
  if (positionals.length === 0) {
    throw new ChinaAirError({ code: 'usage', exit: 2, message: 'No list is given.', remedy: USAGE });
  }
  const { rows, findings, written } = runStationLists(positionals, values.data ?? 'data');
  for (const { severity, file, row, message, remedy } of findings) {
    console.error(`${severity.padEnd(6)} ${row === null ? file : `${file}:${row}`}  ${message}\n       → ${remedy}`);
  }
  const of = (control: string) => rows.filter((row) => row.control === control).length;
  console.error(
    written
      ? `stations.csv: ${rows.length} rows, control named ${of('named')}, flagged ${of('flagged')}, no ${of('no')}`
      : 'Nothing was written.',
  );
  if (!written) process.exitCode = 1;
} catch (error) {
  if (!(error instanceof ChinaAirError)) throw error;
  console.error(`${error.message}\n${error.remedy}`);
  process.exitCode = error.exit;
}
