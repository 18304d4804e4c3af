import { cpSync, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { readTable } from '../../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../../pipeline/ingest/schema.ts';
import { parseBreakpoints } from '../../../pipeline/ingest/standards.ts';
import { cachedYear, type MadeYear } from './cached-year.ts';
import { indexTables } from './index-tables.ts';
import { FIRST_YEAR, makeNetwork, REAL_SIZES } from './network.ts';
import { readPlaces } from './places.ts';
import { stationsTable } from './stations-table.ts';

const SEED = 20190101;

/** Years of files, and a data folder that knows their stations. */
export type SyntheticArchive = Readonly<{ years: readonly MadeYear[]; dataDir: string }>;

/**
 * Makes, or finds in the cache, so many years of synthetic files and the data folder for them.
 *
 * @param dataDir the project's tables, of which a copy is made: with other stations and nothing in air/
 * @param days only the first days of each year; null: all
 */
export function syntheticArchive(
  cacheDir: string,
  dataDir: string,
  years: number,
  days: number | null,
): SyntheticArchive {
  const network = makeNetwork(readPlaces(dataDir), REAL_SIZES, SEED);
  const schema = readSchemas(dataDir).get('standards/aqi-breakpoints.csv');
  const index = indexTables(parseBreakpoints(schema ? readTable(dataDir, schema).rows : []));
  const made = Array.from({ length: years }, (_, i) =>
    cachedYear(cacheDir, { network, index, year: FIRST_YEAR + i, seed: SEED, ...(days === null ? {} : { days }) }),
  );
  const copy = path.join(cacheDir, 'data');
  rmSync(copy, { recursive: true, force: true });
  mkdirSync(path.join(copy, 'air'), { recursive: true });
  for (const name of readdirSync(dataDir).filter((name) => name !== 'air')) {
    cpSync(path.join(dataDir, name), path.join(copy, name), { recursive: true });
  }
  const published = path.join(dataDir, 'air', 'published.csv');
  if (existsSync(published)) cpSync(published, path.join(copy, 'air', 'published.csv'));
  writeFileSync(path.join(copy, 'stations.csv'), stationsTable(network));
  return { years: made, dataDir: copy };
}
