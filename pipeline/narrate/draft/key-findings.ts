import { type Bilingual, LANGUAGES, type Language } from '../../types.ts';
import { createContext } from '../context.ts';
import { createHandlebars } from '../helpers.ts';
import type { Candidate, DraftParts } from './candidate.ts';
import { countChanges, levelChanges } from './changes.ts';
import { places } from './places.ts';
import { runs } from './runs.ts';
import { sides } from './sides.ts';
import { verdicts } from './verdicts.ts';

/** As many as an editor reads at one sitting. */
const MOST = 24;

/** Whether a statement can be filled in both languages without a fault: all its claims hold, and nothing it names is missing. */
function holds({ text }: Candidate, { strings, ...parts }: DraftParts): boolean {
  return LANGUAGES.every((language) => {
    const context = createContext({ ...parts, language, strings: strings[language], figures: new Map(), draft: true });
    const html = createHandlebars(context, () => 'key-findings-draft').compile(text[language])(context);
    return context.findings.length === 0 && !html.includes('class="missing"');
  });
}

/**
 * The statements that changed most against the year before, best first: changes of levels, counts and shares, limits that were
 * crossed, places that changed hands, verdicts that are new. Each is scored by its size and by what it is about (candidate.ts),
 * and stands only if all its claims hold. None compares across the change of basis: the year before is taken from published
 * changes, which stand on rebased figures, or from levels on the same state of the air.
 */
export function keyFindings(parts: DraftParts): Candidate[] {
  const all = [levelChanges, countChanges, runs, sides, places, verdicts].flatMap((make) => make(parts));
  return all
    .filter((candidate) => holds(candidate, parts))
    .sort((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1))
    .slice(0, MOST);
}

const HEADS: Readonly<Record<Language, Readonly<{ title: string; what: string }>>> = {
  en: {
    title: 'Key findings: a draft',
    what: 'What changed most against the year before, best first. Keep what the report should say, in both languages, and drop the rest.',
  },
  zh: {
    title: '主要结论（初稿）',
    what: '与上年相比变化最大的结论，按重要性排列。两种语言保留相同的条目，其余删去。',
  },
};

/** The draft as a chapter's template in each language, one statement a line with its name and score before it. */
export function keyFindingsDraft(parts: DraftParts): Bilingual {
  const found = keyFindings(parts);
  const chapter = (language: Language): string => {
    const { title, what } = HEADS[language];
    const items = found.flatMap(({ id, score, text }, i) => [
      `{{!-- ${i + 1}. ${id}, score ${score.toFixed(1)} --}}`,
      `<li>${text[language]}</li>`,
    ]);
    return [`<h1>${title}</h1>`, `{{!-- ${what} --}}`, '<ul>', ...items, '</ul>', ''].join('\n');
  };
  return { en: chapter('en'), zh: chapter('zh') };
}
