import { roundedNumber } from '../standards/rounding.ts';
import { type Fact, MEASURED_BY, type RobustnessLine, type Subject, type TargetProgress } from '../types.ts';
import type { AssessContext, SoFar } from './context.ts';
import { type Lens, refused } from './lens.ts';
import { recompute } from './recompute.ts';
import { isAirTarget, isSeasonal } from './target-measure.ts';
import { targetProgress } from './target-progress.ts';

/** A verdict is on a published plain mean: only the source, sand-dust and data capture can be chosen otherwise. */
const TOUCHING = new Set(['source', 'dust', 'capture']);

type Judged = Readonly<{ line: RobustnessLine; facts: readonly Fact[] }>;

/**
 * Each verdict under each choice: the same rule (target-progress.ts), asked with the figure that the cities' rows give under
 * the choice in place of the published one, rounded as it is printed, since releases give whole micrograms. A verdict on a result that only a release can state says so.
 */
export function verdictLines(context: AssessContext, { targets }: SoFar, lenses: readonly Lens[]): Judged[] {
  return targets
    .filter(({ verdict }) => verdict !== 'not-assessable')
    .flatMap((line) => lenses.map((lens) => judge(line, lens, context)));
}

function judge({ target, verdict, result, goal }: TargetProgress, lens: Lens, context: AssessContext): Judged {
  const shared = { kind: 'verdict' as const, id: target.id, printed: result ?? goal, choice: lens.choice };
  const none = (reason: string): Judged => ({ line: { ...shared, fact: null, holds: null, reason }, facts: [] });
  if (!TOUCHING.has(lens.choice)) return none('not-concerned');
  const by = MEASURED_BY[target.indicator];
  if (!by || !isAirTarget(target) || isSeasonal(target)) return none('only-published');
  if (lens.choice === 'dust' && !by.subject.startsWith('pm')) return none('not-concerned');
  const asked: { reason: string | null; facts: Fact[] } = { reason: null, facts: [] };
  const find = (id: string): Fact | undefined => {
    const [, scope = '', subject, statistic = '', period = ''] = id.split('.');
    const panel =
      context.panels.find((one) => one.id === scope) ??
      (context.cities.some(({ code }) => code === scope) ? { id: scope, codes: [scope] } : null);
    if (!panel) {
      asked.reason = 'only-published';
      return undefined;
    }
    const measure = /-(?:vs|minus)-/.test(period) ? 'change' : 'level';
    const made = recompute(measure, { panel, subject: subject as Subject, statistic, period }, lens, context);
    if (refused(made)) {
      asked.reason ??= made.reason;
      return undefined;
    }
    asked.facts.push(made.fact);
    const { value, decimals } = made.fact;
    return { ...made.fact, value: value === null ? null : roundedNumber(value, decimals) };
  };
  // Without the published result the rule looks for figures of its own, which are those of the choice.
  const { progress, facts } = targetProgress({ ...target, officialResult: null }, context.year, find);
  const fact = progress.result;
  if (fact === null || progress.verdict === 'not-assessable') return none(asked.reason ?? 'only-published');
  const own = facts.filter(({ id }) => id === fact);
  return {
    line: { ...shared, fact, holds: progress.verdict === verdict, reason: null },
    facts: [...asked.facts, ...own],
  };
}
