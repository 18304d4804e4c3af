import { makeFact } from '../fact-id.ts';
import type { Fact, Target } from '../types.ts';
import { decimalsOf, isSeasonal, unitOf } from './target-measure.ts';

/**
 * Shares of a reduction that are due by a year. `linear`: equal steps from the base year to the deadline. `assessment-measures`: the steps
 * of the Action Plan's assessment rules (国办发〔2014〕21号: 10, 35, 65, 100 % of the cut by 2014 to 2017); these are cited and were not
 * read in the document, so that nothing printed uses them unless asked to.
 */
type PathKind = 'linear' | 'assessment-measures';

const ASSESSMENT_MEASURES: ReadonlyMap<number, number> = new Map([
  [2014, 0.1],
  [2015, 0.35],
  [2016, 0.65],
  [2017, 1],
]);

/** Share of the way due at the end of a year, 0 to 1; null before the first step of a path that has fixed ones. */
export function shareDue(base: number, deadline: number, year: number, kind: PathKind = 'linear'): number | null {
  if (year >= deadline) return 1;
  if (year <= base) return 0;
  return kind === 'linear' ? (year - base) / (deadline - base) : (ASSESSMENT_MEASURES.get(year) ?? null);
}

/**
 * The share of a reduction that is done: (C_base − C_year) / (C_base − C_target) in %, unrounded. Null when the target asks for no
 * change. All three levels must stand on one base year, one set of cities and one reference state: the caller sees to that.
 */
export function progressShare(base: number, year: number, goal: number): number | null {
  return base === goal ? null : ((base - year) / (base - goal)) * 100;
}

/**
 * Where a target's straight path stands at the end of each year from base to deadline, in the unit of the goal: one fact `path` a year.
 * `from` is the year its result is counted from, which is 2013 for goals on 2012 whose figures begin with 2013. None for a level without a
 * stated base, nor for a season.
 */
export function pathFacts(target: Target, from: number | null, goal: Fact): Fact[] {
  const { baselineYear, deadlineYear, value } = target;
  if (from === null || baselineYear === null || isSeasonal(target)) return [];
  return Array.from({ length: deadlineYear - from }, (_, i) => from + 1 + i).map((year) =>
    makeFact({
      origin: 'target',
      scope: target.scope,
      subject: target.indicator,
      statistic: 'path',
      period: String(year),
      variant: target.id,
      value: value * (shareDue(from, deadlineYear, year) ?? 0),
      unit: unitOf(target),
      decimals: Math.max(1, decimalsOf(value)),
      method: `linear from ${from}`,
      inputs: [goal.id],
      sources: goal.sources,
    }),
  );
}
