import { idsOf, STANDINGS, type Standing } from '../assess/robustness-counts.ts';
import { ChinaAirError } from '../errors.ts';
import type { Context } from './context.ts';

/** In the middle of a sentence: "Share of good days" begins small, "PM2.5" does not. */
const within = (text: string): string =>
  /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;

/** The headline statements of one standing (`robust`, `dependent`, `untested`), by name, separated by semicolons. */
export function statementList(standing: Standing, { assessment, strings }: Context): string {
  return idsOf(assessment.robustness, 'headline', standing)
    .map((id) => within(strings.get(`headline.${id}`)))
    .join(strings.get('list.semicolon'));
}

export const isStanding = (word: string): word is Standing => (STANDINGS as readonly string[]).includes(word);

export const unknownStanding = (word: string): ChinaAirError =>
  new ChinaAirError({
    code: 'unknown-standing',
    exit: 1,
    message: `There are no ${word} statements.`,
    remedy: `Known: ${STANDINGS.join(', ')}.`,
  });
