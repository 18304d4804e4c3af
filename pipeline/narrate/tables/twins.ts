import { existsIn } from '../../assess/scopes.ts';
import { distinct } from '../../assess/values.ts';
import { SECTORS, type Twin, type TwinSet } from '../../types.ts';
import type { CellItem } from '../compound-cell.ts';
import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell, TableColumn } from '../table.ts';
import { nameCell } from '../table-cells.ts';

/** How many titles of records are named; the file twins.csv has all. */
const TITLES = 3;
const NEARNESS = ['own', 'province', 'region'] as const;

/** What the register holds of a twin: the first titles, and how many records by whose they are and by sector. */
function measures({ code, measures: ids }: Twin, { from, to }: TwinSet, { facts, strings }: Context): TableCell {
  if (ids.length === 0) return { lines: [{ words: 'twins.no-record' }] };
  const count = (key: string, scope: string, statistic: string): CellItem[] => {
    const id = `register.${scope}.all.${statistic}.${from}..${to}`;
    return facts.has(id) ? [{ name: strings.get(key), fact: id }] : [];
  };
  return {
    lines: [
      { policies: ids.slice(0, TITLES) },
      {
        counts: [
          NEARNESS.flatMap((of) => count(`twins.${of}`, code, `measures-${of}`)),
          SECTORS.flatMap((sector) => count(`sector.${sector}`, `${code}:${sector}`, 'measures')),
        ],
      },
    ],
  };
}

const twinItem = ({ code, change }: Twin, { names }: Context, decimals?: number): CellItem => ({
  name: names.get(code) ?? code,
  fact: change,
  form: 'signed',
  ...(decimals === undefined ? {} : { decimals }),
});

const none = ({ reason }: TwinSet): TableCell => ({ lines: [{ words: `twins.${reason ?? 'twins-few-better'}` }] });

/** The columns of a city's own figures; the years are those of the sets, which are the same for all. */
function ownColumns(sets: readonly TwinSet[], { strings }: Context): TableColumn[] {
  const [first] = sets;
  const level = (year: number | undefined): TableColumn => ({
    key: 'twin-level',
    label: strings.get('column.twin-level').replace('{}', String(year)),
    numeric: true,
  });
  return [
    { key: 'city' },
    level(first?.from),
    level(first?.to),
    { key: 'change', unit: '%', numeric: true },
    { key: 'alike-change', unit: '%', numeric: true },
  ];
}

const ownCells = ({ start, end, change, alike, unsteady }: TwinSet, bare: boolean): TableCell[] => [
  { fact: start },
  { fact: end, ...(unsteady ? { mark: 'twins-unsteady' } : {}) },
  { fact: change, form: 'signed', bare },
  { fact: alike, form: 'signed', bare },
];

const COLUMN_NOTES = ['mixed-basis', 'method-change'];

/** Where changes carry different notes, these are said of the columns and not marked in every cell; alike ones settled() says once. */
function columnNotes(sets: readonly TwinSet[], { facts }: Context): readonly string[] {
  const noted = distinct(sets.map(({ change }) => facts.get(change).notes.join(' ')));
  return noted.length > 1
    ? COLUMN_NOTES.filter((key) => noted.some((notes) => notes.includes(key))).map((key) => `${key}-column`)
    : [];
}

/** The capitals: how PM2.5 went in each and in the cities that started like it, its first twin, and what the register holds of that. */
export const twinsCapitals: TableBuilder = (context) => {
  const { assessment, data } = context;
  const members = data.scopes.find(({ id }) => id === 'CAP31')?.members ?? [];
  const sets = members.flatMap((code) => assessment.twins.find((set) => set.code === code) ?? []);
  const columns = columnNotes(sets, context);
  return settled(context, {
    columns: [...ownColumns(sets, context), { key: 'first-twin', unit: '%' }, { key: 'twin-measures' }],
    rows: sets.map((set) => {
      const [twin] = set.twins;
      return {
        head: nameCell(context, set.code),
        cells: [
          ...ownCells(set, columns.length > 0),
          twin ? { lines: [{ items: [twinItem(twin, context)] }] } : none(set),
          twin ? measures(twin, set, context) : null,
        ],
      };
    }),
    // The caution stands in the text below the table.
    notes: ['twins-alike', 'twins-records', ...columns],
    className: 'compact records twins',
  });
};

/** Every city with a value in both years, by province, and its twins with their changes. */
export const twinsAll: TableBuilder = (context) => {
  const { assessment, data, edition, strings } = context;
  const setOf = new Map(assessment.twins.map((set) => [set.code, set]));
  const columns = columnNotes(assessment.twins, context);
  const cities = data.cities.filter((city) => existsIn(city, edition.year));
  const groups = [
    { name: strings.get('group.municipalities'), own: cities.filter(({ level }) => level === 'municipality') },
    ...data.provinces.map(({ code, name }) => ({
      name,
      own: cities.filter(({ level, province }) => level !== 'municipality' && province.code === code),
    })),
  ];
  const rows = groups.flatMap(({ name, own }) => [
    { group: name },
    ...own
      .flatMap(({ code }) => setOf.get(code) ?? [])
      .map((set) => ({
        head: nameCell(context, set.code),
        cells: [
          ...ownCells(set, columns.length > 0),
          set.twins.length ? { lines: [{ items: set.twins.map((twin) => twinItem(twin, context, 0)) }] } : none(set),
        ],
      })),
  ]);
  return settled(context, {
    columns: [...ownColumns(assessment.twins, context), { key: 'twins', unit: '%' }],
    rows,
    notes: ['twins-alike', 'twins-caution', 'twins-fewer', ...columns],
    className: 'compact twins all',
  });
};
