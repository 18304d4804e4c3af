import type { Bilingual, TargetProgress } from '../../types.ts';
import type { Standing } from './goal-bars.ts';

/** What a target is about, in figures. */
export const INDICATOR: Readonly<Record<string, Bilingual>> = {
  pm25_annual: { en: 'PM2.5', zh: 'PM2.5' },
  pm10_annual: { en: 'PM10', zh: 'PM10' },
  pm25_winter: { en: 'PM2.5 in winter', zh: '秋冬季PM2.5' },
  heavy_day_count: { en: 'heavy days in winter', zh: '秋冬季重污染天数' },
  heavy_day_share: { en: 'heavy-day share', zh: '重污染天数比例' },
  good_day_share: { en: 'good-day share', zh: '优良天数比例' },
};

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
