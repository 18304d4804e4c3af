import { makeFact } from '../fact-id.ts';
import { limitOn } from '../standards/limits.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { type Fact, type Limit, POLLUTANTS, type Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../units.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

/** The four pollutants with an annual limit; CO and ozone are assessed by percentiles, which months and station means cannot give. */
const ANNUAL: readonly Pollutant[] = ['pm25', 'pm10', 'so2', 'no2'];

/** By which limit the bulletins' statistic of a pollutant is judged. */
const JUDGED_BY: Readonly<Record<Pollutant, Limit['averaging']>> = {
  pm25: 'annual',
  pm10: 'annual',
  so2: 'annual',
  no2: 'annual',
  co: '24h',
  o3: 'mda8',
};

type Counted = Readonly<{ attaining: number; assessed: number; rows: ReturnType<CityValues['present']> }>;

function countAttaining(
  values: CityValues,
  panel: Panel,
  year: number,
  pollutants: readonly Pollutant[],
  limits: readonly Limit[],
): Counted {
  const byPollutant = pollutants.map((pollutant) => ({
    pollutant,
    limit: limitOn(limits, `${year}-12-31`, pollutant, JUDGED_BY[pollutant]),
    rows: new Map(
      values.present(panel.codes, pollutant, BULLETIN_STATISTIC[pollutant], year).map((row) => [row.code, row]),
    ),
  }));
  const complete = panel.codes.filter((code) => byPollutant.every(({ rows }) => rows.has(code)));
  const attains = (code: string) =>
    byPollutant.every(({ pollutant, limit, rows }) => {
      const row = rows.get(code);
      return row !== undefined && limit !== null && roundedNumber(row.value, concentrationDecimals(pollutant)) <= limit;
    });
  return {
    attaining: complete.filter(attains).length,
    assessed: complete.length,
    rows: byPollutant.flatMap(({ rows }) => [...rows.values()]),
  };
}

/**
 * How many cities of a panel meet the class 2 limits: each pollutant alone by the bulletins' statistic (CO by its 95th
 * percentile, ozone by its 90th), and the four with an annual limit together (`all`, statistic `attaining-four-cities`).
 * Comparison after rounding (35.4 → 35 attains). Attainment of all six, the ministry's count, needs CO P95 and ozone P90
 * of every city, and is a published figure where these are not at hand.
 */
export function attainmentCounts(values: CityValues, panel: Panel, year: number, limits: readonly Limit[]): Fact[] {
  const sets = [
    ...POLLUTANTS.map((pollutant) => ({ subject: pollutant, statistic: 'attaining', pollutants: [pollutant] })),
    { subject: 'all' as const, statistic: 'attaining-four', pollutants: ANNUAL },
  ];
  return sets.flatMap(({ subject, statistic, pollutants }) => {
    const { attaining, assessed, rows } = countAttaining(values, panel, year, pollutants, limits);
    if (assessed === 0) return [];
    const covered = assessed / panel.codes.length >= COVERAGE_FLOOR;
    const shared = {
      origin: 'computed' as const,
      scope: panel.id,
      subject,
      period: String(year),
      n: assessed,
      of: panel.codes.length,
      ...lineage(rows),
      inputs: [
        ...pollutants.map((pollutant) => `city-year:${panel.id}:${pollutant}:${BULLETIN_STATISTIC[pollutant]}:${year}`),
        'standards/limits.csv',
      ],
      reason: covered ? null : 'coverage',
    };
    return [
      makeFact({
        ...shared,
        statistic: `${statistic}-cities`,
        value: covered ? attaining : null,
        unit: 'cities',
        decimals: 0,
      }),
      makeFact({
        ...shared,
        statistic: `${statistic}-share`,
        value: covered ? (attaining / assessed) * 100 : null,
        unit: '%',
        decimals: 1,
      }),
    ];
  });
}
