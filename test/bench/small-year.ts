import { readTable } from '../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../pipeline/ingest/schema.ts';
import { parseBreakpoints } from '../../pipeline/ingest/standards.ts';
import type { IndexTables } from '../../scripts/bench/synthetic/derived.ts';
import { indexTables } from '../../scripts/bench/synthetic/index-tables.ts';
import { makeNetwork, type Place } from '../../scripts/bench/synthetic/network.ts';
import { filesOfYear } from '../../scripts/bench/synthetic/year.ts';

const PLACES: readonly Place[] = [
  { code: '110000', name: '北京市', lon: 116.4, lat: 40.1, population: 1359 },
  { code: '150200', name: '包头市', lon: 109.9, lat: 40.6, population: 222 },
  { code: '440100', name: '广州市', lon: 113.3, lat: 23.1, population: 898 },
];

/** Sixty sites in three cities, and two more from June on. */
export const NETWORK = makeNetwork(PLACES, [60, 62], 1);

let tables: IndexTables | undefined;
function index(): IndexTables {
  const schema = readSchemas('data').get('standards/aqi-breakpoints.csv');
  tables ??= indexTables(parseBreakpoints(schema ? readTable('data', schema).rows : []));
  return tables;
}

/** The files of a small 2019 by name; `days`: only so many from 1 January on. */
export function smallYear(seed: number, days = 365): Map<string, string> {
  const files = new Map<string, string>();
  // One by one: the bytes of a file are good only until the next is asked for.
  for (const { name, bytes } of filesOfYear({ network: NETWORK, index: index(), year: 2019, seed, days })) {
    files.set(name, bytes.toString('latin1'));
  }
  return files;
}

export const fileOf = (files: ReadonlyMap<string, string>, date: string): string =>
  files.get(`china_sites_${date}.csv`) ?? '';

/** The values of a row; null is missing. */
export function rowOf(text: string, label: number, type: string): (number | null)[] {
  const line = text.split('\r\n').find((each) => each.slice(9).startsWith(`${label},${type},`)) ?? '';
  return line
    .split(',')
    .slice(3)
    .map((cell) => (cell === '' ? null : Number(cell)));
}
