/**
 * The hours of sand-dust, from the hours in which an event may begin; as sets, without going through the hours one by one:
 *
 *   course  the days of each, up to the hour in which it is over
 *   event   of those at a site the first, then the first after its end, and so on: what begins within an event is none
 *   dust    the sum and the number of the hours of sand-dust of a site's day, for both pollutants
 */
import { added, counted, HOURS } from './sql.ts';

/** The first hour after `from` in which the event is over; null when it runs on at midnight. A missing hour ends nothing. */
const endAfter = (from: string): string =>
  `CASE ${HOURS.map(
    (hour, i) => `WHEN ${i + 1} > ${from} AND (c.${hour} <= level OR f.${hour} / c.${hour} >= share) THEN ${i + 1}`,
  ).join(' ')} END`;

/** Courses that are not at an end: all, and later those that ran on through all the days looked at. */
export const firstRunning = `CREATE TABLE running AS SELECT *, began AS next FROM start`;
export const stillRunning = `CREATE OR REPLACE TABLE running AS
  SELECT site, began, began_hour, level, share, closes, max(day) + 1 AS next
  FROM course GROUP BY ALL HAVING count(ends) = 0 AND next < closes`;

export const noCourses = `CREATE TABLE course AS SELECT * EXCLUDE next, began AS day, 0 AS first, 0 AS ends FROM running LIMIT 0`;

/** A row for each of the next days of what is running: its first hour on that day, and the one in which it is over. */
export const courses = (reach: number): string => `INSERT INTO course
  WITH span AS MATERIALIZED (SELECT * EXCLUDE next,
      next + unnest(range(least(${reach}, closes - next)))::INT AS day FROM running),
    near AS MATERIALIZED (FROM pm SEMI JOIN span USING (site, day))
  SELECT span.*, if(day = began, began_hour, 1) AS first, ${endAfter('if(day = began, began_hour, 0)')} AS ends
  FROM span LEFT JOIN (FROM near WHERE type = 'PM10') AS c USING (site, day)
    LEFT JOIN (FROM near WHERE type = 'PM2.5') AS f USING (site, day)
  QUALIFY day <= coalesce(min(day) FILTER (ends IS NOT NULL) OVER (PARTITION BY site, began, began_hour), day)`;

/** Hours are numbered from 1970 on. No event begins in the hour that ends another. */
const numbered = (day: string, hour: string): string => `epoch(${day}) / 3600 + ${hour}`;

export const events = `CREATE TABLE event AS
  SELECT site, unnest(list_reduce(list([{'began': began_no, 'until': until_no}] ORDER BY began_no),
    lambda kept, next: if(next[1].began > kept[-1].until, kept || next, kept))).began AS began_no
  FROM (SELECT site, ${numbered('began', 'began_hour')} AS began_no, max(${numbered('day', 'coalesce(ends, 24)')}) AS until_no
    FROM course GROUP BY ALL) GROUP BY site`;

const dustHours = HOURS.map(
  (hour, i) => `CASE WHEN ${i + 1} >= first AND ${i + 1} < coalesce(ends, 25) THEN ${hour} END`,
);

/** One event after another may stand in a day. */
export const dust = `CREATE TABLE dust AS
  SELECT site, day, type, sum(${added(dustHours)}) AS total, sum(${counted(dustHours.map((each) => `(${each})`))}) AS n
  FROM (FROM course SELECT *, ${numbered('began', 'began_hour')} AS began_no) JOIN event USING (site, began_no)
    JOIN pm USING (site, day)
  GROUP BY site, day, type`;
