import type { At, EditorState, Evidence, Policy, PolicyLevel, Relation, Sector, Target, Theme } from '../types.ts';
import type { Row } from './read-table.ts';

/** policies/policies.csv, row by row, each with its themes of policies/themes.csv. */
export function parsePolicies(rows: readonly Row[], themes: readonly Row[] = []): At<Policy>[] {
  const themesOf = (id: string): Theme[] =>
    themes.filter((row) => row.text('policy') === id).map((row) => row.text('theme') as Theme);
  return rows.map((row) => ({
    at: row.at,
    id: row.text('id'),
    family: row.textOrNull('family'),
    relation: row.textOrNull('relation') as Relation | null,
    title: row.bilingual('title'),
    issuer: row.bilingual('issuer'),
    level: row.text('level') as PolicyLevel,
    jurisdiction: row.text('jurisdiction'),
    issued: row.textOrNull('issued'),
    effective: row.textOrNull('effective'),
    ends: row.textOrNull('ends'),
    documentNumber: row.text('document_number'),
    sectors: row.list('sectors') as readonly Sector[],
    themes: themesOf(row.text('id')),
    summary: row.bilingual('summary'),
    note: row.bilingual('note'),
    status: row.text('status') as EditorState,
    sources: row.list('sources'),
    evidence: row.text('evidence') as Evidence,
  }));
}

/** The year a result is counted from, which its note says as "against 2013". */
function baseYear(note: string): number | null {
  const [, year] = /\bagainst (\d{4})\b/.exec(note) ?? [];
  return year === undefined ? null : Number(year);
}

/** policies/targets.csv, row by row, each with the date of its policy: issued, or in force where that alone is known. */
export function parseTargets(rows: readonly Row[], policies: readonly Policy[]): At<Target>[] {
  const issued = new Map(policies.map(({ id, issued, effective }) => [id, issued ?? effective]));
  return rows.map((row) => {
    const [value, year] = [row.numberOrNull('result_value'), row.numberOrNull('result_year')];
    const officialResult =
      value === null || year === null
        ? null
        : {
            value,
            decimals: row.decimals('result_value'),
            year,
            baseYear: baseYear(row.text('result_note')),
            sources: row.list('result_sources'),
            note: row.text('result_note'),
          };
    return {
      at: row.at,
      id: row.text('id'),
      policy: row.text('policy'),
      issued: issued.get(row.text('policy')) ?? null,
      scope: row.text('scope'),
      indicator: row.text('indicator'),
      statistic: row.text('statistic'),
      kind: row.text('kind') as Target['kind'],
      value: row.number('value'),
      unit: row.text('unit'),
      baselineYear: row.numberOrNull('baseline_year'),
      deadlineYear: row.number('deadline_year'),
      evidence: row.text('evidence') as Evidence,
      sources: row.list('sources'),
      officialResult,
    };
  });
}
