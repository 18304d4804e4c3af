/**
 * The hours in which an event of sand-dust may begin (pipeline/standards/dust.ts), whether or not another runs: that only asks
 * for the six hours before. Twice, because few hours are left after the first time:
 *
 *   rise    PM10 is above 150 and at least twice the mean of the six hours before, in columns over all days that reach 150
 *   start   PM2.5 as well, in lists
 */
import { HOURS, paired, text } from './sql.ts';

/** The last six hours of the day before, as columns. */
const EVENING = HOURS.slice(18);
const evening = EVENING.map((hour) => `${hour} AS y${hour}`).join();
/** Thirty hours: hour k of the day is the (k + 6)th, and k to k + 5 are the six before it. */
const THIRTY = [...EVENING.map((hour) => `y${hour}`), ...HOURS];

const yesterday = (type: string): string =>
  `(SELECT site, day + 1 AS day, ${evening} FROM pm WHERE type = ${text(type)})`;

/** Thirty hours side by side, added by twos; the six before hour k are three of these. */
const twos = paired(
  `site, day, ${HOURS.join()}`,
  `SELECT site, day, ${HOURS.join()},
    ${THIRTY.map((hour, i) => `coalesce(${hour}, 0) AS z${i + 1}, (${hour} IS NOT NULL)::TINYINT AS p${i + 1}`).join()}
  FROM pm LEFT JOIN ${yesterday('PM10')} USING (site, day) WHERE type = 'PM10' AND greatest(${HOURS.join()}) > 150`,
  30,
  1,
);

/** Of decimals a sum depends on its order: what is twice the mean is asked for exactly among the few that are left. */
const NEARLY_TWICE = 1.999999;

const risesAt = HOURS.map((hour, i) => {
  const six = (name: string) => `(${[1, 3, 5].map((of) => `${name}${i + of}`).join('+')})`;
  return `if(${hour} > 150 AND ${six('p')} >= 4 AND ${hour} * ${six('p')} >= ${NEARLY_TWICE} * ${six('z')}, ${i + 1}, NULL)`;
});

export const rises = `CREATE TABLE rise AS SELECT site, day, hour
  FROM (SELECT site, day, unnest([${risesAt.join()}]) AS hour FROM (${twos})) WHERE hour IS NOT NULL`;

/** The thirty hours of one pollutant of the days with a rise. */
const thirty = (type: string, name: string): string => `(SELECT site, day, [${THIRTY.join()}] AS ${name}
  FROM pm SEMI JOIN rise USING (site, day) LEFT JOIN (FROM ${yesterday(type)} SEMI JOIN rise USING (site, day)) USING (site, day)
  WHERE type = ${text(type)})`;

/**
 * `level`: at or below it the event is over; `share`: of PM2.5 in PM10 before, from which on it is over as well; `closes`: the
 * next day on which sand-dust begins anew, up to which an event may run.
 */
export const starts = `CREATE TABLE start AS
  SELECT site, start.day AS began, hour AS began_hour, 1.1::DOUBLE * before AS level, share, closed.day AS closes
  FROM (SELECT *, list_avg(c[hour:hour + 5]) AS before,
      list_sum(list_transform(pairs, lambda each: each.f)) / list_sum(list_transform(pairs, lambda each: each.c)) AS share
    FROM (SELECT *, list_filter(
        list_transform(range(hour, hour + 6), lambda k: {'c': c[k], 'f': f[k]}),
        lambda each: each.c IS NOT NULL AND each.f IS NOT NULL) AS pairs
      FROM rise JOIN ${thirty('PM10', 'c')} USING (site, day) JOIN ${thirty('PM2.5', 'f')} USING (site, day))
    WHERE len(pairs) >= 4) AS start
    ASOF JOIN closed_day AS closed ON start.day < closed.day
  WHERE c[hour + 6] >= 2 * before AND f[hour + 6] / c[hour + 6] <= 0.5::DOUBLE * share AND NOT isnan(share)`;

/** The days on which sand-dust begins anew: those without a file, and 1 January; and the day after the last. */
export const closedDays = (fileDays: readonly string[]): string => `CREATE TABLE closed_day AS
  WITH file AS (SELECT unnest([${fileDays.map((day) => `'${day}'`).join()}])::DATE AS day)
  SELECT day::DATE AS day FROM (SELECT unnest(generate_series(min(day), max(day) + 1, INTERVAL 1 DAY)) AS day FROM file)
  WHERE day NOT IN (FROM file) OR dayofyear(day) = 1`;
