import { stringify } from 'csv-stringify/sync';
import type { Claim } from '../narrate/claims/claim.ts';

const COLUMNS = ['language', 'file', 'line', 'chapter', 'kind', 'words', 'facts', 'values', 'holds'];

/**
 * claims.csv: every assertion of the text that was checked against the facts, in the order of the text, one language after the
 * other. `file` is a path inside the folder of templates, `facts` are ids and `values` what they print as, joined by `|`.
 */
export function claimsCsv(claims: readonly Claim[]): string {
  const rows = claims.map(({ language, file, line, chapter, kind, words, facts, values, holds }) => [
    ...[language, file, line, chapter, kind, words],
    ...[facts.join('|'), values.join('|').replace(/\u00a0/g, ' '), holds ? 'yes' : 'no'],
  ]);
  return stringify([COLUMNS, ...rows]);
}
