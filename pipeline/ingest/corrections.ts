import { nearest } from '../errors.ts';
import type { Finding } from '../types.ts';
import { cellOf, fault, type Row, type Table } from './read-table.ts';
import type { TableSchema } from './schema.ts';

const CORRECTIONS = 'corrections.csv';

const wrong = (line: Row, rule: string, message: string, remedy: string): Finding => ({
  severity: 'error',
  rule,
  file: CORRECTIONS,
  row: line.at,
  message,
  remedy,
});

/** Corrections of tables that are not there: they would never be applied, and never be missed. */
export function strayCorrections(corrections: readonly Row[], paths: readonly string[]): Finding[] {
  return corrections
    .filter((line) => !paths.includes(line.text('file')))
    .map((line) =>
      wrong(
        line,
        'correction-table',
        `There is no table ${line.text('file')}.`,
        `Correct the file; the nearest are ${nearest(line.text('file'), paths).join(', ')}.`,
      ),
    );
}

/** What one correction makes of a row: the mended row, or why not. */
function mend(line: Row, row: Row | undefined, schema: TableSchema): Row | Finding {
  const [key, column, expect, to] = [line.text('key'), line.text('column'), line.text('expect'), line.text('to')];
  const where = `${schema.path} ${key}`;
  const field = schema.fields.find(({ name }) => name === column);
  if (!field) {
    const near = nearest(
      column,
      schema.fields.map(({ name }) => name),
    ).join(', ');
    return wrong(line, 'correction-column', `${where}: there is no column ${column}.`, `The nearest are ${near}.`);
  }
  if (!row || JSON.stringify(row.cell(column)) !== JSON.stringify(cellOf(field, expect))) {
    const found = row ? `holds “${row.text(column)}”` : 'is not there';
    return wrong(
      line,
      'correction-expects',
      `${where}: ${column} should still be “${expect}”, but ${found}.`,
      'Remove the correction if the source has been mended; else correct its key.',
    );
  }
  const unfit = fault(field, to);
  return unfit
    ? wrong(line, 'correction-value', `${where}: ${column} “${to}” ${unfit}.`, 'Correct the column `to`.')
    : row.with(column, cellOf(field, to));
}

/**
 * Applies data/corrections.csv: each line names a table, the key of a row (the values of the primary key, joined by `|`), a
 * column, and the value that must still stand there (`expect`). When it does, the cell becomes `to` (empty: missing) and the
 * change is noted; when it does not, the source was mended or the key is wrong, and that is an error: a correction never
 * outlives its reason.
 */
export function correct(table: Table, schema: TableSchema, corrections: readonly Row[]): Table {
  const mine = corrections.filter((line) => line.text('file') === table.path);
  if (mine.length === 0) return table;
  // A table without a key has its row numbers for one.
  const keyOf = (row: Row) => schema.primaryKey.map((column) => row.text(column)).join('|') || String(row.at);
  const rows = new Map(table.rows.map((row) => [keyOf(row), row]));
  const findings = mine.map((line): Finding => {
    const [key, column] = [line.text('key'), line.text('column')];
    const mended = mend(line, rows.get(key), schema);
    if ('severity' in mended) return mended;
    rows.set(key, mended);
    return {
      severity: 'note',
      rule: 'corrected',
      file: CORRECTIONS,
      row: line.at,
      message: `${table.path} ${key}: ${column} ${line.text('expect')} → ${line.text('to') || '–'}. ${line.text('why')}`,
      remedy: 'Nothing to do: the change and its reason stand in corrections.csv.',
    };
  });
  return { ...table, rows: [...rows.values()], findings: [...table.findings, ...findings] };
}
