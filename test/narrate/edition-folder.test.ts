import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fullTitle, tokensCss } from '../../pipeline/edition-files.ts';
import { tokensOf } from '../../pipeline/figures/tokens.ts';
import { compose } from '../../pipeline/narrate/compose.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { styleSheet } from '../../pipeline/print/styles.ts';
import { edition, folder } from '../build.ts';
import { contextOf } from './context.ts';

const SHARED = {
  'partials/document.hbs': '<body class="edition-{{folder}}">{{> cover}}{{> foot}}{{{body}}}</body>',
  'partials/cover.hbs': 'shared cover',
  'partials/foot.hbs': 'shared foot {{cover.colour}} {{#drawn cover.plate}}{{drawing cover.plate}}{{/drawn}}',
};

function made(files: Readonly<Record<string, string>>, chapter = '<h1>A</h1>') {
  const dir = folder({ ...SHARED, 'special/chapters/01-a/en.hbs': chapter, ...files });
  const context = contextOf([]);
  return compose(dir, {
    ...context,
    edition: edition({
      ...{ id: 'special', folder: 'special', title: { en: 'Five years', zh: '五年' } },
      chapters: [{ folder: '01-a', kind: 'chapter', landscape: false }],
      cover: { plate: 'series', colour: { en: 'red', zh: '红' } },
    }),
  });
}

describe('an edition’s own partials', () => {
  test('stand in for the shared ones of their name, and the page is named for the folder', () => {
    const { manuscript, findings } = made({ 'special/partials/cover.hbs': 'own cover' });
    expect(findings).toEqual([]);
    expect(manuscript.html).toContain('<body class="edition-special">own cover');
    expect(manuscript.html).not.toContain('shared cover');
  });

  test('of any name can be used, and know the settings of the cover', () => {
    const { manuscript } = made({ 'special/partials/aside.hbs': 'an aside of {{year}}' }, '<h1>A</h1>{{> aside}}');
    expect(manuscript.html).toContain('an aside of 2018');
    expect(manuscript.html).toContain('shared foot red <svg>');
  });

  test('carry their own name and line in what is wrong with them', () => {
    const { findings } = made({ 'special/partials/cover.hbs': '\n{{fact "published.X.pm25.annual-mean.2018"}}' });
    expect(findings).toMatchObject([{ rule: 'unknown-fact', file: 'special/partials/cover.hbs', row: 2 }]);
  });
});

test('own texts stand in for the shared ones or beside them, and know where they are written', () => {
  const dir = folder({
    'strings/en.json': '{"a": "shared a",\n"b": "shared b"}',
    'special/strings/en.json': '{\n"c": { "d": "own d" },\n"a": "own a" }',
  });
  const strings = readStrings(dir, 'en', 'special');
  expect([strings.get('a'), strings.get('b'), strings.get('c.d')]).toEqual(['own a', 'shared b', 'own d']);
  expect(strings.place('a')).toEqual({ text: 'own a', file: 'special/strings/en.json', line: 3 });
  expect(strings.place('b')).toMatchObject({ file: 'strings/en.json', line: 2 });
});

test('own texts that are no JSON are told with their line, and the shared ones serve', () => {
  const dir = folder({
    'strings/en.json': '{"a": "shared"}',
    'special/strings/en.json': '{\n"a": "own",\n"a": "again"}',
  });
  const strings = readStrings(dir, 'en', 'special');
  expect(strings.get('a')).toBe('shared');
  expect(strings.faults).toMatchObject([
    { severity: 'error', rule: 'bad-strings', file: 'special/strings/en.json', row: 3 },
  ]);
});

describe('own styles', () => {
  const styles = () =>
    folder({
      'styles/tokens.css': ':root { --ink: #111111; --accent: #222222; --pm25: var(--accent); }',
      'styles/print.css': '/* shared print */',
      'special/styles/tokens.css': ':root { --accent: #ff0000; }',
      'special/styles/print.css': '/* own print */',
    });

  test('set colours for charts and pages alike', () => {
    const dir = styles();
    expect(tokensOf(tokensCss(dir, 'special'))).toEqual({ ink: '#111111', accent: '#ff0000', pm25: '#ff0000' });
    expect(tokensOf(tokensCss(dir, 'annual'))).toEqual({ ink: '#111111', accent: '#222222', pm25: '#222222' });
  });

  test('follow the shared rules of their medium', () => {
    const dir = styles();
    const css = styleSheet('print', 'special', dir);
    const order = ['--accent: #222222', '--accent: #ff0000', 'shared print', 'own print'].map((text) =>
      css.indexOf(text),
    );
    expect(order).toEqual([...order].sort((a, b) => a - b));
    expect(order).not.toContain(-1);
    expect(styleSheet('screen', 'special', dir)).not.toContain('own print');
    expect(styleSheet('print', 'annual', dir)).not.toContain('own');
  });
});

test('a special edition names its years itself', () => {
  expect(fullTitle(edition({ id: '2018', folder: 'annual' }), 'en')).toBe('China Air 2018');
  expect(fullTitle(edition({ id: 'two26', folder: 'two26' }), 'zh')).toBe('大气中国');
});

test('the shipped sheets are all there', () => {
  const css = styleSheet('print');
  for (const name of ['tokens', 'elements', 'print-cover'])
    expect(css).toContain(readFileSync(`templates/styles/${name}.css`, 'utf8'));
});
