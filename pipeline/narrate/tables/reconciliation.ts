import type { ReconciledRow } from '../../types.ts';
import type { Context } from '../context.ts';
import type { TableBuilder } from '../table.ts';

/** The reasons of a difference, in words. */
export function reasonsText(row: ReconciledRow, { strings, language }: Context): string {
  return row.reasons.map((key) => strings.get(`cause.${key}`)).join(language === 'zh' ? '；' : '; ');
}

/** Where a scope stands in a year's rows: the nation, other cohorts, regions, then provinces. */
function orderOf(scope: string, { data }: Context): number {
  const kind = data.scopes.find(({ id }) => id === scope)?.kind;
  return kind === undefined ? 3 : Math.max(0, ['nation', 'cohort', 'region'].indexOf(kind));
}

/** Published figures of cohorts, regions and provinces beside ours, latest year first, with the reasons for each difference. */
export const reconciliation: TableBuilder = (context) => {
  const { assessment, facts, names, language, strings } = context;
  const wide = assessment.reconciliation
    .filter((row) => facts.get(row.computed).of !== null)
    .map((row) => ({ row, published: facts.get(row.published) }))
    .sort((a, b) => orderOf(a.published.scope, context) - orderOf(b.published.scope, context));
  if (wide.length === 0) return null;
  const years = [...new Set(wide.map(({ published }) => published.period))].sort().reverse();
  return {
    columns: [
      { key: 'place' },
      { key: 'statistic' },
      { key: 'published', numeric: true },
      { key: 'computed', numeric: true },
      { key: 'difference', numeric: true },
      { key: 'cities-used', numeric: true },
      { key: 'reasons' },
    ],
    rows: years.flatMap((year) => [
      { group: year },
      ...wide
        .filter(({ published }) => published.period === year)
        .map(({ row, published }) => ({
          head: { text: names.get(published.scope)?.[language] ?? published.scope },
          cells: [
            { text: strings.get(`statistic.${published.subject}.${facts.get(row.computed).statistic}`) },
            { fact: row.published },
            { fact: row.computed, decimals: published.decimals + (published.unit === 'cities' ? 0 : 1), bare: true },
            { fact: row.difference, form: 'signed' as const, bare: true },
            { fact: row.computed, form: 'n' as const },
            { text: reasonsText(row, context) },
          ],
        })),
    ]),
    sources: [...new Set(wide.flatMap(({ published }) => published.sources))],
    notes: ['reconciliation'],
    className: 'compact reconciled',
  };
};
