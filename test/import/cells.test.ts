import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { dateForm, dateOfCell, readDate } from '../../pipeline/import/cell-date.ts';
import { LABELS, sectorsOf, wordFor } from '../../pipeline/import/labels.ts';
import { resolveMapping } from '../../pipeline/import/mapping.ts';
import { readRow } from '../../pipeline/import/read-row.ts';
import { readRegister } from '../../pipeline/import/register-tables.ts';
import { readSheet } from '../../pipeline/import/sheet.ts';
import { SECTORS } from '../../pipeline/types.ts';
import { folder } from '../build.ts';

const REST = {
  ...{ title_en: 'Rules', title_zh: '办法', issuer_en: 'State Council', issuer_zh: '国务院', level: 'national' },
  ...{ jurisdiction: 'CN', sectors: 'coal', summary_en: 'Rules.', summary_zh: '办法。', status: 'unknown' },
  evidence: 'unconfirmed',
};

describe('a date', () => {
  test.each([
    ['2017-08-18', '2017-08-18'],
    ['2017/8/18', '2017-08-18'],
    ['2017.8.18', '2017-08-18'],
    ['2017年8月18日', '2017-08-18'],
    ['２０１７年８月１８日', '2017-08-18'],
    ['2017 年 8 月', '2017-08'],
    ['2017年', '2017'],
    ['20170818', '2017-08-18'],
    ['2017-08-18 00:00:00', '2017-08-18'],
    // 1 January 2018 is day 43101 since 30 December 1899: 118 years of 365 days, 29 leap days, and 2 days to 1 January 1900.
    ['43101', '2018-01-01'],
    ['43101.5', '2018-01-01'],
    ['2017', '2017'],
  ])('%s is %s', (text, date) => expect(readDate(text)).toBe(date));

  test.each([
    '2017年2月30日',
    '2017-13',
    '18.8.2017',
    '8/18/2017',
    'August 2017',
    '99999',
    '17-08-18',
  ])('%s is none', (text) => expect(readDate(text)).toBeNull());

  test('of another form has to be named, and is then read before the plain ones', () => {
    const forms = ['D.M.YYYY', 'M/D/YYYY'].flatMap((text) => dateForm(text) ?? []);
    expect(readDate('18.8.2017', forms)).toBe('2017-08-18');
    expect(readDate('8/18/2017', forms)).toBe('2017-08-18');
    expect([dateForm('DD.MM'), dateForm('D YYYY')]).toEqual([null, null]);
  });

  test('that is a number with a point is refused: of 2017.10 only 2017.1 is left', () => {
    const { known, schema } = readRegister('data');
    const mapping = resolveMapping({ columns: { day: 'issued' }, constants: REST }, ['day'], schema.fields, ['id']);
    const faultsOf = (cell: string | number) => readRow({ at: 2, cells: [cell] }, null, mapping, known).faults;
    expect(faultsOf(2017.1)).toMatchObject([{ column: 'day', value: '2017.1', rule: 'date' }]);
    expect([faultsOf('2017.10'), faultsOf(2017), faultsOf(43101.5)]).toEqual([[], [], []]);
  });

  test('of a cell is as exact as the cell shows it', () => {
    const day = new Date(Date.UTC(2017, 7, 1));
    expect(['yyyy/m/d', 'yyyy"年"m"月"', 'yyyy', 'General'].map((format) => dateOfCell(day, format))).toEqual([
      '2017-08-01',
      '2017-08',
      '2017',
      '2017-08-01',
    ]);
  });
});

test('a text loses the line ends of its cell, in Chinese without a space', () => {
  const { known, schema } = readRegister('data');
  const constants = Object.fromEntries(Object.entries(REST).filter(([field]) => !field.startsWith('title')));
  const mapping = resolveMapping({ columns: { a: 'title_en', b: 'title_zh' }, constants }, ['a', 'b'], schema.fields, [
    'id',
  ]);
  const { text } = readRow({ at: 2, cells: [' Rules\r\non coal', '煤炭\n管理办法'] }, null, mapping, known);
  expect([text.title_en, text.title_zh]).toEqual(['Rules on coal', '煤炭管理办法']);
});

describe('words', () => {
  test('for sectors are the ids, and the labels that reports print in both languages', () => {
    for (const language of ['en', 'zh']) {
      const strings = JSON.parse(readFileSync(`templates/strings/${language}.json`, 'utf8')) as {
        sector: Record<string, string>;
      };
      expect(SECTORS.map((id) => sectorsOf(strings.sector[id] ?? ''))).toEqual(SECTORS.map((id) => [id]));
    }
    expect(Object.keys(LABELS.sectors ?? {})).toEqual([...SECTORS]);
  });

  test('for several sectors may stand with marks between them that labels hold too', () => {
    expect(sectorsOf('货运、船舶与港口、扬尘')).toEqual(['freight-ships-ports', 'dust']);
    expect(sectorsOf('Freight, ships and ports, dust; coal')).toEqual(['freight-ships-ports', 'dust', 'coal']);
    expect(sectorsOf('|coal|coal| 监测 ')).toEqual(['coal', 'monitoring']);
    expect(sectorsOf('扬尘\ncoal\n')).toEqual(['dust', 'coal']);
    expect(sectorsOf('coal, 散煤', { 散煤: 'coal' })).toEqual(['coal']);
    expect(sectorsOf('charcoal')).toEqual(['charcoal']);
  });

  test('of the map go before the known ones, and unknown words stay', () => {
    expect(wordFor('level', '省级')).toBe('provincial');
    expect(wordFor('level', '省级', { 省级: 'regional' })).toBe('regional');
    expect(wordFor('level', ' 乡镇 ')).toBe('乡镇');
  });
});

describe('a place', () => {
  const { places } = readRegister('data').known;

  test.each([
    ['130000', '130000'],
    ['河北省', '130000'],
    ['河北', '130000'],
    ['Hebei Province', '130000'],
    ['石家庄市', '130100'],
    ['shijiazhuang', '130100'],
    ['北京', '110000'],
    ['全国', 'CN'],
    ['中国', 'CN'],
    ['2+26', 'TWO26'],
    ['长三角地区', 'YRD'],
  ])('%s is %s', (name, code) => expect(places.resolve(name, '')).toBe(code));

  test('of a name that two have is settled by the level', () => {
    expect(places.resolve('吉林', 'provincial')).toBe('220000');
    expect(places.resolve('吉林', 'municipal')).toBe('220200');
    expect(places.resolve('吉林', '')).toMatchObject({ what: 'stands for 220000 and 220200' });
  });

  test('that is none is told with the nearest', () => {
    expect(places.resolve('Shijiazhang', 'municipal')).toMatchObject({
      remedy: expect.stringContaining('Shijiazhuang'),
    });
  });
});

test('cells of a workbook are read by what they show: formulas by their result, links by their text, errors as errors', async () => {
  const book = new ExcelJS.Workbook();
  const sheet = book.addWorksheet('a');
  sheet.addRow(['x', 'y', 'z', 'date']);
  sheet.addRow([]);
  sheet.addRow([
    { formula: 'A1', result: 'sum' },
    { text: 'link', hyperlink: 'https://example.org' },
    { error: '#REF!' },
    new Date(Date.UTC(2017, 7, 1)),
  ]);
  sheet.getCell('D3').numFmt = 'yyyy"年"m"月"';
  const file = path.join(folder({}), 'a.xlsx');
  await book.xlsx.writeFile(file);
  expect((await readSheet(file, null, 1)).rows).toEqual([
    { at: 3, cells: ['sum', 'link', { error: '#REF!' }, '2017-08'] },
  ]);
});

test('a CSV file may be in GB18030 and have semicolons, as spreadsheet programs save it', async () => {
  // 文件 in GB18030: CE C4 BC FE.
  const bytes = Buffer.concat([Buffer.from([0xce, 0xc4, 0xbc, 0xfe]), Buffer.from(';id\r\n1;2\r\n')]);
  const file = path.join(folder({}), 'a.csv');
  writeFileSync(file, bytes);
  expect(await readSheet(file, null, 1)).toMatchObject({
    header: ['文件', 'id'],
    rows: [{ at: 2, cells: ['1', '2'] }],
  });
});
