import { targetProgress } from '../../assess/target-progress.ts';
import type { Bilingual, Language, TargetProgress, Verdict } from '../../types.ts';
import { TARGET_CLAIMS } from '../claims/target-kinds.ts';
import { indicatorText } from '../target-rows.ts';
import { type Candidate, claim, type DraftParts, scoredEvent } from './candidate.ts';

const WORDS: Readonly<Record<Exclude<Verdict, 'not-assessable'>, Bilingual>> = {
  met: { en: 'target met', zh: '完成目标' },
  'not-met': { en: 'target missed', zh: '未完成目标' },
  'on-track': { en: 'now on track', zh: '进度达标' },
  behind: { en: 'now behind the path', zh: '进度滞后' },
};

const LEVELS: Readonly<Record<string, number>> = { national: 3, regional: 2, provincial: 1, municipal: 0.5 };

/**
 * Targets whose verdict is another than at the end of the year before, and those that fall due. What could not be judged then says
 * nothing of a change: facts of the year before are fewer in an edition of this year.
 */
export function verdicts(parts: DraftParts): Candidate[] {
  const { assessment, edition, data, facts } = parts;
  const levels = new Map(data.policies.map(({ id, level }) => [id, level]));
  return assessment.targets.flatMap((line) => {
    const { target, verdict } = line;
    if (verdict === 'not-assessable') return [];
    const before = targetProgress(target, edition.previousYear, (id) => facts.find(id)).progress.verdict;
    if (before === verdict || (before === 'not-assessable' && target.deadlineYear !== edition.year)) return [];
    const importance = LEVELS[levels.get(target.policy) ?? ''] ?? 0.5;
    return {
      id: `target-${target.id}`,
      score: scoredEvent(importance),
      text: { en: sentence(line, verdict, 'en', parts), zh: sentence(line, verdict, 'zh', parts) },
    };
  });
}

function sentence(
  line: TargetProgress,
  verdict: keyof typeof WORDS,
  language: Language,
  { strings }: DraftParts,
): string {
  const { target, goal, result } = line;
  const indicator = indicatorText(line, { strings: strings[language] });
  const judged = claim(TARGET_CLAIMS[verdict], [target.id], WORDS[verdict][language]);
  const change = target.kind === 'relative-change';
  const number = (id: string) => (change ? `{{change "${id}" form="noun"}}` : `{{fact "${id}"}}`);
  const asked = { en: `asked: ${number(goal)}`, zh: `目标${number(goal)}` }[language];
  const got = result === null ? '' : { en: `, result: ${number(result)}`, zh: `，结果${number(result)}` }[language];
  return language === 'en'
    ? `{{scope "${target.scope}"}}, ${indicator}: ${judged} under {{policy "${target.policy}"}} (${asked}${got}).`
    : `{{scope "${target.scope}"}}${indicator}：按{{policy "${target.policy}"}}，${judged}（${asked}${got}）。`;
}
