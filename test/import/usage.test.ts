import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { describe, expect, test } from 'vitest';
import { type ImportOptions, importPolicies } from '../../pipeline/import/import-policies.ts';
import { rejectedTable } from '../../pipeline/import/rejected.ts';
import { folder } from '../build.ts';
import { registerFolder } from './folder.ts';

describe('wrong usage', () => {
  const OWN = readFileSync('data/policies/policies.csv', 'utf8').split('\n', 1)[0] ?? '';
  /** The message and the remedy of an import that cannot begin. */
  async function refusal(parts: Partial<ImportOptions>, map: unknown = null, text = `${OWN}\nx\n`): Promise<string> {
    const dir = registerFolder();
    const [file, mapFile] = [path.join(dir, 'in.csv'), path.join(dir, 'map.json')];
    writeFileSync(file, text);
    if (map !== null) writeFileSync(mapFile, JSON.stringify(map));
    const options = {
      file,
      map: map === null ? null : mapFile,
      sheet: null,
      dataDir: dir,
      update: false,
      dryRun: false,
    };
    try {
      await importPolicies({ ...options, rejected: null, ...parts });
    } catch (error) {
      const { exit, message, remedy } = error as { exit: number; message: string; remedy: string };
      expect(exit).toBe(2);
      return `${message} ${remedy}`;
    }
    return 'none';
  }

  test.each([
    [
      'a column that is not in the file',
      { columns: { titel_en: 'title_en' } },
      /“titel_en” is not there\. .*nearest are title_en/,
    ],
    ['a field that is none', { columns: { title_en: 'titel_en' } }, /“titel_en” is not there\. .*nearest are title_en/],
    [
      'a constant of a field that is none',
      { constants: { sector: 'coal' } },
      /“sector” is not there\. .*nearest are sectors/,
    ],
    [
      'two columns for one field',
      { columns: { title_en: 'title_en', title_zh: 'title_en' } },
      /read from title_en and from title_zh/,
    ],
    ['a required field from nowhere', { columns: { id: 'id' } }, /No column is read as title_en/],
    ['a form of dates that is none', { dates: ['DD.MM'] }, /“DD\.MM” is no form of dates/],
    ['a key that means nothing', { column: {} }, /is no mapping/],
  ])('is %s', async (_, map, words) => expect(await refusal({}, map)).toMatch(words));

  test.each([
    ['no such file', { file: 'none.csv' }, /There is no file none\.csv/],
    ['a file of another form', { file: 'package.json' }, /neither \.xlsx nor \.csv/],
    ['a sheet of a CSV file', { sheet: '政策' }, /is CSV and has no sheets/],
  ])('is %s', async (_, parts, words) => expect(await refusal(parts)).toMatch(words));

  test('is a file without rows, with broken quotes, or no workbook, and a sheet that is not there', async () => {
    expect(await refusal({}, null, `${OWN}\n`)).toContain('has a header and no rows');
    expect(await refusal({}, null, '')).toContain('nothing in row 1');
    expect(await refusal({}, null, `${OWN}\n"a"b,c\n`)).toContain('cannot be read as CSV');
    const broken = path.join(folder({ 'a.xlsx': 'no zip' }), 'a.xlsx');
    expect(await refusal({ file: broken })).toContain('cannot be read as a workbook');
    const book = new ExcelJS.Workbook();
    book.addWorksheet('政策').addRow(['id']);
    const file = path.join(folder({}), 'b.xlsx');
    await book.xlsx.writeFile(file);
    expect(await refusal({ file, sheet: '政筞' })).toMatch(/has no sheet “政筞”.*nearest are 政策/);
  });
});

describe('a file in the register’s own columns', () => {
  const [header = '', first = ''] = readFileSync('data/policies/policies.csv', 'utf8').split('\n');
  const imported = async (text: string, parts: Partial<ImportOptions> = {}) => {
    const dir = registerFolder();
    const file = path.join(dir, 'in.csv');
    writeFileSync(file, text);
    const options = { file, map: null, sheet: null, dataDir: dir, update: false, dryRun: false, rejected: null };
    return { dir, done: await importPolicies({ ...options, ...parts }) };
  };

  test('is read by the map that data/README.md shows, once its columns have those names', async () => {
    const [, shown = ''] = /(\{ "sheet"[\s\S]*?\} \})\n/.exec(readFileSync('data/README.md', 'utf8')) ?? [];
    const { sheet, ...map } = JSON.parse(shown) as { sheet: string; columns: Record<string, string> };
    expect(sheet).toBe('政策');
    const cells: Record<string, string> = {
      ...{ title_zh: '煤炭管理办法', title_en: 'Rules on coal', issuer_zh: '河北省人民政府', issuer_en: 'Hebei' },
      ...{
        jurisdiction: '河北',
        issued: '18.8.2017',
        sectors: '煤炭与能源',
        level: '厅局',
        sources: 'caixin-2013-09-12',
      },
      ...{ summary_en: 'It sets tasks.', summary_zh: '提出任务。' },
    };
    const names = Object.keys(map.columns);
    const dir = folder({ 'map.json': JSON.stringify(map) });
    const text = `${names.join(',')}\n${names.map((name) => cells[map.columns[name] ?? '']).join(',')}\n`;
    const { dir: data, done } = await imported(text, { map: path.join(dir, 'map.json') });
    expect(done.rejections).toEqual([]);
    const last = readFileSync(path.join(data, 'policies/policies.csv'), 'utf8').trim().split('\n').at(-1);
    expect(last).toMatch(
      /^130000-2017-\w{8},,,Rules on coal,.*,provincial,130000,2017-08-18,,,,coal,.*,unknown,caixin-2013-09-12,partly-seen$/,
    );
  });

  test('needs no map, and a row cut short is refused for its cells', async () => {
    const { done } = await imported(`${header}\n${first}\nshort,row\n`);
    expect(done.rejections.map(({ row, rule }) => [row, rule])).toContainEqual([2, 'duplicate-id']);
    expect(done.rejections.filter(({ row }) => row === 3).map(({ rule }) => rule)).toContain('column-count');
    expect(rejectedTable(done.rejections)).toContain('Run with --update to replace the record');
  });

  test('gives a record without id one that stays the same, and refuses what its head’s row was refused for', async () => {
    const columns =
      'family,relation,title_en,title_zh,issuer_en,issuer_zh,level,jurisdiction,issued,sectors,summary_en,summary_zh,status,sources,evidence';
    const row =
      'Rules on coal,煤炭管理办法,Hebei,河北省人民政府,provincial,河北,2018,coal,It sets tasks.,提出任务。,in-force,caixin-2013-09-12,seen';
    const last = async () => {
      const { dir } = await imported(`${columns}\n,,${row}\n`);
      return readFileSync(path.join(dir, 'policies/policies.csv'), 'utf8').trim().split('\n').at(-1);
    };
    expect(await last()).toMatch(/^130000-2018-[0-9a-f]{8},/);
    expect(await last()).toBe(await last());

    const named = (id: string, family: string, text: string) => `${id},${family},${family ? 'implements' : ''},${text}`;
    const bad = row.replace(',coal,', ',cole,');
    const child = row.replace('Rules on coal', 'Notice on dust').replace('煤炭管理办法', '扬尘治理通知');
    const { done } = await imported(`id,${columns}\n${named('head', '', bad)}\n${named('child', 'head', child)}\n`);
    expect(done.rejections.map(({ row: at, rule, remedy }) => [at, rule, remedy])).toEqual([
      [2, 'sector', expect.stringContaining('coal')],
      [3, 'policy-family', 'Mend its family in row 2 first.'],
    ]);
  });

  test('tells which records are at odds with a head that was replaced', async () => {
    const later = first.replace(',2012-02-29,2016-01-01,', ',2030-01-01,,');
    expect(later).not.toBe(first);
    const { done } = await imported(`${header}\n${later}\n`, { update: true });
    expect(done.updated).toBe(1);
    expect(done.disturbed.map(({ message }) => message)).toContainEqual(
      expect.stringContaining('supersedes cn-2012-gb3095 of 2030-01-01, a later one'),
    );
  });
});
