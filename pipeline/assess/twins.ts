import type { City, Fact, TwinSet } from '../types.ts';
import { panelChanges } from './change.ts';
import type { AssessContext, SoFar, Step } from './context.ts';
import { unsteady } from './steady.ts';
import { type Candidate, chooseTwins } from './twin-choice.ts';
import { EQUAL, scalesOf, traitsOf } from './twin-distance.ts';
import { allTwinFacts, type Chosen, cityTwinFacts, comparedBy } from './twin-facts.ts';
import { inForceWithin, type Measure, measureFacts, measuresOf } from './twin-measures.ts';
import { type Span, twinSpan } from './twin-span.ts';
import { CityValues } from './values.ts';

type Compared = Readonly<{ city: City; change: Fact; made: readonly Fact[]; candidate: Candidate }>;

/**
 * For each city those that started like it and improved most since.
 *
 *     1 span      the years on one state of the air            twin-span.ts
 *     2 change    each city's PM2.5 over the span; whether it is steady      steady.ts
 *     3 distance  how unlike two cities started                twin-distance.ts
 *     4 choice    of those nearest, the ones that improved most    twin-choice.ts
 *     5 measures  what the register holds of them              twin-measures.ts
 *
 * Nothing when there are no two such years. A twin is a place to look at: that a measure worked it does not prove.
 */
export const twins: Step = (context, soFar) => {
  const { data, edition, year, values, panels } = context;
  const nation = panels.find(({ id }) => id === edition.scopes.nation);
  // 1 span
  const span = nation ? twinSpan(values, nation, year) : null;
  if (!nation || !span) return {};

  // 2 change
  const codes = context.cities.map(({ code }) => code);
  const shaky = unsteady(values, codes, span);
  const compared = comparedCities(context, soFar, span, (code) => !shaky.has(code));

  // 3 distance, 4 choice
  const candidates = compared.map(({ candidate }) => candidate);
  const scales = scalesOf(candidates.map(({ traits }) => traits));
  const chosen = compared.map(
    ({ change, candidate }): Chosen => ({
      traits: candidate.traits,
      change,
      choice: chooseTwins(candidate, candidates, scales),
      withEqualWeights: chooseTwins(candidate, candidates, scales, EQUAL),
    }),
  );

  // 5 measures
  const cityOf = new Map(compared.map(({ city }) => [city.code, city]));
  const used = [...new Set(chosen.flatMap(({ choice }) => choice.twins.map(({ traits }) => traits.code)))].sort();
  const inForce = inForceWithin(data.policies, span);
  const measures = new Map(
    used.flatMap((code) => {
      const city = cityOf.get(code);
      return city ? [[code, measuresOf(city, inForce, data.scopes)] as const] : [];
    }),
  );

  const inputs = comparedBy(
    candidates.map(({ traits }) => traits),
    nation.id,
    span,
  );
  const left = compared.filter(({ candidate }) => !candidate.steady).length;
  return {
    facts: [
      ...allTwinFacts(chosen, left, edition.scopes.nation, year, span, inputs),
      ...compared.flatMap(({ made }) => made),
      ...chosen.flatMap((one) => cityTwinFacts(one, inputs, span)),
      ...[...measures].flatMap(([code, own]) => measureFacts(code, own, span)),
    ],
    twins: chosen.map((one) => twinSet(one, span, shaky.get(one.traits.code) ?? null, measures)),
  };
};

function twinSet(
  { traits: { code }, choice }: Chosen,
  { from, to }: Span,
  notSteady: string | null,
  measures: ReadonlyMap<string, readonly Measure[]>,
): TwinSet {
  const facts = (of: string) => ({
    start: `computed.${of}.pm25.annual-mean.${from}`,
    end: `computed.${of}.pm25.annual-mean.${to}`,
    change: `computed.${of}.pm25.annual-mean.${to}-vs-${from}`,
  });
  return {
    code,
    from,
    to,
    ...facts(code),
    alike: `computed.${code}.pm25.alike-median-change.${to}-vs-${from}`,
    unsteady: notSteady,
    twins: choice.twins.map(({ traits, distance }) => ({
      code: traits.code,
      ...facts(traits.code),
      distance: `computed.${code}.pm25.twin-distance.${from}.${traits.code}`,
      missing: distance.missing,
      measures: (measures.get(traits.code) ?? []).map(({ policy }) => policy.id),
    })),
    reason: choice.reason,
  };
}

/** The cities with a mean of PM2.5 in both years, and the facts of their change that are not there yet. */
function comparedCities(
  { values, cities }: AssessContext,
  { find }: SoFar,
  { from, to }: Span,
  steady: (code: string) => boolean,
): Compared[] {
  const pm25 = new CityValues(
    values.rows.filter(({ subject, statistic }) => subject === 'pm25' && statistic === 'annual-mean'),
  );
  return cities.flatMap((city) => {
    const facts = panelChanges(pm25, { id: city.code, codes: [city.code] }, from, to);
    const change = facts.find(({ period }) => period === `${to}-vs-${from}`);
    const [start] = pm25.present([city.code], 'pm25', 'annual-mean', from);
    if (!change || change.value === null || !start) return [];
    const candidate = {
      traits: traitsOf(values, city, from),
      start: start.value,
      change: change.value,
      steady: steady(city.code),
    };
    return [{ city, change, made: facts.filter(({ id }) => !find(id)), candidate }];
  });
}
