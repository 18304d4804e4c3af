import { makeFact } from '../fact-id.ts';
import { percentile } from '../standards/percentile.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact, Guideline } from '../types.ts';
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

/** The levels of WHO's 2021 guidelines for annual PM2.5, from the strictest up. */
export function whoLevels(guidelines: readonly Guideline[], pollutant: string): readonly Guideline[] {
  return guidelines
    .filter((line) => line.edition === '2021' && line.pollutant === pollutant && line.averaging === 'annual')
    .sort((a, b) => a.value - b.value);
}

/**
 * How many cities stand where on WHO's ladder (2021): `cities-at-AQG`, `cities-at-IT-4` … count the cities that meet that
 * level and not the next stricter one; `cities-above-IT-1` those that meet none. Annual means rounded to whole µg/m³ first.
 */
export function whoLadder(values: CityValues, panel: Panel, year: number, guidelines: readonly Guideline[]): Fact[] {
  return (['pm25', 'pm10', 'no2'] as const).flatMap((subject) => {
    const levels = whoLevels(guidelines, subject);
    const rows = values.present(panel.codes, subject, 'annual-mean', year);
    if (levels.length === 0 || rows.length / panel.codes.length < COVERAGE_FLOOR) return [];
    const rung = (value: number) => levels.find((level) => roundedNumber(value, 0) <= level.value)?.level ?? null;
    const rungs = rows.map(({ value }) => rung(value));
    const top = levels.at(-1)?.level ?? 'IT-1';
    const steps = [
      ...levels.map(({ level }) => ({ level, statistic: `cities-at-${level}` })),
      { level: null, statistic: `cities-above-${top}` },
    ];
    return steps.flatMap(({ level, statistic }) => {
      const count = rungs.filter((at) => at === level).length;
      const shared = {
        origin: 'computed' as const,
        scope: panel.id,
        subject,
        period: String(year),
        ...lineage(rows),
        n: rows.length,
        of: panel.codes.length,
        inputs: [`city-year:${panel.id}:${subject}:annual-mean:${year}`, 'standards/who-guidelines.csv'],
      };
      return [
        makeFact({ ...shared, statistic, value: count, unit: 'cities', decimals: 0 }),
        makeFact({
          ...shared,
          statistic: `${statistic}-share`,
          value: (count / rows.length) * 100,
          unit: '%',
          decimals: 1,
        }),
      ];
    });
  });
}
