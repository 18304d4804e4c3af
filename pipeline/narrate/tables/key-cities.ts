import { POLLUTANTS, type RankRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableModel } from '../table.ts';
import { computedNotes, measureId } from '../table-cells.ts';

/** The ministry lists twenty places at each end; all that share the last place are shown. */
const PLACES = 20;
const HEADS = { pm25: 'pm25', pm10: 'pm10', so2: 'so2', no2: 'no2', co: 'co-p95', o3: 'o3-mda8' } as const;

/** The key cities ranked by composite index; empty where they are ranked by something else. */
function ranking({ assessment, edition }: Context): RankRow[] {
  return assessment.rankings.filter(
    ({ list, cohort, year, note }) =>
      list === 'cleanest' && cohort === edition.scopes.key && year === edition.year && note === 'by-composite',
  );
}

function tableOf(context: Context, rows: readonly RankRow[]): TableModel | null {
  const provinces = new Map(context.data.cities.map(({ code, province }) => [code, province.short]));
  return settled(context, {
    columns: [
      { key: 'rank' },
      { key: 'city' },
      { key: 'province' },
      { key: 'composite', numeric: true },
      { key: 'published-rank', numeric: true },
      ...POLLUTANTS.map((pollutant) => ({ key: HEADS[pollutant], numeric: true })),
    ],
    rows: rows.map(({ rank, code, fact }) => ({
      head: { text: String(rank) },
      cells: [
        { text: context.names.get(code) ?? code },
        { text: provinces.get(code) ?? '' },
        { fact },
        { fact: `published.${code}.all.rank-key168.@Y` },
        ...POLLUTANTS.map((pollutant) => ({ fact: `computed.${code}.${measureId(pollutant)}.@Y` })),
      ],
    })),
    notes: ['ties', 'published-rank', 'units-co', ...computedNotes(context)],
    className: 'compact ranking',
  });
}

/** The key cities with the lowest composite index. */
export const keyCitiesBest: TableBuilder = (context) =>
  tableOf(
    context,
    ranking(context).filter(({ rank }) => rank <= PLACES),
  );

/** The key cities with the highest composite index, the highest first, with the rank counted from the best as the ministry does. */
export const keyCitiesWorst: TableBuilder = (context) => {
  const rows = ranking(context);
  const worse = ({ rank }: RankRow) => rows.filter((other) => other.rank > rank).length;
  return tableOf(
    context,
    rows.filter((row) => worse(row) < PLACES).sort((a, b) => b.rank - a.rank || (a.code < b.code ? -1 : 1)),
  );
};
