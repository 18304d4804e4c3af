import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { approveChapter } from '../../../pipeline/approve.ts';
import { silent } from '../../../pipeline/log.ts';
import { parseOptions } from '../../../pipeline/options.ts';
import type { Run } from '../../../pipeline/stages.ts';
import { Workspace } from '../../../pipeline/workspace.ts';
import { folder } from '../../build.ts';

const ASKED = { chapter: 'nation', by: 'Li', date: '2019-03-01', only: null, list: false };
const CHAPTER = 'templates/small/chapters/01-nation';

/** The small edition in a folder of its own, and a run on it. */
function small(lang = 'en,zh'): Readonly<{ dir: string; run: Run }> {
  const dir = folder({});
  cpSync('test/editions/small/input', dir, { recursive: true });
  mkdirSync(path.join(dir, 'data/geo'), { recursive: true });
  cpSync('data/geo/china.topo.json', path.join(dir, 'data/geo/china.topo.json'));
  cpSync('templates/styles', path.join(dir, 'templates/styles'), { recursive: true });
  const argv = ['--edition', 'small', '--year', '2018', '--lang', lang];
  const options = {
    ...parseOptions(argv, [2018], ['small']),
    ...{ dataDir: path.join(dir, 'data'), templatesDir: path.join(dir, 'templates'), outDir: path.join(dir, 'out') },
  };
  return { dir, run: { options, workspace: new Workspace(options.outDir, '2018', ''), log: silent } };
}

const approvedOf = (dir: string) => JSON.parse(readFileSync(path.join(dir, CHAPTER, 'approved.json'), 'utf8'));

describe('npm run approve', () => {
  test('records the paragraphs of both languages with their facts, and that their sections agree', async () => {
    const { dir, run } = small();
    const { languages, errors } = await approveChapter(run, ASKED);
    expect(errors).toEqual([]);
    const approved = approvedOf(dir);
    expect(Object.keys(approved.paragraphs['2018'])).toEqual(['en', 'zh']);
    expect(Object.keys(approved.paragraphs['2018'].en)).toHaveLength(languages[0]?.paragraphs.length ?? 0);
    expect(JSON.stringify(approved)).toContain('"printed":"');
    expect(Object.keys(approved.sections).length).toBeGreaterThan(0);
    // What stages keep for each other is not touched: figures were not drawn.
    expect(existsSync(path.join(dir, 'out'))).toBe(false);

    const before = readFileSync(path.join(dir, CHAPTER, 'approved.json'), 'utf8');
    await approveChapter(run, { ...ASKED, by: 'Wang', date: '2020-01-01' });
    expect(readFileSync(path.join(dir, CHAPTER, 'approved.json'), 'utf8')).toBe(before);
  });

  test('only lists when it is asked to, and takes one language or one paragraph', async () => {
    const { dir, run } = small('en');
    const { languages } = await approveChapter(run, { ...ASKED, list: true });
    expect(languages.map(({ language }) => language)).toEqual(['en']);
    expect(existsSync(path.join(dir, CHAPTER, 'approved.json'))).toBe(false);
    await approveChapter(run, { ...ASKED, only: 2 });
    const approved = approvedOf(dir);
    expect(approved.sections).toEqual({});
    expect(Object.keys(approved.paragraphs['2018'])).toEqual(['en']);
    expect(Object.keys(approved.paragraphs['2018'].en)).toEqual([languages[0]?.paragraphs[1]?.hash]);
  });

  test('refuses a chapter with faults, and offers names', async () => {
    const { dir, run } = small();
    const file = path.join(dir, CHAPTER, 'en.hbs');
    writeFileSync(file, `${readFileSync(file, 'utf8')}<p>{{fact "published.CN-4.pm25.annual-mean.1999"}}</p>`);
    const { errors } = await approveChapter(run, ASKED);
    expect(errors.map(({ rule }) => rule)).toEqual(['unknown-fact']);
    expect(existsSync(path.join(dir, CHAPTER, 'approved.json'))).toBe(false);
    await expect(approveChapter(run, { ...ASKED, chapter: 'natoin' })).rejects.toMatchObject({
      code: 'unknown-chapter',
      remedy: expect.stringContaining('01-nation'),
    });
    await expect(approveChapter(run, { ...ASKED, only: 99 })).rejects.toMatchObject({ code: 'no-paragraph' });
  });
});
