import { readTable } from '../ingest/read-table.ts';
import { readSchemas } from '../ingest/schema.ts';

/** The 161 cities of the first two phases; all others were connected at the end of 2014. */
const FIRST_CITIES = 'CN-161';
const OTHERS_FROM = '2014-12';

/**
 * Whether a city reported to the national network at a date. The 161 cities of the first phases did throughout the archives;
 * the other 177 from December 2014. What an archive holds of the others before that is not of the network: the monthly
 * archive has ten cities of Henan from 2013 on, with months of 0.023 mg/m³ CO, 1 µg/m³ ozone or 15,326 µg/m³ PM2.5.
 *
 * @param first codes of the 161 cities
 * @param date YYYY-MM-DD, YYYY-MM or YYYY
 */
export function reportsFrom(first: ReadonlySet<string>): (code: string, date: string) => boolean {
  return (code, date) => first.has(code) || date.slice(0, 7) >= OTHERS_FROM;
}

/** The same with the cities of a data folder, which are read when the first archive asks: hourly ones never do. */
export function reportsIn(dataDir: string): (code: string, date: string) => boolean {
  let reports: ((code: string, date: string) => boolean) | null = null;
  return (code, date) => {
    reports ??= reportsFrom(readFirstCities(dataDir));
    return reports(code, date);
  };
}

/** Codes of the 161 cities, from cohorts.csv of a data folder. */
export function readFirstCities(dataDir: string): ReadonlySet<string> {
  const schema = readSchemas(dataDir).get('cohorts.csv');
  const rows = schema ? readTable(dataDir, schema).rows : [];
  return new Set(rows.filter((row) => row.text('scope') === FIRST_CITIES).map((row) => row.text('code')));
}
