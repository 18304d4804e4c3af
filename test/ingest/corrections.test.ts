import { describe, expect, test } from 'vitest';
import { correct, strayCorrections } from '../../pipeline/ingest/corrections.ts';
import { Row, type Table } from '../../pipeline/ingest/read-table.ts';
import type { TableSchema } from '../../pipeline/ingest/schema.ts';

const SCHEMA: TableSchema = {
  path: 'air/published.csv',
  fields: [
    { name: 'scope', type: 'string', constraints: { required: true } },
    { name: 'period', type: 'string' },
    { name: 'variant', type: 'string' },
    { name: 'value', type: 'number', constraints: { minimum: 0 } },
    { name: 'sources', type: 'string', 'china-air:list': '|' },
  ],
  primaryKey: ['scope', 'period', 'variant'],
  references: [],
};

const yanan = new Row(9, { scope: '610600', period: '2012', variant: null, value: 930, sources: ['ipe'] });
const xian = new Row(10, { scope: '610100', period: '2012', variant: null, value: 118, sources: ['ipe'] });
const table: Table = { path: SCHEMA.path, rows: [yanan, xian], findings: [] };

const line = (cells: Readonly<Record<string, string>>) =>
  new Row(2, {
    file: SCHEMA.path,
    key: '610600|2012|',
    column: 'value',
    from: '930',
    to: '93',
    why: 'A slip by a factor of ten.',
    expect: '930',
    ...cells,
  });
const corrected = (cells: Readonly<Record<string, string>> = {}) => correct(table, SCHEMA, [line(cells)]);

describe('a correction', () => {
  test('finds its row by the values of the primary key joined by |, changes the cell, and is noted with its reason', () => {
    const { rows, findings } = corrected();
    expect(rows.map((row) => row.numberOrNull('value'))).toEqual([93, 118]);
    expect(rows[0]?.at).toBe(9);
    expect(findings).toMatchObject([{ severity: 'note', rule: 'corrected', file: 'corrections.csv', row: 2 }]);
    expect(findings[0]?.message).toContain('930 → 93. A slip by a factor of ten.');
  });

  test('leaves the table it was given as it was', () => {
    corrected();
    expect(yanan.numberOrNull('value')).toBe(930);
  });

  test('with an empty `to` makes the value missing', () => {
    expect(corrected({ to: '' }).rows[0]?.numberOrNull('value')).toBeNull();
  });

  test('is an error once the source has been mended', () => {
    const { rows, findings } = corrected({ expect: '93' });
    expect(findings).toMatchObject([{ severity: 'error', rule: 'correction-expects', row: 2 }]);
    expect(findings[0]?.message).toContain('value should still be “93”, but holds “930”');
    expect(rows[0]?.numberOrNull('value')).toBe(930);
  });

  test('is an error when no row has its key', () => {
    expect(corrected({ key: '610600|2013|' }).findings[0]?.message).toContain('but is not there');
  });

  test('is an error when there is no such column, with the nearest', () => {
    const [finding] = corrected({ column: 'valeu' }).findings;
    expect(finding).toMatchObject({ severity: 'error', rule: 'correction-column' });
    expect(finding?.remedy).toContain('value');
  });

  test('cannot put into a cell what its column does not allow', () => {
    const { rows, findings } = corrected({ to: 'ninety-three' });
    expect(findings).toMatchObject([{ severity: 'error', rule: 'correction-value' }]);
    expect(rows[0]?.numberOrNull('value')).toBe(930);
  });

  test('compares numbers as numbers, and keeps lists lists', () => {
    expect(corrected({ expect: '930.0' }).rows[0]?.numberOrNull('value')).toBe(93);
    expect(corrected({ column: 'sources', expect: 'ipe', to: 'ipe|yearbook' }).rows[0]?.list('sources')).toEqual([
      'ipe',
      'yearbook',
    ]);
  });

  test('of another table leaves this one alone', () => {
    expect(corrected({ file: 'cities.csv' })).toBe(table);
  });

  test('of a table that does not exist is an error', () => {
    const findings = strayCorrections([line({ file: 'air/publised.csv' }), line({})], [SCHEMA.path, 'cities.csv']);
    expect(findings).toMatchObject([{ severity: 'error', rule: 'correction-table', row: 2 }]);
    expect(findings[0]?.remedy).toContain('air/published.csv');
  });
});
