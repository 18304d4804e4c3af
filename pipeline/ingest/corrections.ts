import type { Finding } from '../types.ts';
import type { Row, Table } from './read-table.ts';
import type { TableSchema } from './schema.ts';

/**
 * Applies data/corrections.csv: each line names a table, the key of a row, a column, and the value that must still stand
 * there (`expect`). When it does, the cell becomes `to` (empty: missing) and the change is noted; when it does not, the
 * source was mended or the key is wrong, and that is an error: a correction never outlives its reason.
 */
export function correct(table: Table, schema: TableSchema, corrections: readonly Row[]): Table {
  const mine = corrections.filter((line) => line.text('file') === table.path);
  if (mine.length === 0) return table;
  const keyOf = (row: Row) => schema.primaryKey.map((column) => row.text(column)).join('|');
  const rows = new Map(table.rows.map((row) => [keyOf(row), row]));
  const findings: Finding[] = mine.map((line) => {
    const [key, column, expect, to] = ['key', 'column', 'expect', 'to'].map((name) => line.text(name)) as [
      string,
      string,
      string,
      string,
    ];
    const row = rows.get(key);
    const at = { file: 'corrections.csv', row: line.at } as const;
    if (!row || row.text(column) !== expect) {
      const found = row ? `holds “${row.text(column)}”` : 'is not there';
      return {
        ...at,
        severity: 'error',
        rule: 'correction-expects',
        message: `${table.path} ${key}: ${column} should still be “${expect}”, but ${found}.`,
        remedy: 'Remove the correction if the source has been mended; else correct its key.',
      };
    }
    rows.set(key, row.with(column, to === '' ? null : typeof row.cell(column) === 'number' ? Number(to) : to));
    return {
      ...at,
      severity: 'note',
      rule: 'corrected',
      message: `${table.path} ${key}: ${column} ${expect} → ${to || '–'}. ${line.text('why')}`,
      remedy: 'Nothing to do: the change and its reason stand in corrections.csv.',
    };
  });
  return { ...table, rows: [...rows.values()], findings: [...table.findings, ...findings] };
}
