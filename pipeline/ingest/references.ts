import { nearest } from '../errors.ts';
import type { Finding } from '../types.ts';
import type { Table } from './read-table.ts';
import type { TableSchema } from './schema.ts';

/** Every value that should stand in another table and does not: an error with row, value and the nearest known values. */
export function brokenReferences(
  tables: ReadonlyMap<string, Table>,
  schemas: ReadonlyMap<string, TableSchema>,
): Finding[] {
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
      return table.rows.flatMap((row) => {
        const cell = row.cell(column);
        const named = Array.isArray(cell) ? cell : cell === null ? [] : [String(cell)];
        return named
          .filter((value) => !values.has(value))
          .map((value) => ({
            severity: 'error' as const,
            rule: 'reference',
            file: table.path,
            row: row.at,
            message: `${column} “${value}” is not in ${target} (${to}).`,
            remedy: `Add it to ${target}, or correct it; the nearest are ${nearest(value, values).join(', ')}.`,
          }));
      });
    }),
  );
}
