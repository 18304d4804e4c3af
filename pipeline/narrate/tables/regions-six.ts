import { POLLUTANTS } from '../../types.ts';
import { allSixKnown } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes, measureId, nameCell, regionsInUse } from '../table-cells.ts';

const HEADS = { pm25: 'pm25', pm10: 'pm10', so2: 'so2', no2: 'no2', co: 'co-p95', o3: 'o3-mda8' } as const;

/** The regions, the key cities, the capitals and the nation: six pollutants and the composite index, from the cities' own data. */
export const regionsSix: TableBuilder = (context) => {
  if (!allSixKnown(context)) return null;
  const { nation, key } = context.edition.scopes;
  return settled(context, {
    columns: [
      { key: 'region' },
      { key: 'cities-with-data', numeric: true },
      ...POLLUTANTS.map((pollutant) => ({ key: HEADS[pollutant], numeric: true })),
      { key: 'composite', numeric: true },
    ],
    rows: [...new Set([...regionsInUse(context), key, 'CAP31', nation])].map((scope) => ({
      head: nameCell(context, scope),
      cells: [
        { fact: `computed.${scope}.all.composite-index.@Y`, form: 'n' as const },
        ...POLLUTANTS.map((pollutant) => ({ fact: `computed.${scope}.${measureId(pollutant)}.@Y` })),
        { fact: `computed.${scope}.all.composite-index.@Y` },
      ],
    })),
    coverage: true,
    notes: ['units-co', ...computedNotes(context)],
    className: 'compact',
  });
};
