import { makeFact } from '../fact-id.ts';
import type { BasisBreak, Fact, Pollutant } from '../types.ts';
import { relativeChange } from './change.ts';
import { COVERAGE_FLOOR, commonBasis } from './cohort.ts';
import { differenceUnit, measureOf } from './measure.ts';
import type { Panel } from './scopes.ts';
import { crossingNotes, type Level, toStateOf } from './since-base-level.ts';
import { distinct, mean } from './values.ts';

/** What is asked: a measure of a place between a base year and a later one. */
export type Span = Readonly<{ subject: Pollutant; statistic: string; from: number; to: number }>;

/** Statistic of a change counted from a base of other make than the end; kept apart from `annual-mean` so that no one splices them. */
export const sinceBaseStatistic = (statistic: string): string => `${statistic}-since-base`;

const pairOf = (base: readonly Level[], end: readonly Level[]): string => {
  // One third-party base among official ones makes the whole base a third party's.
  const makers = distinct(base.map(({ publisher }) => publisher));
  const from = makers.includes('third-party') ? 'third-party' : (makers[0] ?? 'official');
  return `${from}-${end[0]?.publisher ?? 'computed'}`;
};

/**
 * The change of a place since a base year, over the cities that have both levels, each counting once: relative in % and in the unit of
 * the measure, for several cities also the two means. Unrounded. `computed.<place>.pm10.annual-mean-since-base.2017-vs-2012.official-computed`:
 * the variant names who gave the base and who the end. Null with reason `coverage` when fewer than nine in ten cities of the place
 * have both, with reason `other-state` when no factor brings the base to the reference state of the end. None without any pair.
 */
export function changeSince(
  panel: Panel,
  { subject, statistic, from, to }: Span,
  base: readonly Level[],
  end: readonly Level[],
  breaks: readonly BasisBreak[],
): Fact[] {
  const endOf = new Map(end.map((level) => [level.code, level]));
  const pairs = base.flatMap((before) => {
    const after = endOf.get(before.code);
    return after ? [{ before, after, bridge: toStateOf(subject, before.basis, after.basis, breaks) }] : [];
  });
  if (pairs.length === 0) return [];
  const usable = pairs.flatMap(({ before, after, bridge }) => (bridge ? [{ before, after, bridge }] : []));
  const covered = pairs.length / panel.codes.length >= COVERAGE_FLOOR;
  const reason = usable.length < pairs.length ? 'other-state' : covered ? null : 'coverage';
  const known = reason === null;
  const [low, high] = [
    mean(usable.map(({ before, bridge }) => before.value * bridge.factor)),
    mean(usable.map(({ after }) => after.value)),
  ];
  const levels = pairs.flatMap(({ before, after }) => [before, after]);
  const measure = measureOf(subject, statistic);
  const factors = distinct(usable.map(({ bridge }) => bridge.factor).filter((factor) => factor !== 1));
  const converted = factors.map((factor) => `, base converted × ${factor.toFixed(4)}`).join('');
  const bridged = distinct(usable.flatMap(({ bridge }) => bridge.notes));
  const crossed = distinct(pairs.flatMap(({ before, after }) => crossingNotes(subject, before, after)));
  const shared = {
    origin: 'computed' as const,
    scope: panel.id,
    subject,
    statistic: sinceBaseStatistic(statistic),
    basis: commonBasis(pairs.map(({ after }) => after)),
    n: pairs.length,
    of: panel.codes.length,
    method: distinct(levels.map(({ method }) => method)).join('+') + converted,
    sources: distinct(levels.flatMap(({ sources }) => sources)),
    reason,
    notes: [...crossed, ...bridged],
    variant: pairOf(
      pairs.map(({ before }) => before),
      pairs.map(({ after }) => after),
    ),
  };
  const means =
    panel.codes.length === 1
      ? []
      : [
          { year: from, value: low, own: pairs.map(({ before }) => before) },
          { year: to, value: high, own: pairs.map(({ after }) => after) },
        ].map(({ year, value, own }) =>
          makeFact({
            ...shared,
            ...measure,
            period: String(year),
            variant: `${shared.variant}-${from}-${to}`,
            value: known ? value : null,
            inputs: own.map(({ id }) => id),
          }),
        );
  const inputs = means.length > 0 ? means.map(({ id }) => id) : levels.map(({ id }) => id);
  const moved = known && low !== null && high !== null;
  return [
    ...means,
    makeFact({
      ...shared,
      period: `${to}-vs-${from}`,
      value: moved ? relativeChange(low, high) : null,
      unit: '%',
      decimals: 1,
      inputs,
    }),
    makeFact({
      ...shared,
      period: `${to}-minus-${from}`,
      value: moved ? high - low : null,
      unit: differenceUnit(measure.unit),
      decimals: measure.decimals,
      inputs,
    }),
  ];
}
