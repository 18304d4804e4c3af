import { makeFact } from '../fact-id.ts';
import { percentile } from '../standards/percentile.ts';
import type { Fact } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { measureOf } from './measure.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

const QUANTILES = [
  { statistic: 'lowest-city', p: 0 },
  { statistic: 'p10-city', p: 10 },
  { statistic: 'median-city', p: 50 },
  { statistic: 'p90-city', p: 90 },
  { statistic: 'highest-city', p: 100 },
];

/** Whose spread over the cities is told; `suffix` tells what the quantile is of where that is not the bulletins' statistic. */
const SPREAD = [
  ...(['pm25', 'pm10', 'so2', 'no2'] as const).map((subject) => ({ subject, of: 'annual-mean', suffix: '' })),
  { subject: 'co', of: 'p95-daily', suffix: '' },
  { subject: 'o3', of: 'p90-mda8', suffix: '' },
  { subject: 'aqi', of: 'good-day-share', suffix: '-good-day-share' },
] as const;

/**
 * Order statistics of the cities' annual figures: lowest, 10 %, median, 90 %, highest. Annual means, P95 of CO, P90 of ozone,
 * and the share of good days (`median-city-good-day-share`).
 */
export function distribution(values: CityValues, panel: Panel, year: number): Fact[] {
  return SPREAD.flatMap(({ subject, of: measured, suffix }) => {
    const rows = values.present(panel.codes, subject, measured, year);
    if (rows.length / panel.codes.length < COVERAGE_FLOOR) return [];
    const all = rows.map(({ value }) => value);
    return QUANTILES.map(({ statistic, p }) =>
      makeFact({
        origin: 'computed',
        scope: panel.id,
        subject,
        statistic: `${statistic}${suffix}`,
        period: String(year),
        value: percentile(all, p),
        ...measureOf(subject, measured, values.decimalsIn(year)),
        ...lineage(rows),
        n: rows.length,
        of: panel.codes.length,
        inputs: [`city-year:${panel.id}:${subject}:${measured}:${year}`],
      }),
    );
  });
}
