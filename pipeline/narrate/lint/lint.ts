import type { Finding, Language, Severity } from '../../types.ts';
import { parseTemplate } from '../parse.ts';
import { remembered } from '../remembered.ts';
import { type Sentence, sentences } from './sentences.ts';
import { type Asserting, EXPRESSIONS, REMEDIES } from './words.ts';

/** What in a sentence binds its words, beside the blocks around them: lists in order, and counts of what went one way. */
const BOUND_BY: Partial<Readonly<Record<Asserting, RegExp>>> = {
  way: /\b(?:fallen|risen|same|improved|worsened)-cities|-(?:fallen|risen)\b/,
  side: /\bexceedance\b|\bcit(?:y|ies)\b|\.attaining-/,
  extreme:
    /^(?:ordered|cities) |\.primary-|\.peak-season-|\.(?:highest|lowest|largest|best|worst|shared-best|shared-worst)-/,
};

const isBound = (asserts: Asserting, { helpers }: Sentence): boolean => {
  const by = BOUND_BY[asserts];
  return by !== undefined && helpers.some((helper) => by.test(helper));
};

type Bare = Readonly<{ asserts: Asserting; line: number; message: string; remedy: string }>;

const bareIn = (language: Language) =>
  remembered((source): readonly Bare[] => {
    const { program } = parseTemplate(source, '');
    return (program ? sentences(program, language) : []).flatMap((sentence) =>
      EXPRESSIONS[language].flatMap(({ asserts, pattern }) => {
        if (isBound(asserts, sentence)) return [];
        return [...sentence.text.matchAll(pattern)].flatMap((match): Bare[] => {
          const from = match.index;
          const to = from + match[0].length;
          if (sentence.bound.slice(from, to).every((bound) => bound)) return [];
          const around = sentence.text.slice(Math.max(0, from - 30), to + 20);
          return [
            {
              asserts,
              line: sentence.lines[from] ?? 1,
              message: `“${match[0]}” asserts something that no number is asked for: “… ${around.replace(/\s+/g, ' ').trim()} …”.`,
              remedy: `Write ${REMEDIES[asserts]}; where it only explains, {{#plain "why"}}…{{/plain}}.`,
            },
          ];
        });
      }),
    );
  });
const BARE: Readonly<Record<Language, (source: string) => readonly Bare[]>> = { en: bareIn('en'), zh: bareIn('zh') };

/** Where a text stands: its first line in `file`; `listed` says that what it heads is itself a list in order. */
type Read = Readonly<{ file: string; language: Language; severity: Severity; line?: number; listed?: boolean }>;

/**
 * Words of a template that assert something of the data and are bound to nothing: in no claim, no condition on a number, no
 * {{#plain}}. Tags, helpers and comments are not read. A template that cannot be parsed has its own finding elsewhere.
 */
export function bareWords(source: string, { file, language, severity, line = 1, listed = false }: Read): Finding[] {
  return BARE[language](source)
    .filter(({ asserts }) => !(listed && asserts === 'extreme'))
    .map(({ line: own, message, remedy }) => {
      return { severity, rule: 'bare-assertion', file, row: own + line - 1, message, remedy };
    });
}
