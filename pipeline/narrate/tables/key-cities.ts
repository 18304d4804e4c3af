import { firstPlaces, lastPlaces } from '../../assess/places.ts';
import { POLLUTANTS, type RankRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { placeCell, placeNotes } from '../place-cells.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableModel } from '../table.ts';
import { computedNotes, measureId } from '../table-cells.ts';

/** The ministry lists twenty places at each end of the 168 cities (ten of the 74); all that share the last place are shown. */
const PLACES = 20;
const PLACES_OF_74 = 10;
const HEADS = { pm25: 'pm25', pm10: 'pm10', so2: 'so2', no2: 'no2', co: 'co-p95', o3: 'o3-mda8' } as const;

/** A ranking of the key cities by composite index, of all (`cleanest`) or of those that have one (`composite-partial`). */
function ranking({ assessment, edition }: Context, wanted: string): RankRow[] {
  return assessment.rankings.filter(
    ({ list, cohort, year, note }) =>
      list === wanted && cohort === edition.scopes.key && year === edition.year && note.startsWith('by-composite'),
  );
}

type Group = Readonly<{ rows: readonly RankRow[]; head?: string }>;

function tableOf(context: Context, all: readonly RankRow[], groups: readonly Group[]): TableModel | null {
  const partial = all.some(({ list }) => list === 'composite-partial');
  const published = `rank-${context.edition.scopes.key.toLowerCase()}`;
  return settled(context, {
    columns: [
      { key: 'rank-range', numeric: true },
      { key: 'city' },
      { key: 'composite', numeric: true },
      { key: 'published-rank', numeric: true },
      { key: 'rank-dust-free', numeric: true },
      ...POLLUTANTS.map((pollutant) => ({ key: HEADS[pollutant], numeric: true })),
    ],
    rows: groups.flatMap(({ rows, head }) => [
      ...(head ? [{ group: context.strings.get(head) }] : []),
      ...rows.map((row) => ({
        head: placeCell(row, all, partial ? '-partial' : ''),
        cells: [
          { text: context.names.get(row.code) ?? row.code },
          { fact: row.fact },
          { fact: `published.${row.code}.all.${published}.@Y` },
          { fact: `computed.${row.code}.all.rank.@Y.${row.cohort}-dust-excluded` },
          ...POLLUTANTS.map((pollutant) => ({ fact: `computed.${row.code}.${measureId(pollutant)}.@Y` })),
        ],
      })),
    ]),
    notes: [
      ...placeNotes(all),
      ...(partial ? ['composite-partial'] : ['published-rank', 'rank-dust-free']),
      'units-co',
      ...computedNotes(context),
    ],
    className: 'compact ranking',
  });
}

/** The key cities with the lowest composite index. */
export const keyCitiesBest: TableBuilder = (context) => {
  const rows = ranking(context, 'cleanest');
  return tableOf(context, rows, [{ rows: firstPlaces(rows, PLACES) }]);
};

/** The key cities with the highest composite index, the highest first, with the rank counted from the best as the ministry does. */
export const keyCitiesWorst: TableBuilder = (context) => {
  const rows = ranking(context, 'cleanest');
  return tableOf(context, rows, [{ rows: lastPlaces(rows, PLACES) }]);
};

/** Both ends among the key cities that have an index, in years in which too few have one for a ranking of all. */
export const keyCitiesPartial: TableBuilder = (context) => {
  const rows = ranking(context, 'composite-partial');
  if (rows.length < 2 * PLACES_OF_74) return null;
  return tableOf(context, rows, [
    { rows: firstPlaces(rows, PLACES_OF_74), head: 'group.lowest' },
    { rows: lastPlaces(rows, PLACES_OF_74), head: 'group.highest' },
  ]);
};
