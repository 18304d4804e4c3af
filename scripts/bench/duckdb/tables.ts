/** city-year.csv and city-month.csv from the days of cities. */
import { type Measure, MONTH, YEAR } from './measures.ts';
import { list, text } from './sql.ts';

type Period = 'year' | 'month';
const MEASURES: Readonly<Record<Period, readonly Measure[]>> = { year: YEAR, month: MONTH };
const SERIES = [...new Set(YEAR.map(({ series }) => series))];

/** The cities that have a column, be it one that makes no value. */
export const expected = (sites: readonly string[]): string =>
  `CREATE TABLE expected AS SELECT DISTINCT city FROM station WHERE code IN ${list(sites)}`;

/** A row a city and year or month: n_…, the days of each series, and v0, v1, …, the measures in their order. */
export function summed(period: Period): string {
  const counts = SERIES.map((series) => `count(${series}) AS n_${series}`);
  const values = MEASURES[period].map(({ value }, i) => `(${value})::DOUBLE AS v${i}`);
  return `CREATE TABLE ${period} AS SELECT city, date_trunc('${period}', day)::DATE AS period, ${counts.join()}, ${values.join()}
    FROM city GROUP BY ALL`;
}

/** Whether the months of a year have their 27 days (February 25): GB 3095-2012, table 4. */
const monthsRule = `SELECT city, date_trunc('year', period)::DATE AS period,
    ${SERIES.map((series) => `count(*) FILTER (n_${series} >= if(month(period) = 2, 25, 27)) = 12 AS all_${series}`).join()}
  FROM month GROUP BY ALL`;

/** A line for each measure; a value needs half the days. Years have a line where there is no day, months none. */
export function rows(period: Period): string {
  const measures = MEASURES[period];
  const values = measures.map((_, i) => `v${i}`);
  const numbers = measures.map(({ series }) => `coalesce(n_${series}, 0)`);
  const unnested = `unnest(${list(measures.map(({ subject }) => subject))}) AS subject,
    unnest(${list(measures.map(({ statistic }) => statistic))}) AS statistic, unnest([${values.join()}]) AS value,
    unnest([${numbers.join()}]) AS days`;
  const enough = `days * 2 >= date_diff('day', period, (period + INTERVAL 1 ${period})::DATE)`;
  const lines = (format: string) =>
    `city AS code, strftime(period, '${format}') AS ${period}, subject, statistic, if(${enough}, value, NULL) AS value, days AS valid_days`;
  if (period === 'month') {
    return `SELECT ${lines('%Y-%m')} FROM (SELECT city, period, ${unnested} FROM month) WHERE days > 0`;
  }
  const all = measures.map(({ series }) => `coalesce(all_${series}, false)`);
  return `SELECT ${lines('%Y')},
      CASE WHEN days >= 324 AND months THEN 'valid' WHEN ${enough} THEN 'short' ELSE 'insufficient' END AS capture
    FROM (SELECT city, period, ${unnested}, unnest([${all.join()}]) AS months
      FROM (FROM expected, (SELECT DISTINCT period FROM year)) LEFT JOIN year USING (city, period)
        LEFT JOIN (${monthsRule}) USING (city, period))`;
}

/** In the order of the archive step's tables. */
export const written = (rows: string, file: string): string =>
  `COPY (SELECT * FROM (${rows}) ORDER BY 1, 2, 3, 4) TO ${text(file)} (HEADER)`;
