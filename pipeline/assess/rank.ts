import { factId, makeFact } from '../fact-id.ts';
import { compositeIndex } from '../standards/composite-index.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { type IndexRule, indexRuleOn, lastDay } from '../standards/rules.ts';
import { type Fact, POLLUTANTS, type Pollutant, type RankRow, type Standards } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues, Present } from './values.ts';

type Scored = Readonly<{ code: string; score: number; fact: string; composite: number | null; note: string }>;

/** Ranks in ascending order of score; equal scores share a rank, and the next rank counts them (1, 2, 2, 4). */
export function ranked(list: string, cohort: string, year: number, scored: readonly Scored[]): RankRow[] {
  const sorted = [...scored].sort((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  return sorted.map(({ code, score, fact, composite, note }) => ({
    list,
    cohort,
    year,
    rank: sorted.findIndex((other) => other.score === score) + 1,
    code,
    fact,
    composite,
    note,
  }));
}

/** A city's six annual figures, by the statistics of the rule of the index; null where one is missing. */
export function sixOf(
  values: CityValues,
  code: string,
  year: number,
  { parts }: Pick<IndexRule, 'parts'>,
): readonly Present[] | null {
  const rows = POLLUTANTS.flatMap((pollutant) => values.present([code], pollutant, parts[pollutant].statistic, year));
  return rows.length < POLLUTANTS.length ? null : rows;
}

export const byPollutant = (rows: readonly Present[]): Record<Pollutant, number> =>
  Object.fromEntries(rows.map(({ subject, value }) => [subject, value])) as Record<Pollutant, number>;

/** What a number that rests on the rule of the index is made from, and what must be said of it. */
export const ruleOfIndex = (rule: IndexRule, scope: string, year: number) => ({
  inputs: [
    ...POLLUTANTS.map((pollutant) => `city-year:${scope}:${pollutant}:${rule.parts[pollutant].statistic}:${year}`),
    'standards/limits.csv',
    'standards/ranking-rules.csv',
  ],
  reason: rule.withoutLimit.length > 0 ? 'no-limit' : null,
  notes: rule.seen ? [] : ['rule-secondary'],
});

/**
 * Composite index of each city that has all six pollutants, by the rule in force on the last day of the year; the others are
 * absent. Null with reason `no-limit` where the limits in use lack one of the six.
 */
export function compositeFacts(
  values: CityValues,
  codes: readonly string[],
  year: number,
  standards: Standards,
): Fact[] {
  const rule = indexRuleOn(standards, lastDay(year));
  if (!rule) return [];
  return codes.flatMap((code) => {
    const rows = sixOf(values, code, year, rule);
    if (!rows) return [];
    const composite = compositeIndex(byPollutant(rows), rule);
    return makeFact({
      origin: 'computed',
      scope: code,
      subject: 'all',
      statistic: 'composite-index',
      period: String(year),
      value: composite?.index ?? null,
      unit: '',
      decimals: rule.decimals,
      ...lineage(rows),
      ...ruleOfIndex(rule, code, year),
    });
  });
}

/**
 * The ranking of a panel for a year by what the data allow: by composite index (环境空气质量综合指数) when at least 90 % of
 * the cities have all six pollutants (then `cleanest-pm25` has the order by PM2.5), else by the annual mean of PM2.5, which the note of every row says. Rank 1 is the cleanest.
 */
export function cleanest(
  values: CityValues,
  panel: Panel,
  year: number,
  composites: ReadonlyMap<string, Fact>,
): RankRow[] {
  const indices = panel.codes.flatMap((code) => {
    const fact = composites.get(code);
    return fact && fact.value !== null
      ? [{ code, fact: fact.id, value: roundedNumber(fact.value, fact.decimals) }]
      : [];
  });
  if (indices.length / panel.codes.length >= COVERAGE_FLOOR) {
    const scored = indices.map(({ code, fact, value }) => ({
      code,
      score: value,
      fact,
      composite: value,
      note: 'by-composite',
    }));
    return [
      ...ranked('cleanest', panel.id, year, scored),
      ...ranked('cleanest-pm25', panel.id, year, byPm25(values, panel, year, indices)),
    ];
  }
  return ranked('cleanest', panel.id, year, byPm25(values, panel, year, indices));
}

/** Cities by their annual mean of PM2.5 as printed. */
function byPm25(
  values: CityValues,
  panel: Panel,
  year: number,
  indices: readonly Readonly<{ code: string; value: number }>[],
): Scored[] {
  const known = new Map(indices.map(({ code, value }) => [code, value]));
  return values.present(panel.codes, 'pm25', 'annual-mean', year).map((row) => ({
    code: row.code,
    score: roundedNumber(row.value, values.decimalsIn(year)('pm25')),
    fact: factId({
      origin: 'computed',
      scope: row.code,
      subject: 'pm25',
      statistic: 'annual-mean',
      period: String(year),
    }),
    composite: known.get(row.code) ?? null,
    note: known.has(row.code) ? 'by-pm25' : 'by-pm25-no-composite',
  }));
}

/** Cities in order of their relative change of PM2.5 between two years: rank 1 fell most. Changes ranked as printed, to 0.1 %. */
export function mostImproved(changes: readonly Fact[], panel: Panel, from: number, to: number): RankRow[] {
  const members = new Set(panel.codes);
  const scored = changes.flatMap((fact) => {
    const wanted = fact.subject === 'pm25' && fact.statistic === 'annual-mean' && fact.period === `${to}-vs-${from}`;
    if (!wanted || fact.value === null || !members.has(fact.scope)) return [];
    return [
      {
        code: fact.scope,
        score: roundedNumber(fact.value, 1),
        fact: fact.id,
        composite: null,
        note: fact.notes[0] ?? 'by-change',
      },
    ];
  });
  return ranked(`improved-since-${from}`, panel.id, to, scored);
}
