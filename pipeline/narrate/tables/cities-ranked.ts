import type { RankRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { pm25Ranking } from '../pm25-ranking.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableColumn, TableModel } from '../table.ts';
import { computedNotes } from '../table-cells.ts';

/** How many places the tables of cities show; all that share the last place are shown. */
const PLACES = 20;

const COLUMNS: readonly TableColumn[] = [
  { key: 'rank' },
  { key: 'city' },
  { key: 'province' },
  { key: 'pm25', unit: 'µg/m³', numeric: true },
  { key: 'pm10', unit: 'µg/m³', numeric: true },
  { key: 'no2', unit: 'µg/m³', numeric: true },
  { key: 'composite', numeric: true },
];

/** The ranking of the national cohort in the year assessed by PM2.5, cleanest first. */
const ranking = (context: Context): RankRow[] => pm25Ranking(context, context.edition.scopes.nation);

function tableOf(context: Context, placed: readonly Readonly<{ place: number; code: string }>[]): TableModel | null {
  const provinces = new Map(context.data.cities.map(({ code, province }) => [code, province.short]));
  return settled(context, {
    columns: COLUMNS,
    rows: placed.map(({ place, code }) => ({
      head: { text: String(place) },
      cells: [
        { text: context.names.get(code) ?? code },
        { text: provinces.get(code) ?? '' },
        { fact: `computed.${code}.pm25.annual-mean.@Y` },
        { fact: `computed.${code}.pm10.annual-mean.@Y` },
        { fact: `computed.${code}.no2.annual-mean.@Y` },
        { fact: `computed.${code}.all.composite-index.@Y` },
      ],
    })),
    notes: ['ties', ...computedNotes(context)],
    className: 'compact ranking',
  });
}

/** The cities with the lowest annual means of PM2.5; equal values as printed share a place. */
export const citiesCleanest: TableBuilder = (context) =>
  tableOf(
    context,
    ranking(context)
      .filter(({ rank }) => rank <= PLACES)
      .map(({ rank, code }) => ({ place: rank, code })),
  );

/** The cities with the highest annual means of PM2.5, highest first: a place counts the cities that are worse. */
export const citiesMostPolluted: TableBuilder = (context) => {
  const rows = ranking(context);
  const placed = rows.map(({ rank, code }) => ({ place: rows.filter((other) => other.rank > rank).length + 1, code }));
  return tableOf(
    context,
    placed.filter(({ place }) => place <= PLACES).sort((a, b) => a.place - b.place || (a.code < b.code ? -1 : 1)),
  );
};
