import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { replaceFile, replaceFolder, Workspace } from '../pipeline/workspace.ts';
import { folder } from './build.ts';

describe('what a stage leaves', () => {
  test('is read by the next as it was', () => {
    const workspace = new Workspace(folder({}), '2018', '--year 2018');
    workspace.write('ingest', { rows: [1, null, '三'] });
    expect(workspace.read('ingest')).toEqual({ rows: [1, null, '三'] });
    expect(readdirSync(workspace.dir)).toEqual(['ingest.json']);
  });

  test('is asked for with the command to run when it is not there', () => {
    const workspace = new Workspace(folder({}), '2018', '--year 2018');
    expect(() => workspace.read('assess')).toThrow(
      expect.objectContaining({
        code: 'stage-missing',
        exit: 2,
        remedy: expect.stringContaining('npm run assess -- --year 2018'),
      }),
    );
  });
});

describe('replacing a folder', () => {
  const filling = (text: string) => async (dir: string) => writeFileSync(path.join(dir, 'report.html'), text);

  test('makes it when there is none, with its parents', async () => {
    const target = path.join(folder({}), 'out', '2018');
    await replaceFolder(target, filling('new'));
    expect(readFileSync(path.join(target, 'report.html'), 'utf8')).toBe('new');
  });

  test('takes away what the new one does not have', async () => {
    const dir = folder({ '2018/old.csv': 'old', '2018/report.html': 'old' });
    await replaceFolder(path.join(dir, '2018'), filling('new'));
    expect(readdirSync(path.join(dir, '2018'))).toEqual(['report.html']);
    expect(readdirSync(dir)).toEqual(['2018']);
  });

  test('keeps the old one whole when filling fails, and leaves nothing beside it', async () => {
    const dir = folder({ '2018/report.html': 'old' });
    const failing = replaceFolder(path.join(dir, '2018'), async (beside) => {
      await filling('half')(beside);
      expect(readFileSync(path.join(dir, '2018', 'report.html'), 'utf8')).toBe('old');
      throw new Error('the browser is gone');
    });
    await expect(failing).rejects.toThrow('the browser is gone');
    expect(readFileSync(path.join(dir, '2018', 'report.html'), 'utf8')).toBe('old');
    expect(readdirSync(dir)).toEqual(['2018']);
  });

  test('is not disturbed by what an interrupted run left', async () => {
    const dir = folder({});
    const left = path.join(dir, `2018.new-${process.pid}`);
    mkdirSync(left);
    writeFileSync(path.join(left, 'half.csv'), 'half');
    await replaceFolder(path.join(dir, '2018'), filling('new'));
    expect(existsSync(left)).toBe(false);
    expect(readdirSync(path.join(dir, '2018'))).toEqual(['report.html']);
  });
});

describe('a file', () => {
  test('is swapped in whole, and nothing is left beside it', () => {
    const dir = folder({ 'a.csv': 'old' });
    replaceFile(path.join(dir, 'a.csv'), 'new');
    expect([readFileSync(path.join(dir, 'a.csv'), 'utf8'), readdirSync(dir)]).toEqual(['new', ['a.csv']]);
  });

  test('stays what it was when the new one cannot take its place', () => {
    const dir = folder({ 'a.csv/inside': 'old' });
    expect(() => replaceFile(path.join(dir, 'a.csv'), 'new')).toThrow();
    expect([readFileSync(path.join(dir, 'a.csv/inside'), 'utf8'), readdirSync(dir)]).toEqual(['old', ['a.csv']]);
  });
});
