import type { TableBuilder } from '../table.ts';

/** How the figures of single cities agree with the published ones, by what is measured. */
export const reconciliationCities: TableBuilder = ({ assessment, edition, facts, strings }) => {
  const compared = facts
    .where({ origin: 'computed', scope: 'cities', period: String(edition.year) })
    .filter(
      ({ statistic, subject }) => statistic.endsWith('-compared') && statistic !== 'figures-compared' && subject !== '',
    );
  if (compared.length === 0) return null;
  const rows = assessment.reconciliation.filter((row) => facts.get(row.computed).of === null);
  return {
    columns: [
      { key: 'statistic' },
      { key: 'unit' },
      { key: 'compared', numeric: true },
      { key: 'agreeing', numeric: true },
      { key: 'mean-difference', numeric: true },
      { key: 'largest-difference', numeric: true },
    ],
    rows: [...compared]
      .sort((a, b) => (b.value ?? 0) - (a.value ?? 0))
      .map(({ id, subject, statistic }) => {
        const what = statistic.replace('-compared', '');
        const of = (name: string) => id.replace('-compared.', `-${name}.`);
        return {
          head: { text: strings.get(`statistic.${subject}.${what}`) },
          cells: [
            { text: strings.get(`unit.${facts.get(of('mean-difference')).unit}`) },
            { fact: id },
            { fact: of('agreeing') },
            { fact: of('mean-difference') },
            { fact: of('largest-difference') },
          ],
        };
      }),
    sources: [...new Set(rows.flatMap((row) => facts.get(row.published).sources))],
    notes: ['reconciliation-cities'],
  };
};
