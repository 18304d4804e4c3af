import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact, Policy, Target, TargetProgress, Verdict } from '../types.ts';
import type { Step } from './context.ts';
import { knownUntil } from './known.ts';
import { printable } from './published.ts';
import { issuedBy } from './register-status.ts';
import { targetCounts } from './target-counts.ts';
import { decimalsOf, goalFact, isAirTarget, isSeasonal, moreIsBetter } from './target-measure.ts';
import { pathFacts, progressShare } from './target-path.ts';
import { type Result, resultOf } from './target-result.ts';
import { seasonHasEnded } from './winter.ts';

/** Decimals at which result and goal are compared: one for changes and shares, else as both print (HJ 663-2013: whole µg/m³). */
const decimalsToCompare = ({ kind, value }: Target, { unit, decimals }: Fact): number =>
  kind === 'relative-change' || unit === '%' ? 1 : Math.max(decimals, decimalsOf(value));

/** Whether a result reaches a goal or a point of the path, both rounded. */
function meets(target: Target, result: number, goal: number, decimals: number): boolean {
  const [value, aim] = [result, goal].map((number) => roundedNumber(number, decimals)) as [number, number];
  return moreIsBetter(target) ? value >= aim : value <= aim;
}

/** What all say; null when they differ. */
const agreed = (answers: readonly boolean[]): boolean | null =>
  answers.every((answer) => answer === answers[0]) ? (answers[0] ?? null) : null;

/**
 * Targets that a report may speak of: read in a source, and set by a policy issued by then (a year, month or day), which itself was read at
 * least in part; its title then carries a mark.
 */
export function targetsOf(targets: readonly Target[], policies: readonly Policy[], until: number | string): Target[] {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  return targets.filter((target) => {
    const policy = byId.get(target.policy);
    return printable(target) && policy && policy.evidence !== 'unconfirmed' && issuedBy(policy, until);
  });
}

/**
 * Where a target stands at the end of a year, by its result (see target-result.ts) and its path (target-path.ts).
 * `met` / `not-met` at or after the deadline: the rounded result reaches the rounded goal. Before it `on-track` when the goal is reached
 * already, or the result is at or beyond the straight path from base to deadline; `behind` when it is not. A result that lies in a range
 * decides only where both its ends agree. Else `not-assessable`, with the reason as rule.
 */
export function targetProgress(
  target: Target,
  year: number,
  find: (id: string) => Fact | undefined,
): Readonly<{ progress: TargetProgress; facts: readonly Fact[] }> {
  const goal = goalFact(target);
  const result = resultOf(target, year, find);
  const { fact } = result;
  const path = pathFacts(target, result.base ?? target.baselineYear, goal);
  const due = path.find(({ period }) => period === String(Math.min(year, target.deadlineYear))) ?? null;
  // A change in % of the base is the share done of the goal: (C_base − C_year) / (C_base − C_target), both divided by C_base.
  const done =
    fact?.value != null && result.range !== null && target.kind === 'relative-change'
      ? progressShare(0, fact.value, target.value)
      : null;
  const share =
    done !== null && fact
      ? makeFact({
          origin: 'target',
          scope: target.scope,
          subject: target.indicator,
          statistic: 'progress',
          period: String(year),
          variant: target.id,
          value: done,
          unit: '%',
          decimals: 0,
          method: `result / goal${result.base === null ? '' : `, both on ${result.base}`}`,
          inputs: [fact.id, goal.id],
          sources: [...fact.sources, ...goal.sources],
          notes: fact.notes,
        })
      : null;
  const [verdict, rule] = judge(target, year, result, due);
  const own = fact?.origin === 'target' ? fact : null;
  return {
    progress: {
      target,
      goal: goal.id,
      result: fact?.id ?? null,
      progress: share?.id ?? null,
      path: due?.id ?? null,
      base: result.base,
      verdict,
      rule,
    },
    facts: [goal, ...path, own, share].filter((made): made is Fact => made !== null),
  };
}

function judge(target: Target, year: number, result: Result, due: Fact | null): readonly [Verdict, string] {
  const { baselineYear, deadlineYear } = target;
  const { range, from, base, interim, cause } = result;
  const running = year < deadlineYear;
  if (range === null || !result.fact) {
    if (!isAirTarget(target)) return ['not-assessable', 'no-air-quality-indicator'];
    return ['not-assessable', running && isSeasonal(target) ? 'season-running' : (cause ?? 'no-result')];
  }
  const otherBase = base !== baselineYear;
  const decimals = decimalsToCompare(target, result.fact);
  const reaches = (goal: number) => agreed(range.map((value) => meets(target, value, goal, decimals)));
  const reached = reaches(target.value);
  if (!running && interim) return ['not-assessable', 'interim-result'];
  if (!running) {
    if (reached === null) return ['not-assessable', 'mixed-year'];
    const verdict = reached ? 'met' : 'not-met';
    if (otherBase) return [verdict, from === 'computed' ? 'computed-other-base' : 'published-other-base'];
    if (from === 'computed') return [verdict, 'by-city-data'];
    return [verdict, reached ? 'goal-reached' : 'goal-missed'];
  }
  // A release's own interim result on another base year leaves open how far the way is.
  if (otherBase && from === 'release') return ['not-assessable', 'other-base'];
  if (reached) return ['on-track', otherBase ? 'early-other-base' : 'reached-early'];
  if (due?.value == null) return ['not-assessable', reached === null ? 'mixed-year' : 'deadline-ahead'];
  const inStep = reaches(due.value);
  if (inStep === null) return ['not-assessable', 'mixed-year'];
  return [inStep ? 'on-track' : 'behind', otherBase ? 'path-other-base' : 'path'];
}

/** Judges the targets known by the year assessed, and counts the verdicts. Runs after the progress since base years, on which it draws. */
export const judgeTargets: Step = ({ data, edition, year }, { find }) => {
  const inTime = targetsOf(data.targets, data.policies, year);
  const judged = inTime.map((target) =>
    targetProgress(target, seasonHasEnded(target, edition) ? Math.max(year, target.deadlineYear) : year, find),
  );
  const targets = judged.map(({ progress }) => progress);
  // Of plans that came after the year the goals are known, and nothing is to be judged yet.
  const later = targetsOf(data.targets, data.policies, knownUntil(edition)).filter(
    (target) => !inTime.includes(target),
  );
  const facts = [...judged.flatMap((each) => each.facts), ...later.map(goalFact)];
  return { targets, facts: [...facts, ...targetCounts(targets, year)] };
};
