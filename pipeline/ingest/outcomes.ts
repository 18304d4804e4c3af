import type { At, Bound, Evidence, Outcome, OutcomeKind, Sector } from '../types.ts';
import type { Row } from './read-table.ts';

/** policies/outcomes.csv, row by row. */
export function parseOutcomes(rows: readonly Row[]): At<Outcome>[] {
  return rows.map((row) => ({
    at: row.at,
    id: row.text('id'),
    policy: row.textOrNull('policy'),
    sector: row.text('sector') as Sector,
    scope: row.text('scope'),
    indicator: row.text('indicator'),
    name: row.bilingual('name'),
    period: row.text('period'),
    kind: row.text('kind') as OutcomeKind,
    value: row.number('value'),
    decimals: row.decimals('value'),
    unit: row.text('unit'),
    bound: row.text('bound') as Bound,
    evidence: row.text('evidence') as Evidence,
    sources: row.list('sources'),
    note: row.text('note'),
  }));
}
