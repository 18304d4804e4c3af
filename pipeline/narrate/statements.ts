import { idsOf, STANDINGS } from '../assess/robustness-counts.ts';
import { fail } from '../errors.ts';
import type { Context } from './context.ts';
import { inSentence } from './in-sentence.ts';

/**
 * The headline statements of one standing (`robust`, `dependent`, `untested`), by name, separated by semicolons. Errors:
 * unknown-standing (exit 1).
 */
export function statementList(word: string, { assessment, strings }: Context): string {
  const standing = STANDINGS.find((each) => each === word);
  if (!standing) fail('unknown-standing', `There are no ${word} statements.`, `Known: ${STANDINGS.join(', ')}.`);
  return idsOf(assessment.robustness, 'headline', standing)
    .map((id) => inSentence(strings.get(`headline.${id}`)))
    .join(strings.get('list.semicolon'));
}
