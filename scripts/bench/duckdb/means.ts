/** The smaller job: means and percentiles of the six pollutants, by year and by month. */
import { ozoneDays, summedUp, VALID_MEAN } from './site-days.ts';
import { ITEMS, inYears, type Years } from './sql.ts';

/** The percentile of each pollutant's daily values. */
const PERCENTILES = { pm25: 'p95', pm10: 'p95', so2: 'p98', no2: 'p98', co: 'p95', o3: 'p90' } as const;

/** From the table of hours that columns.ts makes. */
export function cityMeans(years: Years): string {
  const ofCity = 'SELECT city, day, type, avg(value) AS value';
  const others = "SELECT * FROM hours WHERE type <> 'O3'";
  return `CREATE TABLE city_mean AS SELECT * FROM (
      ${ofCity} FROM (SELECT city, day, type, ${VALID_MEAN} FROM (${summedUp(others)})) GROUP BY ALL
      UNION ALL ${ofCity} FROM (${ozoneDays("SELECT * FROM hours WHERE type = 'O3'")}) GROUP BY ALL)
    WHERE value IS NOT NULL AND ${inYears(years)}`;
}

/** Lines as the tables have them, with all months and years, whatever number of days they have. */
export function meanRows(period: 'year' | 'month'): string {
  const format = period === 'year' ? '%Y' : '%Y-%m';
  const ofItem = ITEMS.map(([type, subject]) => {
    const isOzone = subject === 'o3';
    const share = PERCENTILES[subject];
    const names = [
      isOzone ? 'mean-mda8' : period === 'year' ? 'annual-mean' : 'mean',
      isOzone ? `${share}-mda8` : `${share}-daily`,
    ];
    return `SELECT city AS code, strftime(day, '${format}') AS ${period}, '${subject}' AS subject,
      unnest(['${names.join("', '")}']) AS statistic, unnest([avg(value), quantile_cont(value, 0.${share.slice(1)})]) AS value,
      count(*) AS valid_days FROM city_mean WHERE type = '${type}' GROUP BY code, ${period}`;
  });
  return ofItem.join(' UNION ALL ');
}
