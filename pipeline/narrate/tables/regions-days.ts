import { allSixKnown } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { nameCell, regionsInUse } from '../table-cells.ts';

const CLASSES = ['level-1', 'level-2', 'light', 'moderate', 'heavy-only', 'severe'] as const;

/** The days of the year by class, as shares of the valid days, in the regions, the key cities, the capitals and the nation. */
export const regionsDays: TableBuilder = (context) => {
  if (!allSixKnown(context)) return null;
  const { nation, key } = context.edition.scopes;
  return settled(context, {
    columns: [
      { key: 'region' },
      { key: 'good-day-share', unit: '%', numeric: true },
      ...CLASSES.map((name) => ({ key: `class-${name}`, unit: '%', numeric: true })),
      { key: 'heavy-days-mean', numeric: true },
    ],
    rows: [...new Set([...regionsInUse(context), key, 'CAP31', nation])].map((scope) => ({
      head: nameCell(context, scope),
      cells: [
        { fact: `computed.${scope}.aqi.good-day-share.@Y` },
        ...CLASSES.map((name) => ({ fact: `computed.${scope}.aqi.${name}-day-share.@Y` })),
        { fact: `computed.${scope}.aqi.heavy-days.@Y`, decimals: 1 },
      ],
    })),
    coverage: true,
    notes: ['classes-computed'],
    className: 'compact',
  });
};
