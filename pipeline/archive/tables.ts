import { readCities } from '../ingest/cities.ts';
import type { Breakpoint, City, Finding } from '../types.ts';
import { readBreakpoints } from './breakpoints.ts';
import { type PublishedMeans, readPublishedMeans } from './published-means.ts';
import { readStations } from './read-stations.ts';
import type { Listed, Station } from './stations.ts';

/** What archives are read by, from the tables of a data folder; plain data, so that it can be kept. */
export type Tables = Readonly<{
  cities: readonly City[];
  /** Units that are known and not assessed, each with the reason. */
  notAssessed: readonly (readonly [name: string, reason: string])[];
  findings: readonly Finding[];
  stations: readonly (Station & Listed)[];
  breakpoints: readonly Breakpoint[];
  published: PublishedMeans;
}>;

/** Errors: no-schema, bad-stations (exit 1). */
export function readTables(dataDir: string): Tables {
  const { index, findings } = readCities(dataDir);
  return {
    ...{ cities: index.cities, notAssessed: [...index.notAssessed], findings },
    ...{ stations: readStations(dataDir), breakpoints: readBreakpoints(dataDir) },
    published: readPublishedMeans(dataDir),
  };
}
