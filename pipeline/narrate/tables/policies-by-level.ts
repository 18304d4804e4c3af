import { POLICY_LEVELS } from '../../types.ts';
import { recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';

/** How many records of each level were issued in each year, and how many there are to the end of the year assessed. */
export const policiesByLevel: TableBuilder = (context) => {
  const { edition, strings } = context;
  const years = Array.from({ length: edition.year - edition.baselineYear + 1 }, (_, i) => edition.baselineYear + i);
  const row = (scope: string, name: string) => ({
    head: { text: name },
    cells: [
      ...years.map((year) => ({ fact: `register.${scope}.all.issued.${year}` })),
      { fact: `register.${scope}.all.to-date.${edition.year}` },
    ],
  });
  return {
    columns: [
      { key: 'level' },
      ...years.map((year) => ({ key: 'year', label: String(year), numeric: true })),
      { key: 'to-date', numeric: true },
    ],
    rows: [
      ...POLICY_LEVELS.map((level) => row(level, strings.get(`level.${level}`))),
      row('CN', strings.get('level.all')),
    ],
    sources: sourcesOf(recordsToDate(context)),
    notes: ['register-counts'],
  };
};
