/**
 * The archive step in SQL, as fast as it could be made in DuckDB. Reading the files as tables of 1,600 columns costs three
 * times as much, unpivoting them besides as much again. So:
 *
 *   1. lines    every file is read as lines; a regular expression keeps those of the six pollutants
 *   2. days     24 lines a day and pollutant, side by side: label 1 to 23, and label 0 of the next file
 *   3. values   the lines are split and unnested together, which gives a row a site with its 24 hours
 *   4. cities   means of 20 hours or more, highest 8-hour means, averaged over the evaluation sites of a city
 *   5. results  mean and percentile of a city's days, by year and by month
 */
import type { HeaderGroup, Stray } from './header-groups.ts';

const HOURS = Array.from({ length: 24 }, (_, i) => `h${i + 1}`);
const WINDOWS = Array.from({ length: 17 }, (_, i) => HOURS.slice(i, i + 8));

/** Files' names of the pollutants with the percentile of their daily values, and the project's names. */
const ITEMS = [
  ['PM2.5', 'pm25', 0.95],
  ['PM10', 'pm10', 0.95],
  ['SO2', 'so2', 0.98],
  ['NO2', 'no2', 0.98],
  ['CO', 'co', 0.95],
  ['O3', 'o3', 0.9],
] as const;

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`;
const list = (values: readonly string[]): string => `[${values.map(text).join()}]`;
const count = (names: readonly string[]): string => names.map((name) => `(${name} IS NOT NULL)::TINYINT`).join('+');
const sum = (names: readonly string[]): string => names.map((name) => `coalesce(${name}, 0)`).join('+');

/** Evaluation sites and their cities. */
export const stations = (dataDir: string): string => `CREATE TABLE station AS SELECT code, city
  FROM read_csv(${text(`${dataDir}/stations.csv`)}, header = true, all_varchar = true)
  WHERE control = 'no' AND city <> ''`;

/** The city of each cell of a line, the first three of which are no site's; a site that stands there twice counts once. */
export const members = ({ sites }: HeaderGroup, i: number): string => `CREATE TABLE member${i} AS SELECT place, city
  FROM (SELECT unnest(${list(sites.map((site, at) => (sites.indexOf(site) === at ? site : '')))}) code,
    unnest(range(4, ${sites.length + 4})) place) JOIN station USING (code)`;

/** Step 1. The delimiter is a character that no line has, so that a line is one column. */
export const lines = ({ files }: HeaderGroup, i: number): string => `CREATE TABLE line${i} AS
  SELECT strptime(line[1:8], '%Y%m%d')::DATE - (label = 0)::INT AS day, label, type, line
  FROM (SELECT line, regexp_extract(line[10:24], '^(\\d+),([^,]*),', 1)::TINYINT AS label,
      regexp_extract(line[10:24], '^(\\d+),([^,]*),', 2) AS type
    FROM read_csv(${list(files)}, auto_detect = false, header = true, delim = '\u0001', quote = '', escape = '',
      columns = {'line': 'VARCHAR'}, max_line_size = 1000000)
    WHERE regexp_matches(line[10:24], '^\\d+,(${ITEMS.map(([type]) => type.replace('.', '\\.')).join('|')}),'))`;

/** A day whose last hour stands in a file with other columns: those lines, with the columns of the day's own file. */
export function strayLines({ day, own, next }: Stray, groups: readonly HeaderGroup[]): string[] {
  const from = groups[next]?.sites ?? [];
  const cells = (groups[own]?.sites ?? []).map((site) => from.indexOf(site) + 4);
  return [
    `INSERT INTO line${own} SELECT day, label, type,
      ',,,' || array_to_string(list_transform([${cells}], i -> coalesce(cells[i], '')), ',')
      FROM (SELECT *, ['', '', ''] || string_split(line, ',')[4:] AS cells FROM line${next} WHERE day = DATE ${text(day)})`,
    `DELETE FROM line${next} WHERE day = DATE ${text(day)}`,
  ];
}

/** Step 2. */
export const days = (i: number): string => `CREATE TABLE day${i} AS SELECT day, type,
  ${HOURS.map((hour, label) => `any_value(line) FILTER (label = ${(label + 1) % 24}) AS ${hour}`).join()}
  FROM line${i} GROUP BY day, type`;

/**
 * Step 3. Splitting gives text; casting each value after unnesting is faster than casting the lists. The first three cells
 * of a line are unnested too, which costs less than cutting them off.
 */
const values = ({ sites }: HeaderGroup, i: number, where: string): string =>
  `SELECT day, type, place, ${HOURS.map((hour) => `TRY_CAST(${hour} AS FLOAT) AS ${hour}`).join()} FROM (
    SELECT day, type, unnest(range(1, ${sites.length + 4})) AS place,
      ${HOURS.map((hour) => `unnest(string_split(${hour}, ',')) AS ${hour}`).join()} FROM day${i} WHERE ${where})`;

const dailyMeans = (group: HeaderGroup, i: number): string =>
  `SELECT day, type, place, CASE WHEN n >= 20 THEN total::DOUBLE / n END AS value
  FROM (SELECT day, type, place, ${count(HOURS)} AS n, ${sum(HOURS)} AS total FROM (${values(group, i, "type <> 'O3'")}))`;

/** The 17 windows of a day, with their 24 places: a window over the rows that are there would shift where one is missing. */
function mda8(group: HeaderGroup, i: number): string {
  const names = WINDOWS.map((_, w) => `w${w}`);
  const means = WINDOWS.map(
    (hours, w) => `CASE WHEN ${count(hours)} >= 6 THEN (${sum(hours)})::DOUBLE / (${count(hours)}) END AS w${w}`,
  );
  return `SELECT day, type, place, CASE WHEN n >= 14 OR highest > 160 THEN highest END AS value
    FROM (SELECT day, type, place, ${count(names)} AS n, greatest(${names.join()}) AS highest
      FROM (SELECT day, type, place, ${means.join()} FROM (${values(group, i, "type = 'O3'")})))`;
}

/** Step 4. */
export const cities = (group: HeaderGroup, i: number, years: Readonly<{ from: number; to: number }>): string =>
  `CREATE TABLE city${i} AS SELECT city, day, type, avg(value) AS value
  FROM (${dailyMeans(group, i)} UNION ALL ${mda8(group, i)}) JOIN member${i} USING (place)
  WHERE value IS NOT NULL AND year(day) BETWEEN ${years.from} AND ${years.to} GROUP BY ALL`;

/** Step 5. `period` is a year or a month. */
export function results(groups: number): string {
  const all = Array.from({ length: groups }, (_, i) => `FROM city${i}`).join(' UNION ALL ');
  const of = (format: string) =>
    ITEMS.map(
      ([type, subject, share]) => `SELECT city, strftime(day, '${format}') AS period, '${subject}' AS subject,
        count(*)::INT AS days, avg(value) AS mean, quantile_cont(value, ${share}) AS percentile
        FROM city_day WHERE type = '${type}' GROUP BY city, period`,
    );
  return `WITH city_day AS MATERIALIZED (${all})
    SELECT * FROM (${[...of('%Y'), ...of('%Y-%m')].join(' UNION ALL ')}) ORDER BY city, period, subject`;
}
