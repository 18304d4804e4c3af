import { expect, test } from 'vitest';
import { Row, type Table } from '../../pipeline/ingest/read-table.ts';
import { brokenReferences, unusedSources } from '../../pipeline/ingest/references.ts';
import type { TableSchema } from '../../pipeline/ingest/schema.ts';

const table = (path: string, cells: readonly Readonly<Record<string, string | readonly string[] | null>>[]): Table => ({
  path,
  rows: cells.map((row, i) => new Row(i + 2, row)),
  findings: [],
});
const schema = (path: string, references: TableSchema['references']): TableSchema => ({
  path,
  fields: [],
  primaryKey: [],
  references,
});

const SOURCES = table('sources.csv', [{ id: 'bulletin-2017' }, { id: 'bulletin-2018' }]);
const tables = (rows: Table) => new Map([SOURCES, rows].map((one) => [one.path, one]));
const SCHEMAS = new Map([
  ['sources.csv', schema('sources.csv', [])],
  ['a.csv', schema('a.csv', [{ column: 'sources', table: 'sources.csv', to: 'id' }])],
]);
const broken = (rows: Table) => brokenReferences(tables(rows), SCHEMAS);

test('a value that stands in the other table, and an empty cell, are in order', () => {
  expect(broken(table('a.csv', [{ sources: 'bulletin-2018' }, { sources: null }]))).toEqual([]);
});

test('each unknown element of a list is an error with row, value and the nearest known ones', () => {
  const findings = broken(
    table('a.csv', [{ sources: ['bulletin-2017'] }, { sources: ['bulletin-2018', 'buletin-2018'] }]),
  );
  expect(findings).toHaveLength(1);
  expect(findings[0]).toMatchObject({ severity: 'error', rule: 'reference', file: 'a.csv', row: 3 });
  expect(findings[0]?.message).toBe('sources “buletin-2018” is not in sources.csv (id).');
  expect(findings[0]?.remedy).toContain('the nearest are bulletin-2018, bulletin-2017');
});

test('sources that no table names are noted once', () => {
  const unused = (...sources: readonly string[]) => unusedSources(tables(table('a.csv', [{ sources }])), SCHEMAS);
  expect(unused('bulletin-2017', 'bulletin-2018')).toEqual([]);
  expect(unused('bulletin-2018')).toMatchObject([
    { severity: 'note', rule: 'sources-unused', message: '1 sources are named by no table: bulletin-2017.' },
  ]);
});
