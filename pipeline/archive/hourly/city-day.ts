import { DAY_SERIES } from './station-day.ts';

/**
 * The city of every column on a day: an index into `codes`, -1 for a column that makes no city's value (control sites, units
 * that are not assessed, unknown columns).
 */
export type Membership = Readonly<{ cityOf: Int32Array; codes: readonly string[] }>;

/** A day's values added up over the sites of each city: mean = sum / count. Rows of DAY_SERIES, one place a city. */
export type CityDay = Readonly<{
  /** Length of a row. */
  cities: number;
  sums: Float64Array;
  counts: Uint8Array;
  /** For each column the series that are valid, as bits in the order of DAY_SERIES; null where no rule asks for it. */
  validSites: Uint16Array | null;
}>;

/**
 * Daily values of columns to those of their cities.
 *
 * @param values rows of DAY_SERIES with `columns` values each, NaN where a site's day is not valid
 * @param keepSites whether the rule for the number of valid sites needs to know which were
 */
export function cityDay(
  values: Float64Array,
  columns: number,
  { cityOf, codes }: Membership,
  keepSites: boolean,
): CityDay {
  const cities = codes.length;
  const sums = new Float64Array(DAY_SERIES.length * cities);
  const counts = new Uint8Array(DAY_SERIES.length * cities);
  const validSites = keepSites ? new Uint16Array(columns) : null;
  for (let series = 0; series < DAY_SERIES.length; series++) {
    const row = series * columns;
    const into = series * cities;
    for (let place = 1; place < columns; place++) {
      const city = cityOf[place] as number;
      const value = values[row + place] as number;
      if (city < 0 || Number.isNaN(value)) continue;
      sums[into + city] = (sums[into + city] as number) + value;
      counts[into + city] = (counts[into + city] as number) + 1;
      if (validSites) validSites[place] = (validSites[place] as number) | (1 << series);
    }
  }
  return { cities, sums, counts, validSites };
}
