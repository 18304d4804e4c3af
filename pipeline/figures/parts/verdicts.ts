import type { TargetProgress } from '../../types.ts';
import type { Standing } from './goal-bars.ts';

/** What a target's verdict is called in a figure; the words of the tables, but for a goal whose year lies ahead. */
export const VERDICT: Readonly<
  Record<TargetProgress['verdict'] | 'reached-early', Readonly<{ en: string; zh: string }>>
> = {
  met: { en: 'met', zh: '完成' },
  'not-met': { en: 'not met', zh: '未完成' },
  'reached-early': { en: 'reached early', zh: '提前达到' },
  'on-track': { en: 'on track', zh: '进度达标' },
  behind: { en: 'behind', zh: '进度滞后' },
  'not-assessable': { en: 'year ahead', zh: '目标年未到' },
};

/** Over the goals and verdicts beside bars. */
export const HEADS = {
  en: { goal: 'goal', verdict: 'verdict' },
  zh: { goal: '目标', verdict: '评估结论' },
} as const;

/** Rules of a target on track because its goal is reached already. */
const EARLY = ['reached-early', 'early-other-base'];

/** A verdict in words; a goal that is reached before its year says so. */
export const verdictWords = ({ verdict, rule }: Pick<TargetProgress, 'verdict' | 'rule'>) =>
  VERDICT[EARLY.includes(rule) ? 'reached-early' : verdict];

export function standingOf(verdict: TargetProgress['verdict']): Standing {
  if (verdict === 'met' || verdict === 'on-track') return 'reached';
  return verdict === 'not-assessable' ? 'open' : 'missed';
}
