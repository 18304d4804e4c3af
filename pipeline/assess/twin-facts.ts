import { makeFact } from '../fact-id.ts';
import { percentile } from '../standards/percentile.ts';
import type { Fact } from '../types.ts';
import { OWN_RULE } from './rule-facts.ts';
import { type Alike, CALIPER_PERCENT, type Choice, MOST_TWINS, NEAREST } from './twin-choice.ts';
import { MIX, type Traits, traitInputs } from './twin-distance.ts';
import type { Span } from './twin-span.ts';
import { distinct } from './values.ts';

/** A city that is compared, with the fact of its change over the span, and what was chosen for it. */
export type Chosen = Readonly<{ traits: Traits; change: Fact; choice: Choice; withEqualWeights: Choice }>;

const changeId = (code: string, { from, to }: Span) => `computed.${code}.pm25.annual-mean.${to}-vs-${from}`;
const codesOf = (alike: readonly Alike[]) => alike.map(({ traits }) => traits.code);
const median = (values: readonly number[]) => percentile(values, 50);

/** The cities with a value at both ends, from which twins are chosen. */
const endsOf = (nation: string, { from, to }: Span): readonly string[] => [
  `city-year:${nation}:pm25:annual-mean:${from}:${to}`,
  `city-year:${nation}:pm25:annual-mean:${to}:${from}`,
];

/** All by which cities are compared: what is known of their first year, their people and their places. */
export const comparedBy = (cities: readonly Traits[], nation: string, span: Span): readonly string[] => [
  ...endsOf(nation, span),
  ...MIX.filter((subject) => cities.some((traits) => traits[subject] !== null)).map(
    (subject) => `city-year:${nation}:${subject}:annual-mean:${span.from}`,
  ),
  ...['population_10k_2017', 'lon', 'lat'].map((column) => `cities.csv:${column}`),
];

/**
 * Of one city: how many steady cities started alike (within the caliper, and not too unlike in the rest), the median change of the nearest of them (%), and the
 * distance of each twin (no unit; 0 alike, 1 as by chance).
 */
export function cityTwinFacts(
  { traits: own, change, choice }: Chosen,
  compared: readonly string[],
  span: Span,
): Fact[] {
  const { alike, twins, within } = choice;
  const shared = {
    origin: 'computed' as const,
    scope: own.code,
    subject: 'pm25',
    method: change.method,
    basis: change.basis,
    sources: change.sources,
    notes: change.notes,
  };
  return [
    makeFact({
      ...shared,
      statistic: 'alike-cities',
      period: String(span.from),
      value: within,
      unit: 'cities',
      decimals: 0,
      inputs: compared,
    }),
    makeFact({
      ...shared,
      statistic: 'alike-median-change',
      method: `median of changes: ${change.method}`,
      period: `${span.to}-vs-${span.from}`,
      value: median(alike.map((other) => other.change)),
      reason: alike.length ? null : choice.reason,
      unit: '%',
      decimals: 1,
      n: alike.length,
      inputs: alike.length ? codesOf(alike).map((other) => changeId(other, span)) : compared,
    }),
    ...twins.map(({ traits, distance }) =>
      makeFact({
        ...shared,
        statistic: 'twin-distance',
        period: String(span.from),
        variant: traits.code,
        value: distance.value,
        unit: '',
        decimals: 2,
        inputs: [own, traits].flatMap((one) => traitInputs(one, span.from)),
        notes: distance.missing.length ? ['twin-part-missing'] : [],
      }),
    ),
  ];
}

/**
 * Of all cities compared: the first and the last year, how many have twins and all of them, how many are left out as twins
 * because they are not steady, the median change of the cities with twins and of their first twins, and the share of twins
 * that stays the same when every part of the distance weighs alike.
 */
export function allTwinFacts(
  chosen: readonly Chosen[],
  unsteady: number,
  nation: string,
  year: number,
  span: Span,
  compared: readonly string[],
): Fact[] {
  const withTwins = chosen.filter(({ choice }) => choice.twins.length > 0);
  const same = (one: Chosen) => {
    const others = new Set(codesOf(one.withEqualWeights.twins));
    return codesOf(one.choice.twins).filter((code) => others.has(code)).length;
  };
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const [kept, all] = [sum(chosen.map(same)), sum(chosen.map(({ choice }) => choice.twins.length))];
  const fact = (statistic: string, value: number | null, unit: string, parts: Partial<Fact> = {}) =>
    makeFact({
      origin: 'computed',
      scope: nation,
      subject: 'pm25',
      statistic,
      period: String(year),
      value,
      unit,
      decimals: unit === '%' ? 1 : 0,
      method: distinct(chosen.map(({ change }) => change.method)).join(', '),
      inputs: endsOf(nation, span),
      sources: distinct(chosen.flatMap(({ change }) => change.sources)),
      notes: distinct(chosen.flatMap(({ change }) => change.notes)),
      ...parts,
    });
  const rule = (statistic: string, value: number, unit: string) =>
    makeFact({
      ...{ origin: 'standard', scope: 'CN', subject: 'rule', statistic, period: String(year), value, unit },
      decimals: 0,
      method: OWN_RULE,
    });
  // The median is that of the cities with twins: how many of all they are is a fact of its own.
  const of = { n: withTwins.length, of: withTwins.length };
  return [
    rule('twins-caliper', CALIPER_PERCENT, '%'),
    rule('twins-nearest', NEAREST, 'cities'),
    rule('twins-most', MOST_TWINS, 'cities'),
    fact('twins-from', span.from, ''),
    fact('twins-to', span.to, ''),
    fact('twins-compared', chosen.length, 'cities'),
    fact('twins-any', withTwins.length, 'cities', { of: chosen.length }),
    fact('twins-all', withTwins.filter(({ choice }) => choice.twins.length === MOST_TWINS).length, 'cities', {
      of: chosen.length,
    }),
    fact('twins-unsteady', unsteady, 'cities', { of: chosen.length }),
    fact('twins-own-change', median(withTwins.flatMap(({ change }) => change.value ?? [])), '%', of),
    fact('twins-first-change', median(withTwins.flatMap(({ choice }) => choice.twins[0]?.change ?? [])), '%', of),
    fact('twins-agreement', all ? (kept / all) * 100 : null, '%', {
      n: withTwins.length,
      of: withTwins.length,
      inputs: compared,
      reason: all ? null : 'no-figure',
    }),
  ];
}
