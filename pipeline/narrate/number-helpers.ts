import { direction, MISSING, printed, printedNumber } from '../facts/format.ts';
import { inTableUnit } from '../facts/unit-words.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Fact } from '../types.ts';
import type { Context } from './context.ts';
import { escapeHtml } from './typography.ts';

/** `<data>` around a printed number: the value it was rounded from, and the fact it comes from. */
export function dataElement(fact: Fact, text: string, className?: string): string {
  const classes = className ? ` class="${className}"` : '';
  return `<data value="${fact.value ?? ''}" data-fact="${escapeHtml(fact.id)}"${classes}>${text}</data>`;
}

/** What is printed for a missing value: an en dash, with the reason (reason.<key>) for whoever asks. */
export const missingElement = (reason: string | null, { strings }: Pick<Context, 'strings'>): string =>
  `<span class="missing" title="${escapeHtml(strings.get(`reason.${reason ?? 'unknown'}`))}">${MISSING}</span>`;

/** The same in running text, where the reason must be read: "– (fewer than nine in ten cities have a value)". */
export function missingInWords(fact: Fact, context: Context): string {
  const { strings } = context;
  const reason = strings.get(`reason.${fact.reason ?? 'unknown'}`);
  return `${missingElement(fact.reason, context)}${strings.get('list.bracketed').replace('{}', escapeHtml(reason))}`;
}

/** A fact in running text, with its unit. */
export function factText(fact: Fact, context: Context, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact.reason, context);
  return dataElement(fact, printed(fact, context.language, decimals));
}

/** A fact's number alone, as in tables whose heads give the unit. */
export function factNumber(fact: Fact, context: Context, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact.reason, context);
  return dataElement(fact, printedNumber(fact, decimals));
}

/** A number in a column whose head, or the cell beside it, names its unit in the words of the language (strings unit.*). */
export function tableNumber(fact: Fact, context: Context, form: string, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact.reason, context);
  const shown = context.language === 'zh' ? inTableUnit({ ...fact, decimals }) : { ...fact, decimals };
  return dataElement(fact, form === 'signed' ? signed(shown) : printedNumber(shown));
}

/** A number with its sign also where it rose: +2.0, −9.3, 0.0. */
const signed = (fact: Fact): string => `${direction(fact) === 'up' ? '+' : ''}${printedNumber(fact)}`;

/** A change with its sign, which says the way without colour. */
export function signedNumber(fact: Fact, context: Context, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact.reason, context);
  return dataElement(fact, signed({ ...fact, decimals }));
}

const absolute = (fact: Fact): Fact => ({ ...fact, value: fact.value === null ? null : Math.abs(fact.value) });

/**
 * A change as words, by its rounded direction: `verb` "fell by 9.3%" (下降9.3%), `noun` "a fall of 9.3%" (降幅9.3%). The
 * phrases are strings change.<form>.<up|down|same>, with {} for the number.
 */
export function changePhrase(fact: Fact, form: string, context: Context): string {
  const way = direction(fact);
  if (way === null) return missingElement(fact.reason, context);
  return context.strings
    .get(`change.${form}.${way}`)
    .replace('{}', dataElement(fact, printed(absolute(fact), context.language)));
}

/** What a fact is made of: the number of its cities or days (`n`), or of how many it could have been (`of`). */
export function partNumber(fact: Fact, part: 'n' | 'of', context: Context): string {
  const value = fact[part];
  if (value === null) return missingElement('unknown', context);
  const text = printedNumber({ value, decimals: 0 });
  return `<data value="${value}" data-fact="${escapeHtml(fact.id)}" data-part="${part}">${text}</data>`;
}

/** Whether a number is above another once both are rounded as printed; a missing one is above nothing. */
export function printsAbove(a: Fact, b: Fact): boolean {
  if (a.value === null || b.value === null) return false;
  return roundedNumber(a.value, a.decimals) > roundedNumber(b.value, b.decimals);
}
