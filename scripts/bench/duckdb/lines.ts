/**
 * From files to rows of 24 hours. Reading the files as tables of 1,600 columns costs three times as much, unpivoting them
 * besides as much again. So:
 *
 *   days    every file is read as lines; a regular expression keeps those of the six pollutants; the 24 lines of a day and
 *           pollutant are put side by side: label 1 to 23, and label 0 of the next file
 *   hours   the lines are split and unnested together, which gives a row a site with its 24 hours: a missing hour has a place
 */
import type { HeaderGroup, Stray } from './header-groups.ts';
import { HOURS, ITEMS, list, text } from './sql.ts';

/** Stations and their cities; control sites and units that are not assessed make no city's value. */
export const stations = (dataDir: string): string => `CREATE TABLE station AS
  SELECT code, row_number() OVER ()::INT AS site, city::INT AS city, control = 'no' AS counts
  FROM read_csv(${text(`${dataDir}/stations.csv`)}, header = true, all_varchar = true) WHERE city <> ''`;

/** The evaluation site and city of each cell of a line, the first three of which are no site's; a site that stands there twice counts once. */
export const members = (
  { sites }: HeaderGroup,
  i: number,
): string => `CREATE TABLE member${i} AS SELECT place, site, city
  FROM (SELECT unnest(${list(sites.map((site, at) => (sites.indexOf(site) === at ? site : '')))}) code,
    unnest(range(4, ${sites.length + 4})) place) JOIN (FROM station WHERE counts) USING (code)`;

/** The delimiter is a character that no line has, so that a line is one column. */
export const days = ({ files }: HeaderGroup, i: number): string => `CREATE TABLE day${i} AS SELECT day, type,
  ${HOURS.map((hour, at) => `any_value(line) FILTER (label = ${(at + 1) % 24}) AS ${hour}`).join()}
  FROM (SELECT strptime(line[1:8], '%Y%m%d')::DATE - (label = 0)::INT AS day, label, type, line
    FROM (SELECT line, regexp_extract(line[10:24], '^(\\d+),([^,]*),', 1)::TINYINT AS label,
        regexp_extract(line[10:24], '^(\\d+),([^,]*),', 2) AS type
      FROM read_csv(${list(files)}, auto_detect = false, header = true, delim = '\u0001', quote = '', escape = '',
        columns = {'line': 'VARCHAR'}, max_line_size = 1000000)
      WHERE regexp_matches(line[10:24], '^\\d+,(${ITEMS.map(([type]) => type.replace('.', '\\.')).join('|')}),')))
  GROUP BY day, type`;

/** A day whose last hour stands in a file with other columns: those lines, with the columns of the day's own file. */
export function strayHours({ day, own, next }: Stray, groups: readonly HeaderGroup[]): string[] {
  const from = groups[next]?.sites ?? [];
  const cells = (groups[own]?.sites ?? []).map((site) => from.indexOf(site) + 4);
  return [
    `UPDATE day${own} SET h24 = found.line FROM (SELECT type,
        ',,,' || array_to_string(list_transform([${cells}], lambda i: coalesce(cells[i], '')), ',') AS line
        FROM (SELECT type, ['', '', ''] || string_split(h24, ',')[4:] AS cells FROM day${next} WHERE day = DATE ${text(day)})
      ) AS found WHERE day${own}.day = DATE ${text(day)} AND day${own}.type = found.type`,
    `DELETE FROM day${next} WHERE day = DATE ${text(day)}`,
  ];
}

/**
 * The hours of evaluation sites: day, type, site, city, h1 to h24. Splitting gives text; casting each value after unnesting is
 * faster than casting the lists, and of sites that count only. The first three cells of a line are unnested too, which costs
 * less than cutting them off.
 */
export const hours = ({ sites }: HeaderGroup, i: number, types: readonly string[]): string =>
  `SELECT day, type, site, city, ${HOURS.map((hour) => `TRY_CAST(${hour} AS DOUBLE) AS ${hour}`).join()} FROM (
    SELECT day, type, unnest(range(1, ${sites.length + 4})) AS place,
      ${HOURS.map((hour) => `unnest(string_split(${hour}, ',')) AS ${hour}`).join()}
    FROM day${i} WHERE type IN (${types.map(text).join()})) JOIN member${i} USING (place)`;
