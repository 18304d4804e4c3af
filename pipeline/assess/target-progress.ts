import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact, Target, TargetProgress, Verdict } from '../types.ts';

/** The measured fact for each indicator that air-quality data can answer. */
const MEASURED_BY: Readonly<Record<string, Readonly<{ subject: string; statistic: string }>>> = {
  pm25_annual: { subject: 'pm25', statistic: 'annual-mean' },
  pm10_annual: { subject: 'pm10', statistic: 'annual-mean' },
  good_day_share: { subject: 'aqi', statistic: 'good-day-share' },
  good_days: { subject: 'aqi', statistic: 'good-days' },
  heavy_day_share: { subject: 'aqi', statistic: 'heavy-day-share' },
  heavy_day_count: { subject: 'aqi', statistic: 'heavy-days' },
};

const round = (value: number) => roundedNumber(value, 1);

/** Whether a result meets the goal. Changes and levels of pollution are met from below, shares of clean days from above. */
function meets(target: Target, result: number): boolean {
  const more =
    target.kind === 'at-least' ||
    ((target.kind === 'share' || target.kind === 'level') && target.indicator.startsWith('good_day'));
  return more ? round(result) >= target.value : round(result) <= target.value;
}

const goalFact = (target: Target): Fact =>
  makeFact({
    origin: 'target',
    scope: target.scope,
    subject: target.indicator,
    statistic: 'goal',
    period: String(target.deadlineYear),
    variant: target.id,
    value: target.value,
    unit: target.unit === '% change' ? '%' : target.unit,
    decimals: (String(target.value).split('.')[1] ?? '').length,
    method: target.kind,
    inputs: [`policies/targets.csv:${target.id}`],
    sources: target.sources,
  });

/** The published result of a target, as the releases state it, whatever base year it was counted from. */
const officialFact = (target: Target): Fact | null =>
  target.officialResult &&
  makeFact({
    origin: 'target',
    scope: target.scope,
    subject: target.indicator,
    statistic: 'official-result',
    period: String(target.officialResult.year),
    variant: target.id,
    value: target.officialResult.value,
    unit: target.unit === '% change' ? '%' : target.unit,
    decimals: (String(target.officialResult.value).split('.')[1] ?? '').length,
    method: 'published',
    inputs: [`policies/targets.csv:${target.id}`],
    sources: target.officialResult.sources,
  });

/** The published figure that measures a target in a year: a level, or a change counted from the target's own base year. */
function measured(target: Target, year: number, find: (id: string) => Fact | undefined): Fact | null {
  const by = MEASURED_BY[target.indicator];
  if (!by) return null;
  const period =
    target.kind === 'relative-change'
      ? target.baselineYear === null
        ? null
        : `${year}-vs-${target.baselineYear}`
      : String(year);
  const fact = period === null ? undefined : find(`published.${target.scope}.${by.subject}.${by.statistic}.${period}`);
  return fact && fact.value !== null ? fact : null;
}

/**
 * Where a target stands at the end of a year. The result is the published one at the deadline, or the published figure that
 * measures it; nothing else is compared, so that a verdict never mixes base years, cohorts or bases of measurement.
 * `met` / `not-met` at or after the deadline; `on-track` when the goal is already reached before it, `behind` is only said
 * of a change that is less than the share of the period that has passed; else `not-assessable`, with the reason as rule.
 */
export function targetProgress(
  target: Target,
  year: number,
  find: (id: string) => Fact | undefined,
): Readonly<{ progress: TargetProgress; facts: readonly Fact[] }> {
  const goal = goalFact(target);
  const official = target.officialResult && target.officialResult.year <= year ? officialFact(target) : null;
  const result = official ?? measured(target, Math.min(year, target.deadlineYear), find);
  const done = result?.value ?? null;
  const share =
    done !== null && target.kind === 'relative-change' && target.value !== 0
      ? makeFact({
          origin: 'target',
          scope: target.scope,
          subject: target.indicator,
          statistic: 'progress',
          period: String(year),
          variant: target.id,
          value: (done / target.value) * 100,
          unit: '%',
          decimals: 0,
          method: 'result / goal',
          inputs: [result?.id ?? '', goal.id],
          sources: [...(result?.sources ?? []), ...goal.sources],
        })
      : null;
  const progress = (verdict: Verdict, rule: string): TargetProgress => ({
    target,
    goal: goal.id,
    result: result?.id ?? null,
    progress: share?.id ?? null,
    verdict,
    rule,
  });
  const facts = [goal, official, share].filter((fact): fact is Fact => fact !== null);
  return { progress: judge(target, year, done, progress), facts };
}

function judge(
  target: Target,
  year: number,
  done: number | null,
  say: (verdict: Verdict, rule: string) => TargetProgress,
): TargetProgress {
  if (!MEASURED_BY[target.indicator] && done === null) return say('not-assessable', 'no-air-quality-indicator');
  if (done === null) return say('not-assessable', 'no-result');
  if (year >= target.deadlineYear)
    return meets(target, done) ? say('met', 'goal-reached') : say('not-met', 'goal-missed');
  if (meets(target, done)) return say('on-track', 'reached-early');
  if (target.kind !== 'relative-change' || target.baselineYear === null) return say('not-assessable', 'deadline-ahead');
  const passed = (year - target.baselineYear) / (target.deadlineYear - target.baselineYear);
  return done / target.value >= passed ? say('on-track', 'path') : say('behind', 'path');
}
