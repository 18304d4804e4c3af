import { describe, expect, test } from 'vitest';
import { parityFindings } from '../../../pipeline/narrate/parity/parity.ts';
import type { Language } from '../../../pipeline/types.ts';
import { edition, folder } from '../../build.ts';

const CHAPTERS = [{ folder: '01-nation', kind: 'chapter' as const, landscape: false }];

function found(files: Readonly<Record<string, string>>, languages: readonly Language[], written = ['en', 'zh']) {
  const at = (name: string) => (name.endsWith('.hbs') ? `annual/chapters/01-nation/${name}` : name);
  const dir = folder({
    'annual/edition.json': JSON.stringify({ languages: written }),
    ...Object.fromEntries(Object.entries(files).map(([name, text]) => [at(name), text])),
  });
  return parityFindings(dir, edition({ chapters: CHAPTERS, languages }));
}

describe('the languages of an edition', () => {
  const pair = { 'en.hbs': '<h1>A</h1>\n{{figure "f"}}', 'zh.hbs': '<h1>甲</h1>' };

  test.each([[['en', 'zh']], [['en']], [['zh']]] as [Language[]][])('are compared when %s is made', (languages) => {
    expect(found(pair, languages)).toMatchObject([
      { severity: 'error', rule: 'parity', file: 'annual/chapters/01-nation/en.hbs', row: 2 },
    ]);
  });

  test('are not compared where the edition has only one', () => {
    expect(found(pair, ['en'], ['en'])).toEqual([]);
  });

  test('may lack a chapter only in the one that is made, where the narrating says it', () => {
    expect(found({ 'en.hbs': '<h1>A</h1>' }, ['en'])).toMatchObject([
      { severity: 'error', rule: 'template-missing', file: 'annual/chapters/01-nation/zh.hbs', row: null },
    ]);
    expect(found({ 'en.hbs': '<h1>A</h1>' }, ['en', 'zh'])).toEqual([]);
  });

  test('of unlike length are a warning', () => {
    const long = `<h1>A</h1>${'word '.repeat(100)}`;
    expect(found({ 'en.hbs': long, 'zh.hbs': '<h1>甲</h1>' }, ['en'])).toMatchObject([
      { severity: 'warn', rule: 'parity-length', file: 'annual/chapters/01-nation/zh.hbs', row: 1 },
    ]);
  });
});
