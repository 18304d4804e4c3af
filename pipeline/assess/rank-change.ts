import { isDeepStrictEqual } from 'node:util';
import { makeFact } from '../fact-id.ts';
import { attainmentOn, type JudgedBy } from '../standards/attainment.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { lastDay } from '../standards/rules.ts';
import { type Fact, POLLUTANTS, type RankRow } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import { comparisonNotes, onOneSide, relativeChange } from './change.ts';
import type { CityIndices } from './city-indices.ts';
import { lineage } from './cohort.ts';
import { notesOf } from './composite-cities.ts';
import { ranked } from './rank.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

/**
 * R = (I − I of the earlier year) / I of the earlier year, in %, of each city that has the composite index in both years, from
 * unrounded indices, printed to 0.1 % (《城市环境空气质量变化程度排名方案》, 2017). None across the change of the reference state, nor
 * between two years whose indices have not the same parts, weights, limits and decimals.
 */
export function indexChanges(indices: CityIndices, codes: readonly string[], from: number, to: number): Fact[] {
  const [earlier, later] = [indices.rule(from), indices.rule(to)];
  if (!earlier || !later || !isDeepStrictEqual(earlier.parts, later.parts)) return [];
  const before = new Map(indices.indexed(codes, from).map((city) => [city.code, city]));
  return indices.indexed(codes, to).flatMap((after) => {
    const base = before.get(after.code);
    if (!base || !onOneSide(base.rows, after.rows)) return [];
    return makeFact({
      origin: 'computed',
      scope: after.code,
      subject: 'all',
      statistic: 'composite-index',
      period: `${to}-vs-${from}`,
      value: relativeChange(base.composite.index, after.composite.index),
      unit: '%',
      decimals: 1,
      ...lineage([...base.rows, ...after.rows]),
      inputs: [from, to].map((year) => `computed.${after.code}.all.composite-index.${year}`),
      notes: [...comparisonNotes(base.rows, after.rows), ...notesOf(later)],
    });
  });
}

/** Whether a city's six figures of a year all meet class 2; `as-known` where some are missing and none of the others exceeds. */
type Meets = 'yes' | 'no' | 'as-known';

export function meetsSix(values: CityValues, year: number, standards: JudgedBy): (code: string) => Meets {
  const judge = attainmentOn('bulletin', standards, lastDay(year));
  return (code) => {
    const { attains, exceeding } = judge(
      (pollutant, statistic) => values.get(code, pollutant, statistic, year)?.value ?? null,
    );
    if (exceeding.length > 0) return 'no';
    return attains ? 'yes' : 'as-known';
  };
}

/** By what a change is ranked, and how its lists are called. */
const MEASURES = {
  pm25: { subject: 'pm25', statistic: BULLETIN_STATISTIC.pm25, lists: '' },
  index: { subject: 'all', statistic: 'composite-index', lists: 'index-' },
} as const;

/**
 * Two rankings of a panel's cities by their relative change between two years, changes ranked as printed, to 0.1 %, and equal ones
 * sharing a rank: `improved-since-<from>`, all cities, largest fall first; `worsened-since-<from>`, the cities that rose, largest
 * rise first. By the scheme of 2017 a city whose six pollutants all meet class 2 in the later year is not among the worsening
 * ones; one of which not all six are known, and none of the known exceeds, stays and has the note `limits-part-known`.
 */
export function changeRankings(
  changes: readonly Fact[],
  measure: keyof typeof MEASURES,
  panel: Panel,
  [from, to]: readonly [number, number],
  meets: (code: string) => Meets,
): RankRow[] {
  const { subject, statistic, lists } = MEASURES[measure];
  const members = new Set(panel.codes);
  const period = `${to}-vs-${from}`;
  const scored = changes.flatMap((fact) => {
    const wanted = fact.subject === subject && fact.statistic === statistic && fact.period === period;
    if (!wanted || fact.value === null || !members.has(fact.scope)) return [];
    const note = fact.notes.find((key) => key !== 'rule-secondary') ?? 'by-change';
    return [{ code: fact.scope, score: roundedNumber(fact.value, 1), fact: fact.id, composite: null, note }];
  });
  const worse = scored
    .filter(({ code, score }) => score > 0 && meets(code) !== 'yes')
    .map((one) => ({
      ...one,
      score: -one.score,
      ...(meets(one.code) === 'as-known' ? { note: 'limits-part-known' } : {}),
    }));
  return [
    ...ranked(`${lists}improved-since-${from}`, panel.id, to, scored),
    ...ranked(`${lists}worsened-since-${from}`, panel.id, to, worse),
  ];
}

/** How many cities a panel's `worsened-since-` list leaves out because they meet all six limits. */
export function exemptCount(
  values: CityValues,
  changes: readonly Fact[],
  panel: Panel,
  [from, to]: readonly [number, number],
  meets: (code: string) => Meets,
): Fact[] {
  const members = new Set(panel.codes);
  const risen = changes.filter(
    ({ scope, subject, statistic, period, value }) =>
      members.has(scope) &&
      subject === 'pm25' &&
      statistic === 'annual-mean' &&
      period === `${to}-vs-${from}` &&
      value !== null &&
      roundedNumber(value, 1) > 0,
  );
  if (risen.length === 0) return [];
  return [
    makeFact({
      origin: 'computed',
      scope: panel.id,
      subject: 'pm25',
      statistic: 'risen-attaining-cities',
      period: `${to}-vs-${from}`,
      value: risen.filter(({ scope }) => meets(scope) === 'yes').length,
      unit: 'cities',
      decimals: 0,
      method: 'count',
      n: risen.length,
      inputs: [
        ...risen.map(({ id }) => id),
        // Where a year has no figures of a pollutant, no city can be said to meet all six.
        ...POLLUTANTS.map((pollutant) => [pollutant, BULLETIN_STATISTIC[pollutant]] as const)
          .filter((measure) => values.present(panel.codes, ...measure, to).length > 0)
          .map(([pollutant, statistic]) => `city-year:${panel.id}:${pollutant}:${statistic}:${to}`),
      ],
    }),
  ];
}
