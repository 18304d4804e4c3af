import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact } from '../types.ts';
import { concentrationDecimals } from '../units.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import type { Step } from './context.ts';
import type { Panel } from './scopes.ts';
import { distinct } from './values.ts';

/** µg/m³ of PM2.5: the class 2 limit and first interim target of WHO, its second, its third (2021). */
const YEARS_TO = [35, 25, 15] as const;

/** Cities are counted by whether they would be there within so many years. */
const WITHIN = 5;

type Slope = Readonly<{ fact: Fact; slope: number; low: number | null; high: number | null }>;

/**
 * In how many years a scope would stand at a level of PM2.5 if it went on as its trend up to the year assessed: (level of the year
 * less the goal) / fall per year, `years-to-<goal>`, and with the two ends of the slope's interval `…-low` (the faster) and `…-high`.
 * 0 where the level, rounded to whole µg/m³, is met. Null with reason `no-improvement` when the slope or an end of its
 * interval is no fall, and `trend-short` when fewer than four years on one state of the air lead up to the year: so always
 * in 2019, since particles have no factor between the two (said of panels; cities then have no fact). Arithmetic, no forecast: a fall seldom stays as steep.
 */
export const yearsUntil: Step = ({ panels, cities, year }, { facts, find }) => {
  const ends = new Map(
    facts
      .filter(
        ({ subject, statistic, period }) =>
          subject === 'pm25' && statistic === 'trend-slope' && period.endsWith(`..${year}`),
      )
      .map((fact) => [`${fact.origin}.${fact.scope}`, fact]),
  );
  const slopeOf = (origin: string, scope: string): Slope | null => {
    const fact = ends.get(`${origin}.${scope}`);
    if (!fact || fact.value === null) return null;
    const end = (name: string) => find(fact.id.replace('.trend-slope.', `.trend-slope-${name}.`))?.value ?? null;
    return { fact, slope: fact.value, low: end('low'), high: end('high') };
  };
  const scopes = distinct([...panels.map(({ id }) => id), ...cities.map(({ code }) => code)]);
  const made = scopes.flatMap((scope) =>
    (['computed', 'published'] as const).flatMap((origin) => {
      const level = find(`${origin}.${scope}.pm25.annual-mean.${year}`);
      const slope = slopeOf(origin, scope);
      if (!level || level.value === null || (origin === 'published' && !slope)) return [];
      return YEARS_TO.flatMap((goal) => yearsTo({ ...level, value: level.value ?? 0 }, slope, goal));
    }),
  );
  const byId = new Map(made.map((fact) => [fact.id, fact]));
  const isPanel = new Set(panels.map(({ id }) => id));
  const told = made.filter(({ scope, reason }) => reason !== 'trend-short' || isPanel.has(scope));
  return { facts: [...told, ...panels.flatMap((panel) => counts(panel, year, (id) => byId.get(id)))] };
};

/** One level and slope against one goal, µg/m³: the years, and where they are to be reckoned the two ends. */
function yearsTo(level: Fact & Readonly<{ value: number }>, slope: Slope | null, goal: number): Fact[] {
  const met = roundedNumber(level.value, concentrationDecimals('pm25')) <= goal;
  const falls = slope !== null && slope.slope < 0 && slope.low !== null && slope.high !== null && slope.high < 0;
  const years = (perYear: number) => (goal - level.value) / perYear;
  const fact = (end: string, value: number | null, reason: string | null) =>
    makeFact({
      origin: level.origin,
      scope: level.scope,
      subject: 'pm25',
      statistic: `years-to-${goal}${end}`,
      period: level.period,
      value,
      unit: 'years',
      decimals: 1,
      basis: level.basis,
      n: slope?.fact.n ?? null,
      method: met ? 'level is met' : (reason ?? '(level - goal) / fall per year'),
      inputs: [level.id, ...(met || !slope ? [] : [slope.fact.id])],
      sources: distinct([...level.sources, ...(slope?.fact.sources ?? [])]),
      reason,
      notes: met ? [] : (slope?.fact.notes ?? []),
    });
  if (met) return [fact('', 0, null)];
  if (!falls) return [fact('', null, slope ? 'no-improvement' : 'trend-short')];
  return [
    fact('', years(slope.slope), null),
    fact('-low', years(slope.low ?? slope.slope), null),
    fact('-high', years(slope.high ?? slope.slope), null),
  ];
}

/**
 * How many cities of a panel are at a goal, would be within five years at their trend, later, or not at this trend:
 * `cities-<goal>-met`, `-within-5`, `-later`, `-not-at-trend`. `n` the cities of which one of these can be said; none when they are
 * fewer than nine in ten.
 */
function counts(panel: Panel, year: number, find: (id: string) => Fact | undefined): Fact[] {
  return YEARS_TO.flatMap((goal) => {
    const known = panel.codes
      .flatMap((code) => find(`computed.${code}.pm25.years-to-${goal}.${year}`) ?? [])
      .filter(({ reason }) => reason !== 'trend-short');
    if (panel.codes.length < 2 || known.length / panel.codes.length < COVERAGE_FLOOR) return [];
    const groups = [
      { name: 'met', is: (years: number | null) => years === 0 },
      { name: `within-${WITHIN}`, is: (years: number | null) => years !== null && years > 0 && years <= WITHIN },
      { name: 'later', is: (years: number | null) => years !== null && years > WITHIN },
      { name: 'not-at-trend', is: (years: number | null) => years === null },
    ];
    const inputs = known.map(({ id }) => id);
    return groups.map(({ name, is }) =>
      makeFact({
        origin: 'computed',
        scope: panel.id,
        subject: 'pm25',
        statistic: `cities-${goal}-${name}`,
        period: String(year),
        value: known.filter(({ value }) => is(value)).length,
        unit: 'cities',
        decimals: 0,
        n: known.length,
        of: panel.codes.length,
        method: 'count of years-to',
        inputs,
        sources: distinct(known.flatMap(({ sources }) => sources)),
        notes: distinct(known.flatMap(({ notes }) => notes)),
      }),
    );
  });
}
