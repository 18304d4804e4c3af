import { knownUntil } from '../assess/known.ts';
import { printable } from '../assess/published.ts';
import { issuedBy } from '../assess/register-status.ts';
import { yearOf } from '../dates.ts';
import type { Policy } from '../types.ts';
import type { Context } from './context.ts';
import { dateText } from './date-text.ts';
import type { TableCell } from './table.ts';

/** When a record was issued or, where only that is known, took effect. */
export const sinceOf = ({ issued, effective }: Policy): string => issued ?? effective ?? '';

const inOrder = (a: Policy, b: Policy): number => sinceOf(a).localeCompare(sinceOf(b)) || a.id.localeCompare(b.id);

/** The records that the report may print, oldest first: read or derived, and issued by the day to which the edition knows. */
export function recordsToDate({ data, edition }: Pick<Context, 'data' | 'edition'>): Policy[] {
  return data.policies.filter((policy) => printable(policy) && issuedBy(policy, knownUntil(edition))).sort(inOrder);
}

export const isOfYear = (policy: Policy, year: number): boolean => yearOf(sinceOf(policy)) === year;

/** The name of the nation, region, province or city for which a record holds. */
export function jurisdictionOf(policy: Policy, { names, language }: Context): string {
  return names.get(policy.jurisdiction)?.[language] ?? policy.jurisdiction;
}

export const dateCell = (policy: Policy, context: Context): TableCell => ({ text: dateText(sinceOf(policy), context) });

/** The sectors of a record, in words. */
export function sectorsOf({ sectors }: Policy, { strings, language }: Context): string {
  return sectors.map((sector) => strings.get(`sector.${sector}`)).join(language === 'zh' ? '、' : '; ');
}

export const sourcesOf = (records: readonly Policy[]): string[] => [
  ...new Set(records.flatMap(({ sources }) => sources)),
];
