import { ChinaAirError } from '../errors.ts';
import { readTable } from '../ingest/read-table.ts';
import { readSchemas } from '../ingest/schema.ts';
import type { Listed, Station } from './stations.ts';

/**
 * Reads stations.csv of a data folder; a data folder that does not describe the table has no sites.
 * Errors: bad-stations (exit 1), because a site left out for a bad cell would pass for one that no list knows.
 */
export function readStations(dataDir: string): (Station & Listed)[] {
  const schema = readSchemas(dataDir).get('stations.csv');
  if (!schema) return [];
  const { rows, findings } = readTable(dataDir, schema);
  const [first] = findings;
  if (first) {
    throw new ChinaAirError({
      code: 'bad-stations',
      exit: 1,
      message: `${first.file}${first.row ? `:${first.row}` : ''}: ${first.message}${findings.length > 1 ? ` And ${findings.length - 1} more faults.` : ''}`,
      remedy: 'Make the table again: npm run stations -- <list.csv> …',
    });
  }
  return rows.map((row) => ({
    code: row.text('code'),
    city: row.textOrNull('city'),
    unit: row.text('unit'),
    control: row.text('control') as Station['control'],
    controlUntil: row.textOrNull('control_until'),
    opened: row.textOrNull('opened'),
    closed: row.textOrNull('closed'),
    validFrom: row.textOrNull('valid_from'),
    validTo: row.textOrNull('valid_to'),
    firstList: row.numberOrNull('first_list'),
    lastList: row.numberOrNull('last_list'),
  }));
}
