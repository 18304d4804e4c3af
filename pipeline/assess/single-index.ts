import { makeFact } from '../fact-id.ts';
import { type CompositeIndex, compositeIndex } from '../standards/composite-index.ts';
import { type IndexRule, indexRuleOn, lastDay } from '../standards/rules.ts';
import { type Fact, POLLUTANTS, type Standards } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import { byPollutant, ruleOfIndex, sixOf } from './rank.ts';
import type { Panel } from './scopes.ts';
import { type CityValues, mean, type Present } from './values.ts';

/** A city with all six figures; without an index where the limits in use lack one of the six. */
type Indexed = Readonly<{ code: string; rows: readonly Present[]; composite: CompositeIndex | null }>;

function indexed(values: CityValues, codes: readonly string[], year: number, rule: IndexRule): Indexed[] {
  return codes.flatMap((code) => {
    const rows = sixOf(values, code, year, rule);
    return rows ? [{ code, rows, composite: compositeIndex(byPollutant(rows), rule) }] : [];
  });
}

/**
 * The six parts of each city's composite index: its figure over the limit, after rounding, times the weight of the pollutant;
 * printed to the decimals of the index. Nothing where the limits in use lack one of the six.
 */
export function singleIndices(
  values: CityValues,
  codes: readonly string[],
  year: number,
  standards: Standards,
): Fact[] {
  const rule = indexRuleOn(standards, lastDay(year));
  if (!rule) return [];
  return indexed(values, codes, year, rule).flatMap(({ code, rows, composite }) =>
    POLLUTANTS.flatMap((subject) => {
      if (!composite) return [];
      return makeFact({
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
      });
    }),
  );
}

/**
 * Of a panel in which at least nine in ten cities have the index: its plain mean, and for each pollutant the number of
 * cities in which its part is the largest (`largest-index-cities`; a tie counts for each). Null with reason `no-limit` where the
 * limits in use lack one of the six.
 */
export function panelIndices(values: CityValues, panel: Panel, year: number, standards: Standards): Fact[] {
  const rule = indexRuleOn(standards, lastDay(year));
  if (!rule) return [];
  const cities = indexed(values, panel.codes, year, rule);
  const composites = cities.flatMap(({ composite }) => composite ?? []);
  const known = composites.length > 0;
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
        value: known ? composites.filter(({ largest }) => largest.includes(subject)).length : null,
        unit: 'cities',
        decimals: 0,
      }),
    ),
  ];
}
