import { POLICY_LEVELS, SECTORS } from '../../types.ts';
import { recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';

/** Records by sector: those issued in the year assessed at each level, and all to its end. */
export const policiesSectors: TableBuilder = (context) => ({
  columns: [
    { key: 'sector' },
    ...POLICY_LEVELS.map((level) => ({ key: `level-${level}`, numeric: true })),
    { key: 'issued-in-year', numeric: true },
    { key: 'to-date', numeric: true },
  ],
  rows: SECTORS.map((sector) => ({
    head: { text: context.strings.get(`sector.${sector}`) },
    cells: [
      ...POLICY_LEVELS.map((level) => ({ fact: `register.${level}:${sector}.all.issued.@Y` })),
      { fact: `register.${sector}.all.issued.@Y` },
      { fact: `register.${sector}.all.to-date.@Y` },
    ],
  })),
  sources: sourcesOf(recordsToDate(context)),
  notes: ['register-sectors'],
});
