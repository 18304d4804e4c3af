import { knownUntil } from '../assess/known.ts';
import { printable } from '../assess/published.ts';
import { byDate, issuedBy, sinceOf } from '../assess/register-status.ts';
import { yearOf } from '../dates.ts';
import { fail, near } from '../errors.ts';
import { type Policy, SECTORS, type Sector } from '../types.ts';
import type { Context } from './context.ts';
import { dateText } from './date-text.ts';
import { policyText } from './reference-helpers.ts';
import type { TableCell } from './table.ts';
import { escapeHtml } from './typography.ts';

/** The records that the report may print, oldest first: read or derived, and issued by the day to which the edition knows. */
export function recordsToDate({ data, edition }: Pick<Context, 'data' | 'edition'>): Policy[] {
  return data.policies.filter((policy) => printable(policy) && issuedBy(policy, knownUntil(edition))).sort(byDate);
}

/** The records read in part only, in the same order: to be listed with a mark, and never told of. */
export function partlySeenToDate({ data, edition }: Pick<Context, 'data' | 'edition'>): Policy[] {
  return data.policies
    .filter((policy) => policy.evidence === 'partly-seen' && issuedBy(policy, knownUntil(edition)))
    .sort(byDate);
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

/** A single record makes no table. */
export const fitsTable = (records: readonly unknown[]): boolean => records.length > 1;

/** A sector's records: those issued in the year assessed, and the national and regional ones from before. A record counts under its first sector. */
export const sectorRecords = (sector: Sector, context: Pick<Context, 'data' | 'edition'>): Policy[] =>
  recordsToDate(context).filter(
    (policy) =>
      policy.sectors[0] === sector &&
      (policy.level === 'national' || policy.level === 'regional' || isOfYear(policy, context.edition.year)),
  );

/**
 * The records of a sector that are too few for a table, as a paragraph: each with its area and what it says. Empty where there are none,
 * or where they make a table. Errors: unknown-sector (exit 1).
 */
export function recordsText(word: string, context: Context): string {
  const sector = SECTORS.find((each) => each === word);
  if (!sector) fail('unknown-sector', `There is no sector ${word}.`, near(word, SECTORS));
  const records = sectorRecords(sector, context);
  if (records.length === 0 || fitsTable(records)) return '';
  for (const source of sourcesOf(records)) context.cited.sources.add(source);
  const said = records.map((policy) =>
    context.strings
      .get('record-in-words')
      .replace('{policy}', policyText(policy.id, context))
      .replace('{area}', escapeHtml(jurisdictionOf(policy, context)))
      .replace('{summary}', escapeHtml(policy.summary[context.language])),
  );
  return `<p>${said.join(' ')}</p>`;
}

export const sourcesOf = (records: readonly Policy[]): string[] => [
  ...new Set(records.flatMap(({ sources }) => sources)),
];
