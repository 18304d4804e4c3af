import { MISSING } from '../../facts/format.ts';
import { type Fact, POLLUTANTS } from '../../types.ts';
import type { TableBuilder } from '../table.ts';

const isOfClass1 = ({ statistic, value }: Fact) => statistic.endsWith('-class-1') && value !== null;

const AVERAGINGS = ['annual', '24h', 'mda8', '1h'] as const;

/** The limits in force at the end of the year assessed, class 1 and class 2; limits of another country may have one class. */
export const limits: TableBuilder = ({ edition, facts, strings }) => {
  const rows = POLLUTANTS.flatMap((pollutant) =>
    AVERAGINGS.flatMap((averaging) => {
      const id = (grade: number) => `standard.CN.${pollutant}.limit-${averaging}-class-${grade}.${edition.year}`;
      const fact = facts.find(id(2));
      if (!fact || fact.value === null) return [];
      const cells = [
        { text: strings.get(`averaging-time.${averaging}`) },
        facts.has(id(1)) ? { fact: id(1) } : { text: MISSING },
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
    notes: facts.where({ origin: 'standard', period: String(edition.year) }).some(isOfClass1) ? ['limits-classes'] : [],
  };
};
