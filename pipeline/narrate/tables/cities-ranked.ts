import { firstPlaces, lastPlaces, pm25Places } from '../../assess/places.ts';
import type { RankRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { placeCell, placeNotes } from '../place-cells.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableColumn, TableModel } from '../table.ts';
import { computedNotes } from '../table-cells.ts';

/** How many places the tables of cities show; all that share the last place are shown. */
const PLACES = 20;

const COLUMNS: readonly TableColumn[] = [
  { key: 'rank-range', numeric: true },
  { key: 'city' },
  { key: 'province' },
  { key: 'pm25', unit: 'µg/m³', numeric: true },
  { key: 'pm10', unit: 'µg/m³', numeric: true },
  { key: 'no2', unit: 'µg/m³', numeric: true },
  { key: 'composite', numeric: true },
];

/** The ranking of the national cohort in the year assessed by PM2.5, cleanest first. */
const ranking = ({ assessment, edition }: Context): RankRow[] =>
  pm25Places(assessment.rankings, edition.scopes.nation, edition.year);

function tableOf(context: Context, shown: readonly RankRow[], all: readonly RankRow[]): TableModel | null {
  const provinces = new Map(context.data.cities.map(({ code, province }) => [code, province.short]));
  return settled(context, {
    columns: COLUMNS,
    rows: shown.map((row) => ({
      head: placeCell(row, all),
      cells: [
        { text: context.names.get(row.code) ?? row.code },
        { text: provinces.get(row.code) ?? '' },
        { fact: `computed.${row.code}.pm25.annual-mean.@Y` },
        { fact: `computed.${row.code}.pm10.annual-mean.@Y` },
        { fact: `computed.${row.code}.no2.annual-mean.@Y` },
        { fact: `computed.${row.code}.all.composite-index.@Y` },
      ],
    })),
    notes: [...placeNotes(all), ...computedNotes(context)],
    className: 'compact ranking',
  });
}

/** The cities with the lowest annual means of PM2.5; equal values as printed share a place. */
export const citiesCleanest: TableBuilder = (context) => {
  const rows = ranking(context);
  return tableOf(context, firstPlaces(rows, PLACES), rows);
};

/** The cities with the highest annual means of PM2.5, highest first, with the rank counted from the cleanest. */
export const citiesMostPolluted: TableBuilder = (context) => {
  const rows = ranking(context);
  return tableOf(context, lastPlaces(rows, PLACES), rows);
};
