import { makeFact } from '../fact-id.ts';
import { type Fact, POLLUTANTS } from '../types.ts';
import type { CityIndices } from './city-indices.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { ruleOfIndex } from './composite-cities.ts';
import type { Panel } from './scopes.ts';
import { mean } from './values.ts';

/**
 * The six parts of each city's composite index: its figure over the limit, after rounding, times the weight of the pollutant;
 * printed to the decimals of the index. Nothing where the limits in use lack one of the six.
 */
export function singleIndices(indices: CityIndices, codes: readonly string[], year: number): Fact[] {
  const rule = indices.rule(year);
  if (!rule) return [];
  return indices.indexed(codes, year).flatMap(({ code, rows, composite }) =>
    POLLUTANTS.map((subject) =>
      makeFact({
        origin: 'computed',
        scope: code,
        subject,
        statistic: 'single-index',
        period: String(year),
        value: composite.single[subject],
        unit: '',
        decimals: rule.decimals,
        ...lineage(rows.filter((row) => row.subject === subject)),
        ...ruleOfIndex(rule, code, year),
        inputs: [
          `city-year:${code}:${subject}:${rule.parts[subject].statistic}:${year}`,
          'standards/limits.csv',
          'standards/ranking-rules.csv',
        ],
      }),
    ),
  );
}

/**
 * Of a panel in which at least nine in ten cities have all six figures: the plain mean of the index, and for each pollutant the
 * number of cities in which its part is the largest (`largest-index-cities`), which makes it the main pollutant of the period
 * (环办〔2014〕64号). A tie counts for each, so that the numbers may add up to more than the cities; `tied-largest-index-cities`
 * says how many have one. All null with reason `no-limit` where the limits in use lack one of the six.
 */
export function panelIndices(indices: CityIndices, panel: Panel, year: number): Fact[] {
  const rule = indices.rule(year);
  if (!rule) return [];
  const cities = indices.withSix(panel.codes, year);
  const composites = cities.flatMap(({ composite }) => composite ?? []);
  const count = (counted: (typeof composites)[number][]) => (composites.length > 0 ? counted.length : null);
  if (cities.length === 0 || cities.length / panel.codes.length < COVERAGE_FLOOR) return [];
  const shared = {
    origin: 'computed' as const,
    scope: panel.id,
    period: String(year),
    ...lineage(cities.flatMap(({ rows }) => rows)),
    n: cities.length,
    of: panel.codes.length,
    ...ruleOfIndex(rule, panel.id, year),
  };
  return [
    makeFact({
      ...shared,
      subject: 'all',
      statistic: 'composite-index',
      value: mean(composites.map(({ index }) => index)),
      unit: '',
      decimals: rule.decimals,
    }),
    ...POLLUTANTS.map((subject) =>
      makeFact({
        ...shared,
        subject,
        statistic: 'largest-index-cities',
        value: count(composites.filter(({ largest }) => largest.includes(subject))),
        unit: 'cities',
        decimals: 0,
      }),
    ),
    makeFact({
      ...shared,
      subject: 'all',
      statistic: 'tied-largest-index-cities',
      value: count(composites.filter(({ largest }) => largest.length > 1)),
      unit: 'cities',
      decimals: 0,
    }),
  ];
}
