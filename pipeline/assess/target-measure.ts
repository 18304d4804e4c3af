import { makeFact } from '../fact-id.ts';
import { type Fact, MEASURED_BY, type Target } from '../types.ts';
import { relativeChange } from './change.ts';

/** Indicators of which more is better; the others are met from below. */
const MORE_IS_BETTER = new Set([
  'good_day_share',
  'good_days',
  'nonfossil_share',
  'gas_share',
  'clean_heating_share',
  'clean_heating_households',
  'loose_coal_replaced',
  'coal_units_retrofitted',
  'steel_ule_share',
  'cities_without_heavy_days',
]);

/** Whether a higher result is the better one: said by the kind of goal, else by the indicator, else by the goal's sign. */
export function moreIsBetter({ kind, indicator, value }: Target): boolean {
  if (kind === 'at-least') return true;
  if (kind === 'at-most') return false;
  return kind === 'relative-change' ? value > 0 : MORE_IS_BETTER.has(indicator);
}

/** Whether a target is about the air itself, so that measurements can answer it. */
export const isAirTarget = ({ indicator }: Pick<Target, 'indicator'>): boolean =>
  indicator in MEASURED_BY || indicator === 'pm25_winter';

/** Targets of an autumn and winter campaign (October to March): figures of calendar years say nothing about them. */
export const isSeasonal = ({ indicator, statistic }: Pick<Target, 'indicator' | 'statistic'>): boolean =>
  indicator === 'pm25_winter' || statistic.includes('October');

export const unitOf = ({ unit }: Target) => (unit === '% change' ? '%' : unit);
export const decimalsOf = (value: number) => (String(value).split('.')[1] ?? '').length;

export const goalFact = (target: Target): Fact =>
  makeFact({
    origin: 'target',
    scope: target.scope,
    subject: target.indicator,
    statistic: 'goal',
    period: String(target.deadlineYear),
    variant: target.id,
    value: target.value,
    unit: unitOf(target),
    decimals: decimalsOf(target.value),
    method: target.kind,
    inputs: [`policies/targets.csv:${target.id}`],
    sources: target.sources,
  });

/** The published result of a target, as the releases state it, whatever base year it was counted from. */
export const officialFact = (target: Target): Fact | null =>
  target.officialResult &&
  makeFact({
    origin: 'target',
    scope: target.scope,
    subject: target.indicator,
    statistic: 'official-result',
    period: String(target.officialResult.year),
    variant: target.id,
    value: target.officialResult.value,
    unit: unitOf(target),
    decimals: target.officialResult.decimals,
    method: 'published',
    inputs: [`policies/targets.csv:${target.id}`],
    sources: target.officialResult.sources,
  });

type Find = (id: string) => Fact | undefined;
const known = (fact: Fact | undefined): Fact | null => (fact && fact.value !== null ? fact : null);

/**
 * The published figure that measures a target in a year: a level, or a change counted from the target's own base year. Where
 * a release gives the two shares and not the change between them, the change is made from them.
 */
export function measured(target: Target, year: number, find: Find): Fact | null {
  const by = MEASURED_BY[target.indicator];
  if (!by || isSeasonal(target)) return null;
  const id = (period: string) => `published.${target.scope}.${by.subject}.${by.statistic}.${period}`;
  if (target.baselineYear === null) return target.kind === 'relative-change' ? null : known(find(id(String(year))));
  if (target.baselineYear >= year) return null;
  // A gain over a base year that is not a percentage: 40 good days more than in 2013.
  if (unitOf(target) !== '%') return known(find(id(`${year}-minus-${target.baselineYear}`)));
  return (
    known(find(id(`${year}-vs-${target.baselineYear}`))) ?? changeOfShares(target, year, target.baselineYear, find, id)
  );
}

function changeOfShares(target: Target, year: number, base: number, find: Find, id: (p: string) => string) {
  const [before, after] = [known(find(id(String(base)))), known(find(id(String(year))))];
  if (!before || !after || before.unit !== '%' || before.basis !== after.basis) return null;
  return makeFact({
    origin: 'target',
    scope: target.scope,
    subject: target.indicator,
    statistic: 'measured-change',
    period: `${year}-vs-${base}`,
    variant: target.id,
    value: relativeChange(before.value ?? 0, after.value ?? 0),
    unit: '%',
    decimals: 0,
    basis: after.basis,
    method: 'published-derived',
    inputs: [before.id, after.id],
    sources: [...new Set([...before.sources, ...after.sources])],
  });
}
