import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { computedNotes, nameCell, regionsInUse } from '../table-cells.ts';

const FOUR = ['pm25', 'pm10', 'so2', 'no2'] as const;

/** Four pollutants in each region, from its cities' data: the means of the year, and the change in the same cities. */
export const regionsComputed: TableBuilder = (context) =>
  settled(context, {
    columns: [
      { key: 'region' },
      { key: 'cities-with-data', numeric: true },
      ...FOUR.flatMap((pollutant) => [
        { key: pollutant, unit: 'µg/m³', numeric: true },
        { key: 'change', unit: '%', numeric: true },
      ]),
    ],
    rows: [...regionsInUse(context), context.edition.scopes.nation].map((scope) => ({
      head: nameCell(context, scope),
      cells: [
        { fact: `computed.${scope}.pm25.annual-mean.@Y`, form: 'n' as const },
        ...FOUR.flatMap((pollutant): TableCell[] => [
          { fact: `computed.${scope}.${pollutant}.annual-mean.@Y` },
          { fact: `computed.${scope}.${pollutant}.annual-mean.@Y-vs-@P`, form: 'signed' },
        ]),
      ],
    })),
    coverage: true,
    notes: computedNotes(context),
    className: 'compact',
  });
