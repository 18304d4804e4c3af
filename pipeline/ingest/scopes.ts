import type { Scope, Source } from '../types.ts';
import type { Row } from './read-table.ts';

/** scopes.csv with the members of cohorts.csv. */
export function parseScopes(rows: readonly Row[], memberRows: readonly Row[]): Scope[] {
  const members = groupMembers(memberRows);
  return rows.map((row) => ({
    id: row.text('id'),
    kind: row.text('kind') as Scope['kind'],
    name: row.bilingual('name'),
    size: row.numberOrNull('size'),
    validFrom: row.numberOrNull('valid_from'),
    validTo: row.numberOrNull('valid_to'),
    members: members.get(row.text('id')) ?? [],
  }));
}

function groupMembers(rows: readonly Row[]): Map<string, string[]> {
  const members = new Map<string, string[]>();
  for (const row of rows) members.set(row.text('scope'), [...(members.get(row.text('scope')) ?? []), row.text('code')]);
  return members;
}

/** sources.csv, row by row. */
export function parseSources(rows: readonly Row[]): Source[] {
  return rows.map((row) => ({
    id: row.text('id'),
    publisher: { en: row.text('publisher'), zh: row.text('publisher_zh') || row.text('publisher') },
    title: { en: row.text('title'), zh: row.text('title_zh') || row.text('title') },
    where: row.text('where'),
    addressPrinted: row.text('address_printed') !== 'false',
    accessed: row.text('accessed'),
    terms: row.text('terms'),
  }));
}
