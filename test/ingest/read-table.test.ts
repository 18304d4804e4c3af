import { describe, expect, test } from 'vitest';
import { Row, readTable } from '../../pipeline/ingest/read-table.ts';
import { type FieldSchema, readSchemas, type TableSchema } from '../../pipeline/ingest/schema.ts';
import { folder } from '../build.ts';

const SCHEMA: TableSchema = {
  path: 'means.csv',
  fields: [
    { name: 'code', type: 'string', constraints: { required: true, pattern: '\\d{6}' } },
    { name: 'year', type: 'integer', constraints: { required: true, minimum: 2000, maximum: 2100 } },
    { name: 'subject', type: 'string', constraints: { required: true, enum: ['pm25', 'pm10', 'so2', 'no2'] } },
    { name: 'value', type: 'number', constraints: { minimum: 0 } },
    { name: 'sources', type: 'string', 'china-air:list': '|' },
  ],
  primaryKey: ['code', 'year', 'subject'],
  references: [],
};

const read = (text: string, schema = SCHEMA) => readTable(folder({ [schema.path]: text }), schema);
const HEADER = 'code,year,subject,value,sources\n';

describe('a table that is right', () => {
  test('gives its rows with numbers as numbers, lists as lists, and empty cells as null', () => {
    const { rows, findings } = read(`${HEADER}110000,2018,pm25,51,a|b\n120000,2018,pm25,,\n`);
    expect(findings).toEqual([]);
    expect(rows.map((row) => [row.at, row.number('year'), row.numberOrNull('value'), row.list('sources')])).toEqual([
      [2, 2018, 51, ['a', 'b']],
      [3, 2018, null, []],
    ]);
  });

  test('may begin with a BOM and end its lines with CRLF', () => {
    const { rows, findings } = read(`\uFEFF${HEADER}110000,2018,pm25,51,a\n`.replace(/\n/g, '\r\n'));
    expect(findings).toEqual([]);
    expect(rows[0]?.text('code')).toBe('110000');
    expect(rows[0]?.list('sources')).toEqual(['a']);
  });

  test('may have its columns in another order', () => {
    const { rows, findings } = read('value,code,year,sources,subject\n51,110000,2018,,pm25\n');
    expect(findings).toEqual([]);
    expect(rows[0]?.numberOrNull('value')).toBe(51);
  });
});

describe('a table with a fault', () => {
  const only = (text: string) => {
    const { findings, rows } = read(text);
    expect(findings).toHaveLength(1);
    return { finding: findings[0], rows };
  };

  test('names file, row and value of a number that is none, and leaves the row out', () => {
    const { finding, rows } = only(`${HEADER}110000,2018,pm25,51,\n120000,2018,pm25,5l,\n`);
    expect(finding).toMatchObject({ severity: 'error', rule: 'cell', file: 'means.csv', row: 3 });
    expect(finding?.message).toBe('value “5l” is not a number.');
    expect(finding?.remedy).toBe('Correct value in row 3 of means.csv.');
    expect(rows.map((row) => row.at)).toEqual([2]);
  });

  test.each(['1e', '1,5', '--5', '0x10', 'NaN', 'Infinity', ' 51', '5.'])('does not take “%s” for a number', (text) => {
    expect(only(`${HEADER}110000,2018,pm25,"${text}",\n`).finding?.message).toContain(`“${text}” is not a number`);
  });

  test('lists the allowed values of a closed list', () => {
    const { finding } = only(`${HEADER}110000,2018,PM2.5,51,\n`);
    expect(finding?.message).toBe('subject “PM2.5” is not one of pm25, pm10, so2, no2.');
  });

  test('gives the nearest of a long list', () => {
    const allowed = Array.from({ length: 20 }, (_, i) => `statistic-${i}`);
    const field: FieldSchema = { name: 's', type: 'string', constraints: { enum: allowed } };
    const { findings } = read('s\nstatistik-7\n', { ...SCHEMA, fields: [field], primaryKey: [] });
    expect(findings[0]?.message).toMatch(/is not one of the 20 allowed values; the nearest: statistic-7,/);
  });

  test('says that a required cell is empty', () => {
    expect(only(`${HEADER}110000,,pm25,51,\n`).finding?.message).toBe('year “” is empty, but required.');
  });

  test('says what lies outside the bounds, and what has another form', () => {
    expect(only(`${HEADER}110000,1999,pm25,51,\n`).finding?.message).toBe('year “1999” is below 2000.');
    expect(only(`${HEADER}110000,2018,pm25,-1,\n`).finding?.message).toBe('value “-1” is below 0.');
    expect(only(`${HEADER}11000,2018,pm25,51,\n`).finding?.message).toBe('code “11000” does not have the form \\d{6}.');
  });

  test('points from a repeated key to the row that has it first', () => {
    const { finding, rows } = only(`${HEADER}110000,2018,pm25,51,\n110000,2018,pm25,52,\n`);
    expect(finding).toMatchObject({ rule: 'duplicate-key', row: 3 });
    expect(finding?.message).toContain('“110000 · 2018 · pm25” stands already in row 2');
    expect(rows).toHaveLength(1);
  });

  test('names the columns that are missing and those that nobody knows, and reads no row', () => {
    const { finding, rows } = only('code,year,subject,val\n110000,2018,pm25,51\n');
    expect(finding).toMatchObject({ rule: 'columns', row: 1 });
    expect(finding?.message).toBe('means.csv lacks value, sources and has unknown val.');
    expect(rows).toEqual([]);
  });

  test('notices a comma that nobody quoted', () => {
    expect(only(`${HEADER}110000,2018,pm25,51,a,b\n`).finding).toMatchObject({ rule: 'column-count', row: 2 });
  });

  test('that is not there is one error', () => {
    const { findings } = readTable(folder({}), SCHEMA);
    expect(findings).toMatchObject([{ severity: 'error', rule: 'table-missing', file: 'means.csv' }]);
  });

  test('that is no CSV is one error', () => {
    expect(only(`${HEADER}"110000,2018`).finding).toMatchObject({ rule: 'table-unreadable' });
  });

  test('tells all its faults in one run', () => {
    const { findings, rows } = read(
      `${HEADER}1,2018,pm25,x,\n110000,2018,ozone,51,\n120000,2018,pm25,35,\n120000,2018,pm25,36,\n`,
    );
    expect(findings.map(({ row, rule }) => [row, rule])).toEqual([
      [2, 'cell'],
      [2, 'cell'],
      [3, 'cell'],
      [5, 'duplicate-key'],
    ]);
    expect(rows.map((row) => row.at)).toEqual([4]);
  });
});

test('a data folder without a readable datapackage.json is refused with what to do', () => {
  expect(() => readSchemas(folder({}))).toThrow(expect.objectContaining({ code: 'no-datapackage', exit: 1 }));
  const other = folder({ 'datapackage.json': '{"name":"x","resources":[{"name":"a"}]}' });
  expect(() => readSchemas(other)).toThrow(expect.objectContaining({ code: 'bad-datapackage', exit: 1 }));
});

test('a number keeps the digits it was written with', () => {
  const row = new Row(2, { a: 78, b: 78, c: null }, { a: '78.0', b: '78', c: '' });
  expect(['a', 'b', 'c'].map((column) => row.decimals(column))).toEqual([1, 0, 0]);
  expect(row.with('b', 78.25).decimals('b')).toBe(2);
});
