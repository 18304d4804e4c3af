import { nearest } from '../errors.ts';
import type { Finding } from '../types.ts';
import type { Row, Table } from './read-table.ts';
import type { TableSchema } from './schema.ts';

type Tables = ReadonlyMap<string, Table>;
type Schemas = ReadonlyMap<string, TableSchema>;

/** The values that a cell names: those of a list, one, or none. */
function namedIn(row: Row, column: string): string[] {
  const cell = row.cell(column);
  return Array.isArray(cell) ? [...cell] : cell === null ? [] : [String(cell)];
}

/** Every value that should stand in another table and does not: an error with row, value and the nearest known values. */
export function brokenReferences(tables: Tables, schemas: Schemas): Finding[] {
  const known = new Map<string, ReadonlySet<string>>();
  const valuesOf = (path: string, column: string) => {
    const key = `${path}:${column}`;
    const values = known.get(key) ?? new Set((tables.get(path)?.rows ?? []).map((row) => row.text(column)));
    known.set(key, values);
    return values;
  };
  return [...tables.values()].flatMap((table) =>
    (schemas.get(table.path)?.references ?? []).flatMap(({ column, table: target, to }) => {
      const values = valuesOf(target, to);
      return table.rows.flatMap((row) =>
        namedIn(row, column)
          .filter((value) => !values.has(value))
          .map((value) => ({
            severity: 'error' as const,
            rule: 'reference',
            file: table.path,
            row: row.at,
            message: `${column} “${value}” is not in ${target} (${to}).`,
            remedy: `Add it to ${target}, or correct it; the nearest are ${nearest(value, values).join(', ')}.`,
          })),
      );
    }),
  );
}

const SOURCES = 'sources.csv';
const TOLD = 12;

/** One note of the sources that no table names. */
export function unusedSources(tables: Tables, schemas: Schemas): Finding[] {
  const named = new Set(
    [...tables.values()].flatMap(({ path, rows }) =>
      (schemas.get(path)?.references ?? [])
        .filter(({ table }) => table === SOURCES)
        .flatMap(({ column }) => rows.flatMap((row) => namedIn(row, column))),
    ),
  );
  const unused = (tables.get(SOURCES)?.rows ?? []).map((row) => row.text('id')).filter((id) => !named.has(id));
  if (unused.length === 0) return [];
  const some = unused.slice(0, TOLD).join(', ');
  return [
    {
      severity: 'note',
      rule: 'sources-unused',
      file: SOURCES,
      row: null,
      message: `${unused.length} sources are named by no table: ${some}${unused.length > TOLD ? ' …' : ''}.`,
      remedy:
        'Take out those that are no source of borders, populations or lists of stations, or name them where they belong.',
    },
  ];
}
