import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { bestCell, computedNotes, nameCell } from '../table-cells.ts';

const FOUR = ['pm25', 'pm10', 'so2', 'no2'] as const;

/** The capitals and municipalities: four pollutants as computed, good days where a figure is at hand. */
export const capitals: TableBuilder = (context) => {
  const members = context.data.scopes.find(({ id }) => id === 'CAP31')?.members ?? [];
  return settled(context, {
    columns: [
      { key: 'city' },
      { key: 'pm25', unit: 'µg/m³', numeric: true },
      { key: 'change', unit: '%', numeric: true },
      ...FOUR.slice(1).map((key) => ({ key, unit: 'µg/m³', numeric: true })),
      { key: 'good-days', numeric: true },
      { key: 'good-day-share', unit: '%', numeric: true },
    ],
    rows: members.map((code) => ({
      head: nameCell(context, code),
      cells: [
        { fact: `computed.${code}.pm25.annual-mean.@Y` },
        { fact: `computed.${code}.pm25.annual-mean.@Y-vs-@P`, form: 'signed' as const },
        ...FOUR.slice(1).map((pollutant) => ({ fact: `computed.${code}.${pollutant}.annual-mean.@Y` })),
        bestCell(context, `${code}.aqi.good-days.@Y`),
        bestCell(context, `${code}.aqi.good-day-share.@Y`),
      ],
    })),
    notes: computedNotes(context),
    className: 'compact',
  });
};
