import { yearOf } from '../dates.ts';
import { PARTICULATE_FACTORS } from '../standards/basis.ts';
import type { Fact, Pollutant, Target } from '../types.ts';
import { MEASURED_BY } from '../types.ts';
import { sinceBaseFact } from './since-base.ts';
import { crossesNetwork, NETWORK_YEAR } from './since-base-level.ts';
import { isSeasonal, measured, officialFact, unitOf } from './target-measure.ts';
import { seasonOf, seasonsOf } from './winter.ts';

type Find = (id: string) => Fact | undefined;

/** What a target is measured by in the year assessed, or why by nothing. */
export type Result = Readonly<{
  /** The fact printed as its result, also where no verdict follows from it. */
  fact: Fact | null;
  /** The range in which the result lies: one value twice, but for the mixed year 2018. Null: no verdict can follow. */
  range: readonly [number, number] | null;
  /** The year a change is counted from; null for a level. */
  base: number | null;
  /** The result is a published one of a year before the deadline. */
  interim: boolean;
  from: 'release' | 'published' | 'computed';
  /** Key of the reason why nothing follows. */
  cause: string | null;
}>;

/** Targets for other places than the cities of their scope: for cities that did not attain, for every city, a centre, counties. */
const OTHER_PANEL = /non-attaining|not attaining|each city|main urban|county seats/;

/** Provinces with much land above some 800 m, for which the bracket of the change of state does not hold (standards/basis.ts); GB/T 2260. */
const HIGHLAND = new Set(['14', '15', '51', '52', '53', '54', '61', '62', '63', '64', '65']);

/**
 * The first year whose figures all stand on the new state: those of the whole of 2018 were still published on the old one, so that a
 * goal of 2018 and before was written by figures of the old state (GB 3095-2012, amendment in force from 1 September 2018).
 */
const NEW_STATE_YEAR = 2019;

/**
 * A level set on the old state has no verdict by a value on the new one: particulates have no factor, days of the index none at all, and the
 * new state flatters both.
 */
const isOfOldState = ({ baselineYear, issued }: Target, to: number) =>
  baselineYear === null && to >= NEW_STATE_YEAR && (issued === null || yearOf(issued) < NEW_STATE_YEAR);

const none = (cause: string, fact: Fact | null = null, base: number | null = null): Result => ({
  ...{ fact, range: null, base, interim: false, from: 'computed', cause },
});

/** Stated by a release, or made of two published levels. */
const isPublished = ({ origin, id }: Fact) => origin === 'published' || id.endsWith('.official-official');
const isMixed = ({ basis, notes }: Fact) => basis === 'mixed-2018' || notes.includes('mixed-basis');

/**
 * The published result once it is out; else the published figure that measures the target; else the one computed from city data for the same
 * place. Never across September 2018 for particles; a result in the mixed year 2018 as the range it must lie in on the old state
 * (GB 3095-2012, amendment); a level that was set before the change is shown beside one after it without a verdict, unless a release gives one. A reduction counted from 2012 is measured from 2013 where figures of that year exist, as the ministry's
 * final results are; from 2012 itself, across the change of sites, it is shown without a verdict.
 */
export function resultOf(target: Target, year: number, find: Find): Result {
  const { officialResult: official, baselineYear, deadlineYear } = target;
  if (official && official.year <= year) {
    return {
      fact: officialFact(target),
      range: [official.value, official.value],
      base: official.baseYear ?? baselineYear,
      interim: official.year < deadlineYear,
      from: 'release',
      cause: null,
    };
  }
  const to = Math.min(year, deadlineYear);
  const own = measured(target, to, find);
  if (own && !crosses(target, to))
    return isOfOldState(target, to) ? none('goal-state', own) : found(own, target.baselineYear, 'published');
  const by = MEASURED_BY[target.indicator];
  if (isSeasonal(target)) return seasonResult(target, year, find);
  if (!by) return none('no-result');
  if (OTHER_PANEL.test(target.statistic)) return none('other-panel');
  const level = (of: number) =>
    find(`published.${target.scope}.${by.subject}.${by.statistic}.${of}`) ??
    find(`computed.${target.scope}.${by.subject}.${by.statistic}.${of}`);
  if (baselineYear === null)
    return target.kind === 'relative-change' ? none('no-result') : levelResult(target, to, level(to));
  if (unitOf(target) !== '%' || by.subject === 'aqi' || to <= baselineYear)
    return none(missing(level(baselineYear), level(to)));
  return changeResult(target, to, level, find);
}

/** A season's PM2.5 against that of the base year, once it has ended; heavy days of a season are only known from releases. */
function seasonResult(target: Target, year: number, find: Find): Result {
  const seasons = seasonsOf(target);
  if (target.indicator !== 'pm25_winter' || !seasons || year < target.deadlineYear) return none('no-result');
  const [from, to] = seasons;
  const fact = find(`computed.${target.scope}.pm25.mean.${seasonOf(to)}-vs-${seasonOf(from)}`);
  return fact ? found(fact, target.baselineYear, 'computed') : none('no-result');
}

const crosses = ({ baselineYear }: Target, to: number) => baselineYear !== null && crossesNetwork(baselineYear, to);

const found = (fact: Fact, base: number | null, from: Result['from']): Result =>
  fact.value === null
    ? none(fact.reason === 'other-state' ? 'other-state' : 'coverage', null, base)
    : { fact, range: [fact.value, fact.value], base, interim: false, from, cause: null };

/** Why a change is missing, by which of its two levels is. */
function missing(base: Fact | undefined, end: Fact | undefined): string {
  const [before, after] = [base, end].map((fact) => fact !== undefined && fact.value !== null);
  if (before && after) return base?.basis === end?.basis ? 'no-result' : 'other-state';
  return before ? 'no-end' : after ? 'no-base' : 'neither';
}

/** A level is compared with a goal of its own state; a mean of the mixed year 2018 with one of the old state. */
function levelResult(target: Target, to: number, fact: Fact | undefined): Result {
  if (!fact || fact.value === null) return none('no-result');
  if (isOfOldState(target, to)) return none('goal-state', fact);
  const result = found(fact, null, 'computed');
  if (!isMixed(fact)) return result;
  const range = onOldState(target, fact.value);
  return range ? { ...result, range } : none('mixed-year', fact);
}

/** A mixed value on the old state: at least itself, at most what it would be if the whole year had been on the new one. Null in the highlands and for days. */
function onOldState({ scope, indicator }: Target, value: number): readonly [number, number] | null {
  return HIGHLAND.has(scope.slice(0, 2)) || !indicator.startsWith('pm')
    ? null
    : [value, value / PARTICULATE_FACTORS.low];
}

function changeResult(target: Target, to: number, level: (of: number) => Fact | undefined, find: Find): Result {
  const { scope, indicator, baselineYear } = target;
  const by = MEASURED_BY[indicator];
  if (!by || baselineYear === null) return none('no-result');
  const span = { subject: by.subject as Pollutant, statistic: by.statistic, to };
  const counted = crosses(target, to) && to > NETWORK_YEAR ? [NETWORK_YEAR, baselineYear] : [baselineYear];
  const tries = counted.map((from) => ({ from, fact: sinceBaseFact(find, scope, { ...span, from }) }));
  const best = tries.find(({ fact }) => fact?.value != null) ?? tries.find(({ fact }) => fact !== undefined);
  if (!best?.fact)
    return none(
      missing(
        counted.map(level).find((fact) => fact?.value != null),
        level(to),
      ),
    );
  const { fact, from } = best;
  const result = found(fact, from, isPublished(fact) ? 'published' : 'computed');
  if (result.range === null) return result;
  if (crossesNetwork(from, to)) return none('network-break', fact, from);
  if (!isMixed(fact)) return result;
  const end = onOldState(target, 1 + (fact.value ?? 0) / 100);
  return end ? { ...result, range: [(end[0] - 1) * 100, (end[1] - 1) * 100] } : none('mixed-year', fact, from);
}
