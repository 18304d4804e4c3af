import type { At, Basis, Evidence, Published, Subject } from '../types.ts';
import type { Row } from './read-table.ts';

/** air/published.csv, row by row. */
export function parsePublished(rows: readonly Row[]): At<Published>[] {
  return rows.map((row) => ({
    at: row.at,
    scope: row.text('scope'),
    period: row.text('period'),
    subject: row.text('subject') as Subject,
    statistic: row.text('statistic'),
    basePeriod: row.textOrNull('base_period'),
    value: row.numberOrNull('value'),
    decimals: row.decimals('value'),
    text: row.textOrNull('text'),
    unit: row.text('unit'),
    basis: row.text('basis') as Basis,
    evidence: row.text('evidence') as Evidence,
    publisher: row.text('publisher') === 'third-party' ? 'third-party' : 'official',
    variant: row.text('variant'),
    sources: row.list('sources'),
    note: row.text('note'),
  }));
}
