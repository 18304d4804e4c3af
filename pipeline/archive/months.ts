import { monthlyCapture } from '../standards/data-capture.ts';
import { percentile } from '../standards/percentile.ts';
import type { CityMonth, Method } from '../types.ts';
import type { DailySeries, Span, StoredSeries } from './adapter.ts';
import {
  CLASS_COUNTS,
  DAY_COUNTS,
  kindsOf,
  type Measure,
  mean,
  PRIMARY_COUNTS,
  present,
  subjectOf,
} from './statistics.ts';

type MonthMeasures = Readonly<Partial<Record<DailySeries, readonly Measure<string>[]>>>;

const MEAN = [{ statistic: 'mean', of: mean }] as const;
const P95 = { statistic: 'p95-daily', of: (values: readonly number[]) => percentile(values, 95) };
const P90_MDA8 = { statistic: 'p90-mda8', of: (values: readonly number[]) => percentile(values, 90) };

/** What city-month.csv holds of archives of months: the means, of which releases name the same months. */
const OF_MONTHS: MonthMeasures = {
  pm25: MEAN,
  pm10: MEAN,
  so2: MEAN,
  no2: MEAN,
  'o3-mda8': [{ statistic: 'mean-mda8', of: mean }],
};

/** What it holds of archives of days: percentiles and days by the official index as well. */
const OF_DAYS: MonthMeasures = {
  ...OF_MONTHS,
  co: [P95],
  'o3-mda8': [{ statistic: 'mean-mda8', of: mean }, P90_MDA8],
  aqi: DAY_COUNTS,
};

/** What it holds of archives of hours: every month as it is assessed, and its days by class and primary pollutant. */
const OF_HOURS: MonthMeasures = {
  ...OF_DAYS,
  co: [...MEAN, P95],
  'pm25-dust-excluded': [{ statistic: 'mean-dust-excluded', of: mean }],
  'pm10-dust-excluded': [{ statistic: 'mean-dust-excluded', of: mean }],
  // A month is not assessed by its highest hour.
  'o3-max1h': [],
  class: CLASS_COUNTS,
  primary: PRIMARY_COUNTS,
};

function measuresOf(span: Span, method: Method): MonthMeasures {
  if (method === 'station-hourly' || method === 'city-hourly') return OF_HOURS;
  return span === 'day' ? OF_DAYS : OF_MONTHS;
}

/** What a month's lines of a series are, each `subject,statistic`. */
export const monthKinds = (span: Span, series: DailySeries, method: Method): string[] =>
  kindsOf(series, measuresOf(span, method)[series] ?? []);

export type MonthStatistic = Pick<CityMonth, 'code' | 'month' | 'subject' | 'statistic' | 'value' | 'validDays'>;

/**
 * Month statistics of one series of one year, unrounded, of the months wanted (0 is January); `left` counts the months of a
 * series that is not kept. From days:
 * null with fewer than half the month's days; `validDays` says whether the 27 (February 25) of GB 3095-2012, table 4 are
 * there. From a monthly archive: its own mean, `validDays` null. Months without any value have no row.
 */
export function monthStatistics(
  span: Span,
  stored: StoredSeries,
  method: Method,
  wanted: (month: number) => boolean = () => true,
): { rows: MonthStatistic[]; left: number } {
  const { code, series, year, slots } = stored;
  if (span === 'year') return { rows: [], left: 0 };
  const measures = measuresOf(span, method)[series];
  const width = span === 'day' ? 31 : 1;
  const rows: MonthStatistic[] = [];
  let left = 0;
  for (let month = 1; month <= 12; month++) {
    if (measures && !wanted(month - 1)) continue;
    const values = present(slots.subarray((month - 1) * width, month * width));
    if (values.length === 0) continue;
    if (!measures) left += 1;
    if (!measures) continue;
    const enough = span === 'month' || monthlyCapture(year, month, values.length) !== 'insufficient';
    const validDays = span === 'day' ? values.length : null;
    const name = `${year}-${String(month).padStart(2, '0')}`;
    for (const { statistic, of, subject = subjectOf(series) } of measures) {
      if (subject === 'all') continue;
      rows.push({ code, month: name, subject, statistic, value: enough ? of(values) : null, validDays });
    }
  }
  return { rows, left };
}
