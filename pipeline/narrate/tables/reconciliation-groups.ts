import type { TableBuilder } from '../table.ts';

const PLACES = ['nation', 'regions', 'provinces', 'cities'] as const;
const KINDS = ['year', 'month', 'span', 'change', 'count'] as const;
const COUNTS = ['compared', 'close', 'close-share', 'agreeing', 'explained', 'unexplained'] as const;

/** How many published figures have a computed twin and how well the two agree, by place and by kind. */
export const reconciliationGroups: TableBuilder = ({ assessment, edition, facts, strings }) => {
  const id = (group: string, count: string) => `computed.reconciliation.${group}.figures-${count}.${edition.year}`;
  if (!facts.has(id('all', 'compared'))) return null;
  const lines = (groups: readonly string[]) =>
    groups
      .filter((group) => facts.has(id(group, 'compared')))
      .map((group) => ({
        head: { text: strings.get(`reconciled.${group}`) },
        cells: COUNTS.map((count) => ({ fact: id(group, count) })),
      }));
  return {
    columns: [{ key: 'figures' }, ...COUNTS.map((key) => ({ key: `reconciled-${key}`, numeric: true }))],
    rows: [
      ...lines(['all']),
      { group: strings.get('table-group.reconciliation.place') },
      ...lines(PLACES),
      { group: strings.get('table-group.reconciliation.kind') },
      ...lines(KINDS),
    ],
    sources: [
      ...new Set(
        assessment.reconciliation.filter(({ second }) => !second).flatMap((row) => facts.get(row.published).sources),
      ),
    ],
    notes: ['reconciliation-groups'],
    className: 'compact',
  };
};
