import { fail } from '../errors.ts';
import { breakpointsOn } from '../standards/aqi-table.ts';
import { assessmentRuleOn, lastDay, standardOn } from '../standards/rules.ts';
import type { Data } from '../types.ts';
import type { Context } from './context.ts';

const NAMES: Readonly<Record<string, (data: Data, date: string) => string>> = {
  limits: standardOn,
  assessment: assessmentRuleOn,
  index: ({ breakpoints }, date) => breakpointsOn(breakpoints, date)[0]?.standard ?? '',
};

/**
 * What the tables call the standard in force at the end of the year assessed: GB 3095-2012 for the limits of 2019, another
 * country's name where its limits stand in. Errors: unknown-standard, for anything but limits, assessment and index.
 */
export function standardName(what: string, { data, edition }: Pick<Context, 'data' | 'edition'>): string {
  const name = NAMES[what];
  if (name) return name(data, lastDay(edition.year));
  fail('unknown-standard', `“${what}” is no standard.`, `Known: ${Object.keys(NAMES).join(', ')}.`);
}
