import type { ReconciledRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { periodText } from '../date-text.ts';
import type { TableBuilder } from '../table.ts';

/** The reasons of a difference, in words. */
function reasonsText(row: ReconciledRow, { strings, language }: Context): string {
  return row.reasons.map((key) => strings.get(`cause.${key}`)).join(language === 'zh' ? '；' : '; ');
}

/** How many rows the printed table holds; all of them stand in reconciliation.csv. */
const PRINTED = 36;

/** How far a row is off, in % of the published figure; a change in pp, counted alike. */
const sizeOf = ({ difference, relative }: ReconciledRow, { facts }: Context): number =>
  Math.abs(facts.get(relative ?? difference).value ?? 0);

/** The figures that are furthest from their computed twin: those without an explanation first, then by size. */
export const reconciliation: TableBuilder = (context) => {
  const { assessment, facts, names, language, strings } = context;
  const far = assessment.reconciliation
    .filter(({ second, close, reasons }) => !second && (!close || reasons.includes('unexplained')))
    .sort((a, b) => sizeOf(b, context) - sizeOf(a, context));
  const open = far.filter(({ reasons }) => reasons.includes('unexplained'));
  const explained = far.filter((row) => !open.includes(row)).slice(0, Math.max(0, PRINTED - open.length));
  if (far.length === 0) return null;
  const lines = (rows: readonly ReconciledRow[]) =>
    rows.map((row) => {
      const published = facts.get(row.published);
      const place = names.get(published.scope)?.[language] ?? published.scope;
      return {
        head: { text: place },
        cells: [
          { text: strings.get(`statistic.${published.subject}.${facts.get(row.computed).statistic}`) },
          { text: periodText(published.period, context) },
          { fact: row.published },
          { fact: row.computed, decimals: published.decimals + (published.unit === 'cities' ? 0 : 1), bare: true },
          {
            fact: row.difference,
            form: 'signed' as const,
            bare: true,
            ...(published.unit === 'cities' ? { decimals: 0 } : {}),
          },
          { text: reasonsText({ ...row, reasons: row.reasons.filter((key) => key !== 'unexplained') }, context) },
        ],
      };
    });
  return {
    columns: [
      { key: 'place' },
      { key: 'statistic' },
      { key: 'period' },
      { key: 'published', numeric: true },
      { key: 'computed', numeric: true },
      { key: 'difference', numeric: true },
      { key: 'reasons' },
    ],
    rows: [
      ...(open.length ? [{ group: strings.get('table-group.reconciliation.unexplained') }, ...lines(open)] : []),
      ...(explained.length
        ? [{ group: strings.get('table-group.reconciliation.explained') }, ...lines(explained)]
        : []),
    ],
    sources: [...new Set([...open, ...explained].flatMap((row) => facts.get(row.published).sources))],
    notes: ['reconciliation'],
    className: 'compact reconciled',
  };
};
