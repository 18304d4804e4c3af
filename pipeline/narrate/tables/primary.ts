import { POLLUTANTS } from '../../types.ts';
import { allSixKnown } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { nameCell, regionsInUse } from '../table-cells.ts';

/** On which share of the valid days each pollutant leads, in the regions, the key cities and the nation. */
export const primary: TableBuilder = (context) => {
  if (!allSixKnown(context)) return null;
  const { nation, key } = context.edition.scopes;
  return settled(context, {
    columns: [
      { key: 'region' },
      ...POLLUTANTS.map((pollutant) => ({
        key: 'pollutant',
        label: context.strings.get(`pollutant.${pollutant}`),
        unit: '%',
        numeric: true,
      })),
      { key: 'class-level-1', unit: '%', numeric: true },
    ],
    rows: [...new Set([...regionsInUse(context), key, 'CAP31', nation])].map((scope) => ({
      head: nameCell(context, scope),
      cells: [
        ...POLLUTANTS.map((pollutant) => ({ fact: `computed.${scope}.${pollutant}.primary-day-share.@Y` })),
        { fact: `computed.${scope}.aqi.level-1-day-share.@Y` },
      ],
    })),
    notes: ['primary-computed'],
  });
};
