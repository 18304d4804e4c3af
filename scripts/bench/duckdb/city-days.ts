/** From the daily values of sites to those of cities: the mean of the valid sites, kept as sum and number. */
import type { HeaderGroup } from './header-groups.ts';
import { hours } from './lines.ts';
import { ozoneDays, summedUp, VALID_MEAN } from './site-days.ts';
import { inYears, type Years } from './sql.ts';

/** The hours of particulates, which are asked for again where there is sand-dust, with their sum and number. */
export const particulates = (group: HeaderGroup, i: number): string =>
  `CREATE TABLE pm${i} AS ${summedUp(hours(group, i, ['PM2.5', 'PM10']))}`;

/** `total`, `n`: of the daily values; `hour`: the mean of the highest hours of ozone. */
export function cityDays(group: HeaderGroup, i: number, years: Years): string {
  const ofCity = `SELECT city, day, type, sum(value) AS total, count(value)::INT AS n`;
  const gases = hours(group, i, ['SO2', 'NO2', 'CO']);
  return `CREATE TABLE city_day${i} AS SELECT * FROM (
      ${ofCity}, NULL::DOUBLE AS hour FROM (SELECT city, day, type, ${VALID_MEAN} FROM pm${i}) GROUP BY ALL
      UNION ALL ${ofCity}, NULL FROM (SELECT city, day, type, ${VALID_MEAN} FROM (${summedUp(gases)})) GROUP BY ALL
      UNION ALL ${ofCity}, avg(hour) FROM (${ozoneDays(hours(group, i, ['O3']))}) GROUP BY ALL)
    WHERE ${inYears(years)}`;
}

/** What the sums and numbers of a city's sites change by without sand-dust: sites whose day has some, or is no longer valid. */
export const withoutDust = `CREATE TABLE without_dust AS
  SELECT city, day, type, sum(coalesce(clean, 0) - coalesce(value, 0)) AS total, (count(clean) - count(value))::INT AS n
  FROM (SELECT city, day, type, CASE WHEN pm.n >= 20 THEN pm.total / pm.n END AS value,
      CASE WHEN pm.n - dust.n >= 20 THEN (pm.total - dust.total) / (pm.n - dust.n) END AS clean
    FROM dust JOIN pm USING (site, day, type)) GROUP BY ALL`;
