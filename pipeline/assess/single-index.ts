import { makeFact } from '../fact-id.ts';
import { type Fact, type Limit, POLLUTANTS } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { indexedCities } from './composite-cities.ts';
import type { Panel } from './scopes.ts';
import { type CityValues, mean } from './values.ts';

const inputsOf = (scope: string, year: number) => [
  ...POLLUTANTS.map((pollutant) => `city-year:${scope}:${pollutant}:${BULLETIN_STATISTIC[pollutant]}:${year}`),
  'standards/limits.csv',
];

/** The six parts of each city's composite index: its figure over the limit, after rounding; printed to 2 decimals. */
export function singleIndices(
  values: CityValues,
  codes: readonly string[],
  year: number,
  limits: readonly Limit[],
): Fact[] {
  return indexedCities(values, codes, year, limits).flatMap(({ code, rows, composite }) =>
    POLLUTANTS.map((subject) =>
      makeFact({
        origin: 'computed',
        scope: code,
        subject,
        statistic: 'single-index',
        period: String(year),
        value: composite.single[subject],
        unit: '',
        decimals: 2,
        ...lineage(rows.filter((row) => row.subject === subject)),
        inputs: [`city-year:${code}:${subject}:${BULLETIN_STATISTIC[subject]}:${year}`, 'standards/limits.csv'],
      }),
    ),
  );
}

/**
 * Of a panel in which at least nine in ten cities have the index: its plain mean, and for each pollutant the number of
 * cities in which its part is the largest (`largest-index-cities`), which makes it the main pollutant of the period (环办〔2014〕64号). A tie counts for
 * each, so that the numbers may add up to more than the cities; `tied-largest-index-cities` says how many have one.
 */
export function panelIndices(values: CityValues, panel: Panel, year: number, limits: readonly Limit[]): Fact[] {
  const cities = indexedCities(values, panel.codes, year, limits);
  if (cities.length === 0 || cities.length / panel.codes.length < COVERAGE_FLOOR) return [];
  const shared = {
    origin: 'computed' as const,
    scope: panel.id,
    period: String(year),
    ...lineage(cities.flatMap(({ rows }) => rows)),
    n: cities.length,
    of: panel.codes.length,
    inputs: inputsOf(panel.id, year),
  };
  return [
    makeFact({
      ...shared,
      subject: 'all',
      statistic: 'composite-index',
      value: mean(cities.map(({ composite }) => composite.index)),
      unit: '',
      decimals: 2,
    }),
    ...POLLUTANTS.map((subject) =>
      makeFact({
        ...shared,
        subject,
        statistic: 'largest-index-cities',
        value: cities.filter(({ composite }) => composite.largest.includes(subject)).length,
        unit: 'cities',
        decimals: 0,
      }),
    ),
    makeFact({
      ...shared,
      subject: 'all',
      statistic: 'tied-largest-index-cities',
      value: cities.filter(({ composite }) => composite.largest.length > 1).length,
      unit: 'cities',
      decimals: 0,
    }),
  ];
}
