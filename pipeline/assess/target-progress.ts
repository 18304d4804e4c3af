import { yearOf } from '../dates.ts';
import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact, Policy, Target, TargetProgress, Verdict } from '../types.ts';
import { printable } from './published.ts';
import { goalFact, isAirTarget, isSeasonal, measured, moreIsBetter, officialFact } from './target-measure.ts';

const round = (value: number) => roundedNumber(value, 1);

/** Whether a result meets the goal, both rounded to one decimal. */
const meets = (target: Target, result: number): boolean =>
  moreIsBetter(target) ? round(result) >= target.value : round(result) <= target.value;

/** Targets that a report on a year may speak of: read in a source, and set by a policy read in one and issued by then. */
export function targetsOf(targets: readonly Target[], policies: readonly Policy[], year: number): Target[] {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  return targets.filter((target) => {
    const policy = byId.get(target.policy);
    const since = policy ? (policy.issued ?? policy.effective) : null;
    return printable(target) && policy && printable(policy) && since !== null && yearOf(since) <= year;
  });
}

type Result = Readonly<{ fact: Fact | null; value: number | null; interim: boolean; otherBase: boolean }>;

/** The published result, once it is out; before that, and where there is none, the published figure that measures the target. */
function resultOf(target: Target, year: number, find: (id: string) => Fact | undefined): Result {
  const { officialResult: official, baselineYear, deadlineYear, kind } = target;
  if (official && official.year <= year) {
    const otherBase = kind === 'relative-change' && (official.baseYear ?? baselineYear) !== baselineYear;
    return { fact: officialFact(target), value: official.value, interim: official.year < deadlineYear, otherBase };
  }
  const fact = measured(target, Math.min(year, deadlineYear), find);
  return { fact, value: fact?.value ?? null, interim: year < deadlineYear, otherBase: false };
}

/**
 * Where a target stands at the end of a year. The result is the published one, or the published figure that measures the
 * target; nothing else is compared, so that a verdict of ours never mixes base years, cohorts or bases of measurement. Where
 * the published result itself counts from another base year, the verdict is the release's, and its rule says so.
 * `met` / `not-met` at or after the deadline; `on-track` when the goal is already reached before it, `behind` is only said
 * of a change that is less than the share of the period that has passed; else `not-assessable`, with the reason as rule.
 */
export function targetProgress(
  target: Target,
  year: number,
  find: (id: string) => Fact | undefined,
): Readonly<{ progress: TargetProgress; facts: readonly Fact[] }> {
  const goal = goalFact(target);
  const result = resultOf(target, year, find);
  const share =
    result.value !== null && target.kind === 'relative-change' && target.value !== 0
      ? makeFact({
          origin: 'target',
          scope: target.scope,
          subject: target.indicator,
          statistic: 'progress',
          period: String(year),
          variant: target.id,
          value: (result.value / target.value) * 100,
          unit: '%',
          decimals: 0,
          method: 'result / goal',
          inputs: [result.fact?.id ?? '', goal.id],
          sources: [...(result.fact?.sources ?? []), ...goal.sources],
        })
      : null;
  const [verdict, rule] = judge(target, year, result);
  const own = result.fact?.origin === 'target' ? result.fact : null;
  return {
    progress: { target, goal: goal.id, result: result.fact?.id ?? null, progress: share?.id ?? null, verdict, rule },
    facts: [goal, own, share].filter((fact): fact is Fact => fact !== null),
  };
}

function judge(target: Target, year: number, { value, interim, otherBase }: Result): readonly [Verdict, string] {
  const { baselineYear, deadlineYear, kind } = target;
  const running = year < deadlineYear;
  if (value === null) {
    if (!isAirTarget(target)) return ['not-assessable', 'no-air-quality-indicator'];
    return ['not-assessable', running && isSeasonal(target) ? 'season-running' : 'no-result'];
  }
  if (!interim) {
    const met = meets(target, value);
    if (otherBase) return [met ? 'met' : 'not-met', 'published-other-base'];
    return met ? ['met', 'goal-reached'] : ['not-met', 'goal-missed'];
  }
  if (!running) return ['not-assessable', 'interim-result'];
  if (otherBase) return ['not-assessable', 'other-base'];
  if (meets(target, value)) return ['on-track', 'reached-early'];
  if (kind !== 'relative-change' || baselineYear === null) return ['not-assessable', 'deadline-ahead'];
  const passed = (year - baselineYear) / (deadlineYear - baselineYear);
  return value / target.value >= passed ? ['on-track', 'path'] : ['behind', 'path'];
}
