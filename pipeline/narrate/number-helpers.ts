import { direction, MISSING, printed, printedNumber } from '../facts/format.ts';
import type { Fact } from '../types.ts';
import type { Context } from './context.ts';
import { escape } from './typography.ts';

/** `<data>` around a printed number: the value it was rounded from, and the fact it comes from. */
export function dataElement(fact: Fact, text: string, className?: string): string {
  const classes = className ? ` class="${className}"` : '';
  return `<data value="${fact.value ?? ''}" data-fact="${escape(fact.id)}"${classes}>${text}</data>`;
}

/** What is printed for a missing value: an en dash, with the reason for whoever asks. */
export function missingElement(fact: Fact, context: Context): string {
  const reason = context.strings.get(`reason.${fact.reason ?? 'unknown'}`);
  return `<span class="missing" title="${escape(reason)}">${MISSING}</span>`;
}

/** A fact in running text, with its unit. */
export function factText(fact: Fact, context: Context, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact, context);
  return dataElement(fact, printed(fact, context.language, decimals));
}

/** A fact's number alone, as in tables whose heads give the unit. */
export function factNumber(fact: Fact, context: Context, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact, context);
  return dataElement(fact, printedNumber(fact, decimals));
}

/** A signed change for tables: +2.0, −9.3, 0.0; the class says which way, the sign says it without colour. */
export function signedNumber(fact: Fact, context: Context, decimals = fact.decimals): string {
  if (fact.value === null) return missingElement(fact, context);
  const number = printedNumber(fact, decimals);
  return dataElement(fact, direction({ ...fact, decimals }) === 'up' ? `+${number}` : number);
}

const absolute = (fact: Fact): Fact => ({ ...fact, value: fact.value === null ? null : Math.abs(fact.value) });

/**
 * A change as words, by its rounded direction: `verb` "fell by 9.3%" (下降9.3%), `noun` "a fall of 9.3%" (降幅9.3%). The
 * phrases are strings change.<form>.<up|down|same>, with {} for the number.
 */
export function changePhrase(fact: Fact, form: string, context: Context): string {
  const way = direction(fact);
  if (way === null) return missingElement(fact, context);
  return context.strings
    .get(`change.${form}.${way}`)
    .replace('{}', dataElement(fact, printed(absolute(fact), context.language)));
}
