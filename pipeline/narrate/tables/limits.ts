import { POLLUTANTS } from '../../types.ts';
import type { TableBuilder } from '../table.ts';

const AVERAGINGS = ['annual', '24h', 'mda8', '1h'] as const;

/** The limits of GB 3095 in force at the end of the year assessed, class 1 and class 2. */
export const limits: TableBuilder = ({ edition, facts, strings }) => {
  const rows = POLLUTANTS.flatMap((pollutant) =>
    AVERAGINGS.flatMap((averaging) => {
      const id = (grade: number) => `standard.CN.${pollutant}.limit-${averaging}-class-${grade}.${edition.year}`;
      const fact = facts.find(id(2));
      if (!fact) return [];
      const cells = [
        { text: strings.get(`averaging-time.${averaging}`) },
        { fact: id(1) },
        { fact: id(2) },
        { text: fact.unit },
      ];
      return [{ head: { text: strings.get(`pollutant.${pollutant}`) }, cells, sources: fact.sources }];
    }),
  );
  if (rows.length === 0) return null;
  return {
    columns: [
      { key: 'pollutant' },
      { key: 'averaging' },
      { key: 'class-1', numeric: true },
      { key: 'class-2', numeric: true },
      { key: 'unit' },
    ],
    rows: rows.map(({ head, cells }) => ({ head, cells })),
    sources: [...new Set(rows.flatMap(({ sources }) => sources))],
    notes: ['limits-classes'],
  };
};
