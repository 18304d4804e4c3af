/** What city-year.csv and city-month.csv hold of a year of hours (pipeline/archive/statistics.ts and months.ts), in SQL. */

/** `series`: the column of days by which the value counts; `value`: an aggregate over the days of a city. */
export type Measure = Readonly<{ subject: string; statistic: string; series: string; value: string }>;

type Of = (column: string) => string;
const mean: Of = (column) => `avg(${column})`;
const percentile =
  (share: number): Of =>
  (column) =>
    `quantile_cont(${column}, ${share})`;

const POLLUTANTS = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3'] as const;
const MEANS = ['pm25', 'pm10', 'so2', 'no2', 'co'] as const;
const PARTICULATES = ['pm25', 'pm10'] as const;

const measure = (subject: string, statistic: string, of: Of, series: string = subject): Measure => ({
  ...{ subject, statistic, series },
  value: of(series),
});

const days = (statistic: string, condition: string): Measure => ({
  ...{ subject: 'aqi', statistic, series: 'aqi' },
  value: `count(*) FILTER (${condition})`,
});

const COUNTS: readonly Measure[] = [
  days('good-days', 'aqi <= 100'),
  days('heavy-days', 'aqi > 200'),
  days('valid-days', 'aqi IS NOT NULL'),
  days('level-1-days', 'aqi <= 50'),
  days('level-2-days', 'aqi BETWEEN 51 AND 100'),
  days('light-days', 'aqi BETWEEN 101 AND 150'),
  days('moderate-days', 'aqi BETWEEN 151 AND 200'),
  days('heavy-only-days', 'aqi BETWEEN 201 AND 300'),
  days('severe-days', 'aqi > 300'),
  ...POLLUTANTS.map((subject) => ({ ...days('primary-days', `primary_${subject}`), subject })),
];

export const YEAR: readonly Measure[] = [
  ...MEANS.map((each) => measure(each, 'annual-mean', mean)),
  ...['pm25', 'pm10', 'co'].map((each) => measure(each, 'p95-daily', percentile(0.95))),
  ...['so2', 'no2'].map((each) => measure(each, 'p98-daily', percentile(0.98))),
  measure('o3', 'p90-mda8', percentile(0.9)),
  measure('o3', 'p90-max1h', percentile(0.9), 'o3_hour'),
  ...PARTICULATES.map((each) => measure(each, 'annual-mean-dust-excluded', mean, `${each}_clean`)),
  ...PARTICULATES.map((each) => measure(each, 'p95-daily-dust-excluded', percentile(0.95), `${each}_clean`)),
  { ...days('good-day-share', ''), value: '100.0::DOUBLE * count(*) FILTER (aqi <= 100) / count(aqi)' },
  ...COUNTS,
];

export const MONTH: readonly Measure[] = [
  ...MEANS.map((each) => measure(each, 'mean', mean)),
  measure('co', 'p95-daily', percentile(0.95)),
  measure('o3', 'mean-mda8', mean),
  measure('o3', 'p90-mda8', percentile(0.9)),
  ...PARTICULATES.map((each) => measure(each, 'mean-dust-excluded', mean, `${each}_clean`)),
  ...COUNTS,
];
