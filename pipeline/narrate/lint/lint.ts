import type { Finding, Language, Severity } from '../../types.ts';
import { parseTemplate } from '../parse.ts';
import { type Sentence, sentences } from './sentences.ts';
import { type Asserting, expressions, REMEDIES } from './words.ts';

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

/** Where a text stands: its first line in `file`; `listed` says that what it heads is itself a list in order. */
export type Read = Readonly<{ file: string; language: Language; severity: Severity; line?: number; listed?: boolean }>;

/**
 * Words of a template that assert something of the data and are bound to nothing: in no claim, no condition on a number, no
 * {{#plain}}. Tags, helpers and comments are not read. A template that cannot be parsed has its own finding elsewhere.
 */
export function bareWords(source: string, { file, language, severity, line = 1, listed = false }: Read): Finding[] {
  const { program } = parseTemplate(source, file);
  if (!program) return [];
  const rules = expressions(language).filter(({ asserts }) => !(listed && asserts === 'extreme'));
  return sentences(program, language).flatMap((sentence) =>
    rules.flatMap(({ asserts, pattern }) => {
      if (isBound(asserts, sentence)) return [];
      return [...sentence.text.matchAll(pattern)].flatMap((match): Finding[] => {
        const from = match.index;
        const to = from + match[0].length;
        if (sentence.bound.slice(from, to).every((bound) => bound)) return [];
        const around = sentence.text.slice(Math.max(0, from - 30), to + 20);
        return [
          {
            severity,
            rule: 'bare-assertion',
            file,
            row: (sentence.lines[from] ?? 1) + line - 1,
            message: `“${match[0]}” asserts something that no number is asked for: “… ${around.replace(/\s+/g, ' ').trim()} …”.`,
            remedy: `Write ${REMEDIES[asserts]}; where it only explains, {{#plain "why"}}…{{/plain}}.`,
          },
        ];
      });
    }),
  );
}
