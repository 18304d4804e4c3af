import { COVERAGE_FLOOR } from '../../assess/cohort.ts';
import { firstPlaces, shares } from '../../assess/places.ts';
import type { RankRow } from '../../types.ts';
import type { Context } from '../context.ts';
import { rankText } from '../place-cells.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableModel } from '../table.ts';
import { computedNotes } from '../table-cells.ts';

const PLACES = 20;
const PLACES_OF_INDEX = 10;

const listed = ({ assessment, edition }: Context, list: string, cohort: string): RankRow[] =>
  assessment.rankings.filter((row) => row.list === list && row.cohort === cohort && row.year === edition.year);

type Group = Readonly<{ all: readonly RankRow[]; count: number; head?: string }>;

/** Cities by a change on the year before, with both levels: of PM2.5, or of the composite index. */
function changes(
  context: Context,
  by: 'pm25' | 'index',
  groups: readonly Group[],
  notes: readonly string[],
): TableModel | null {
  const { data, names } = context;
  const provinces = new Map(data.cities.map(({ code, province }) => [code, province.short]));
  const id = by === 'pm25' ? 'pm25.annual-mean' : 'all.composite-index';
  const unit = by === 'pm25' ? { unit: 'µg/m³' } : {};
  return settled(context, {
    columns: [
      { key: 'rank' },
      { key: 'city' },
      { key: 'province' },
      { key: by === 'pm25' ? 'pm25-before' : 'index-before', ...unit, numeric: true },
      { key: by === 'pm25' ? 'pm25-year' : 'index-year', ...unit, numeric: true },
      { key: 'change', unit: '%', numeric: true },
    ],
    rows: groups.flatMap(({ all, count, head }) => [
      ...(head ? [{ group: context.strings.get(head) }] : []),
      ...firstPlaces(all, count).map((row) => ({
        head: rankText(row.rank, shares(row, all), context),
        cells: [
          { text: names.get(row.code) ?? row.code },
          { text: provinces.get(row.code) ?? '' },
          { fact: `computed.${row.code}.${id}.@P` },
          { fact: `computed.${row.code}.${id}.@Y` },
          {
            fact: row.fact,
            form: 'signed' as const,
            ...(row.note === 'limits-part-known' ? { mark: row.note } : {}),
          },
        ],
      })),
    ]),
    notes: ['ties', ...notes, ...computedNotes(context)],
    className: 'compact ranking',
  });
}

/** The cities whose PM2.5 fell most, relative to the year before; null in the first year of the city data. */
export const citiesImproved: TableBuilder = (context) => {
  const { previousYear, scopes } = context.edition;
  const all = listed(context, `improved-since-${previousYear}`, scopes.nation);
  return changes(context, 'pm25', [{ all, count: PLACES }], []);
};

/** The cities whose PM2.5 rose most, without those that meet all six limits, as the ministry's scheme of 2017 has it. */
export const citiesWorsened: TableBuilder = (context) => {
  const { previousYear, scopes } = context.edition;
  const all = listed(context, `worsened-since-${previousYear}`, scopes.nation);
  return changes(context, 'pm25', [{ all, count: PLACES }], ['worsened']);
};

/** Both ends of the capitals by the change of the composite index; null where too few have the index in both years. */
export const indexChange: TableBuilder = (context) => {
  const { data, edition } = context;
  const of = (way: string) => listed(context, `index-${way}-since-${edition.previousYear}`, 'CAP31');
  const [improved, worsened] = [of('improved'), of('worsened')];
  const size = data.scopes.find(({ id }) => id === 'CAP31')?.members.length ?? 0;
  if (size === 0 || improved.length / size < COVERAGE_FLOOR) return null;
  const groups = [
    { all: improved, count: PLACES_OF_INDEX, head: 'group.improved' },
    { all: worsened, count: PLACES_OF_INDEX, head: 'group.worsened' },
  ];
  return changes(context, 'index', groups, ['worsened']);
};
