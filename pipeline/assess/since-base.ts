import type { Fact, Pollutant } from '../types.ts';
import { BULLETIN_STATISTIC } from '../units.ts';
import type { AssessContext, SoFar, Step } from './context.ts';
import { networkBreak } from './network-break.ts';
import type { Panel } from './scopes.ts';
import { changeSince, type Span, sinceBaseStatistic } from './since-base-change.ts';
import { computedLevel, type Level, publishedLevel } from './since-base-level.ts';
import { distinct } from './values.ts';

/**
 * Base years of the Action Plan (国发〔2013〕37号) by pollutant. Its text counts from 2012, its published results from 2013; PM2.5 was
 * measured nationwide only from 2013 on. The two are separate facts and never enter one calculation.
 */
const ACTION_PLAN_BASES = {
  pm25: [2013],
  pm10: [2012, 2013],
  so2: [2012, 2013],
  no2: [2012, 2013],
} as const satisfies Partial<Record<Pollutant, readonly number[]>>;

/** The year the Action Plan ended: changes into it are kept in later editions, which still judge its targets. */
export const ACTION_PLAN_END = 2017;

/** Who gave the base and who the end, the better pair first. */
const PAIRS = [
  'official-official',
  'official-computed',
  'third-party-official',
  'third-party-computed',
  'computed-computed',
] as const;

/**
 * Progress of cities, provinces, regions and cohorts since the Action Plan's base years, where the first of the two levels was published and
 * the second is published or computed; for gases also since the first year of the city data, across the change of state of 2018.
 * A city's own published pair goes before a crossing one; cities of a place are all of one pair. What the change crosses stands in
 * its notes: `station-set`, `publisher-change`, `third-party-base`, `dust-rule`, `mixed-basis`, `gas-converted`, `method-change`.
 */
export const sinceBase: Step = (context, soFar) => {
  const ends = distinct([Math.min(context.year, ACTION_PLAN_END), context.year]);
  const cities = context.cities.map(({ code }): Panel => ({ id: code, codes: [code] }));
  const spans = ends.flatMap((to) =>
    Object.entries(ACTION_PLAN_BASES).flatMap(([subject, years]) =>
      years
        .filter((from) => from < to)
        .map((from): Span => ({ subject: subject as Pollutant, statistic: 'annual-mean', from, to })),
    ),
  );
  return {
    facts: [
      ...spans.flatMap((span) => cities.flatMap((city) => ofCity(city, span, context, soFar))),
      ...spans.flatMap((span) => context.panels.flatMap((panel) => ofPanel(panel, span, context, soFar))),
      ...[...cities, ...context.panels].flatMap((panel) => sinceFirstYear(panel, context, soFar)),
      ...networkBreak(context, soFar),
    ],
  };
};

const present = (levels: readonly (Level | null)[]): Level[] => levels.filter((level) => level !== null);

function ofCity(city: Panel, span: Span, { data }: AssessContext, { find }: SoFar): Fact[] {
  const measure = `${span.subject}.${span.statistic}`;
  // What a release states, or what follows from two releases, is a fact already.
  if (find(`published.${city.id}.${measure}.${span.to}-vs-${span.from}`)) return [];
  const published = (year: number, by: 'official' | 'third-party') => publishedLevel(find, city.id, measure, year, by);
  const base = published(span.from, 'official') ?? published(span.from, 'third-party');
  const end = published(span.to, 'official') ?? computedLevel(find, city.id, measure, span.to);
  return base && end ? changeSince(city, span, [base], [end], data.basisBreaks) : [];
}

/** Over cities: official bases, where too few have one for PM2.5 those of third parties as well; ends from the city data, all of one make. */
function ofPanel(panel: Panel, span: Span, { data }: AssessContext, { find }: SoFar): Fact[] {
  const measure = `${span.subject}.${span.statistic}`;
  const ends = present(panel.codes.map((code) => computedLevel(find, code, measure, span.to)));
  const official = present(panel.codes.map((code) => publishedLevel(find, code, measure, span.from, 'official')));
  const made = changeSince(panel, span, official, ends, data.basisBreaks);
  if (!made.every(({ reason }) => reason === 'coverage')) return made;
  const known = new Set(official.map(({ code }) => code));
  const others = present(
    panel.codes
      .filter((code) => !known.has(code))
      .map((code) => publishedLevel(find, code, measure, span.from, 'third-party')),
  );
  if (others.length === 0) return made;
  return changeSince(panel, span, [...official, ...others], ends, data.basisBreaks);
}

/**
 * The gases of a year on the new reference state, against the first year for which the archive has nine in ten cities of the place. Where both
 * are on one state the plain change (`2017-vs-2015`) says this already.
 */
function sinceFirstYear(panel: Panel, { data, values, year }: AssessContext, { find }: SoFar): Fact[] {
  return (['so2', 'no2', 'co', 'o3'] as const).flatMap((subject) => {
    const statistic = BULLETIN_STATISTIC[subject];
    const at = (of: number) =>
      present(panel.codes.map((code) => computedLevel(find, code, `${subject}.${statistic}`, of)));
    const ends = at(year);
    if (!ends.some(({ basis }) => basis === 'actual-298K')) return [];
    const from = values.years.find((of) => of < year && at(of).length >= panel.codes.length * 0.9);
    if (from === undefined) return [];
    const base = at(from).filter(({ basis }) => basis === 'standard-273K');
    return changeSince(panel, { subject, statistic, from, to: year }, base, ends, data.basisBreaks);
  });
}

/**
 * The change of a measure since a base year by the best pair there is: as published, else from a published base, else between two years
 * of the city data; `form` `vs` in %, `minus` in the unit. Undefined when there is no pair at all.
 */
export function sinceBaseFact(
  find: (id: string) => Fact | undefined,
  scope: string,
  { subject, statistic, from, to }: Span,
  form: 'vs' | 'minus' = 'vs',
): Fact | undefined {
  const period = `${to}-${form}-${from}`;
  const ids = [
    `published.${scope}.${subject}.${statistic}.${period}`,
    ...PAIRS.map((pair) => `computed.${scope}.${subject}.${sinceBaseStatistic(statistic)}.${period}.${pair}`),
    `computed.${scope}.${subject}.${statistic}.${period}`,
  ];
  const facts = ids.flatMap((id) => find(id) ?? []);
  return facts.find(({ value }) => value !== null) ?? facts[0];
}
