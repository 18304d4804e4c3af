/** The index of a city's day by HJ 633-2012 (pipeline/standards/aqi.ts). */
import { allOf, ITEMS, text } from './sql.ts';

/** What an index is looked up by: the files' names, and ozone's highest hour besides. Concentrations of CO are tenths. */
const COLUMNS = [
  ...ITEMS.map(([type, subject]) => [type, subject, subject === 'o3' ? 'mda8' : '24h'] as const),
  ['O3 1h', 'o3', '1h'] as const,
];
/** The last concentration of ozone's 8-hour column; above it the highest hour counts. */
const O3_8H_ENDS = 800;

/** The index of every concentration as it is printed, by the breakpoints in force on a day; in integers, so that none is a hair off. */
export const steps = (dataDir: string, day: string): string => `CREATE TABLE step AS
  WITH point AS (SELECT item, iaqi::INT AS low, (concentration::DOUBLE * if(pollutant = 'co', 10, 1))::INT AS begins
      FROM read_csv(${text(`${dataDir}/standards/aqi-breakpoints.csv`)}, header = true, all_varchar = true)
        JOIN (VALUES ${COLUMNS.map((each) => `(${each.map(text).join()})`).join()}) AS items(item, pollutant, averaging)
          USING (pollutant, averaging)
      WHERE standard = 'HJ 633-2012' AND ${text(day)} BETWEEN valid_from AND coalesce(valid_to, '9999')),
    part AS (SELECT *, lead(low) OVER next AS high, lead(begins) OVER next AS ends FROM point
      WINDOW next AS (PARTITION BY item ORDER BY low))
  SELECT item, printed, low + ((high - low) * (printed - begins) + ends - begins - 1) // (ends - begins) AS index
  FROM (SELECT *, unnest(range(begins + (low > 0)::INT, ends + 1)) AS printed FROM part WHERE ends IS NOT NULL)`;

/** A city's day of each pollutant with its index: the concentration rounded half to even; beyond the end of a column, 500. */
const indexed = (groups: number): string => `SELECT *, if(printed IS NULL, NULL, coalesce(index, 500)) AS own
  FROM (SELECT *, if(beyond, 'O3 1h', type) AS item,
      round_even(if(beyond, hour, if(type = 'CO', value * 10, value)), 0)::INT AS printed
    FROM (SELECT *, type = 'O3' AND round_even(value, 0) > ${O3_8H_ENDS} AS beyond
      FROM (SELECT city, day, type, hour, day_of.total / nullif(day_of.n, 0) AS value,
          (day_of.total + coalesce(less.total, 0)) / nullif(day_of.n + coalesce(less.n, 0), 0) AS clean
        FROM (${allOf('city_day', groups)}) AS day_of LEFT JOIN without_dust AS less USING (city, day, type)
        WHERE day_of.n > 0 OR hour IS NOT NULL))) LEFT JOIN step USING (item, printed)`;

/** A row for every day of a city: all its values, its index, and the pollutants that make it (from 51 on). */
export function indexDays(groups: number): string {
  const of = (column: string, type: string) => `any_value(${column}) FILTER (type = ${text(type)})`;
  const values = ITEMS.map(
    ([type, subject]) => `${of('value', type)} AS ${subject}, ${of('own', type)} AS index_${subject}`,
  );
  const primary = ITEMS.map(([, subject]) => `aqi > 50 AND index_${subject} = aqi AS primary_${subject}`);
  return `CREATE TABLE city AS SELECT *, ${primary.join()} FROM (
    SELECT city, day, ${values.join()}, any_value(hour) AS o3_hour,
      ${of('clean', 'PM2.5')} AS pm25_clean, ${of('clean', 'PM10')} AS pm10_clean, max(own) AS aqi
    FROM (${indexed(groups)}) GROUP BY city, day)`;
}
