import { readCities } from '../../../pipeline/ingest/cities.ts';
import { FIRST_YEAR, type Place } from './network.ts';

/** The cities of a data folder that exist in the first year and whose place is known. */
export function readPlaces(dataDir: string): Place[] {
  return readCities(dataDir).index.cities.flatMap(({ code, name, lon, lat, validTo, population }) => {
    if (lon === null || lat === null || (validTo !== null && validTo < FIRST_YEAR)) return [];
    return [{ code, name: name.zh, lon, lat, population: population ?? 250 }];
  });
}
