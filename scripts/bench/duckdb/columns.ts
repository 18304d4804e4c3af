/**
 * The hours as SQL asks for them in the ordinary way: a file is a table of 1,600 columns, the columns become rows, and the rows of a
 * site's day stand side by side again, so that a missing hour has a place. Columns are named, which is many times as fast as
 * having them found out; they are text, because a letter among numbers would cost the whole row.
 */
import type { HeaderGroup } from './header-groups.ts';
import { HOURS, ITEMS, list } from './sql.ts';

/** A site that stands there twice counts once. */
const columnsOf = ({ sites }: HeaderGroup): string =>
  ['date', 'hour', 'type', ...sites.map((site, i) => (sites.indexOf(site) === i ? site : `again ${i}`))]
    .map((name) => `'${name}': '${name === 'hour' ? 'TINYINT' : 'VARCHAR'}'`)
    .join();

const cells = (group: HeaderGroup): string => `SELECT date, hour, type, code, TRY_CAST(value AS DOUBLE) AS value
  FROM (UNPIVOT (SELECT * FROM read_csv(${list(group.files)}, auto_detect = false, header = true, delim = ',', quote = '',
      escape = '', null_padding = true, columns = {${columnsOf(group)}})
    WHERE type IN ${list(ITEMS.map(([type]) => type))})
  ON COLUMNS(* EXCLUDE (date, hour, type)) INTO NAME code VALUE value)`;

/** The hours of evaluation sites: day, type, site, city, h1 to h24. */
export const unpivoted = (groups: readonly HeaderGroup[]): string => `CREATE TABLE hours AS
  SELECT day, type, site, city, ${HOURS.join()} FROM (
    SELECT strptime(date, '%Y%m%d')::DATE - (hour = 0)::INT AS day, type, code,
      ${HOURS.map((name, i) => `max(value) FILTER (hour = ${(i + 1) % 24}) AS ${name}`).join()}
    FROM (${groups.map(cells).join(' UNION ALL ')}) GROUP BY ALL) JOIN station USING (code) WHERE counts`;
