import { describe, expect, test } from 'vitest';
import { chapterId, outline, type RenderedChapter } from '../../pipeline/narrate/outline.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import type { ChapterRef } from '../../pipeline/types.ts';

const strings = readStrings('templates', 'en');
const chapter = (folder: string, kind: ChapterRef['kind'], html: string, landscape = false): RenderedChapter => ({
  ref: { folder, kind, landscape },
  id: chapterId(folder),
  file: `annual/chapters/${folder}/en.hbs`,
  html,
});
const figure = (id: string) =>
  `<figure id="fig-${id}"><figcaption><span class="no" data-number="fig-${id}"></span> <span class="text">About ${id}</span></figcaption></figure>`;
const table = (id: string) =>
  `<table id="tab-${id}"><caption><span class="no" data-number="tab-${id}"></span> <span class="text">About ${id}</span></caption></table>`;
const ref = (anchor: string) =>
  `<a class="ref" href="#${anchor}" data-ref="${anchor}" data-at="annual/chapters/x/en.hbs:7"></a>`;
const build = (...chapters: RenderedChapter[]) => outline(chapters, strings);

test('a chapter’s link is its name without the number that orders it', () => {
  expect(['01-nation', 'a1-cities', '00-key-findings'].map(chapterId)).toEqual([
    'ch-nation',
    'annex-cities',
    'ch-key-findings',
  ]);
});

describe('numbers', () => {
  const { contents, html, figures, tables } = build(
    chapter('00-key', 'front', '<h1>Key findings</h1><h2>In short</h2>'),
    chapter('01-nation', 'chapter', `<h1>The nation</h1><h2>Levels</h2>${figure('a')}<h2>Changes</h2>${table('t')}`),
    chapter('02-regions', 'chapter', `<h1>Regions</h1><h2>North</h2>${figure('b')}`),
    chapter('a1-cities', 'annex', '<h1>All cities</h1><h2>A to Z</h2>', true),
  );

  test('of chapters run on, annexes have letters, front matter has none', () => {
    expect(
      contents.filter(({ level }) => level === 1).map(({ number, title, anchor }) => [number, title, anchor]),
    ).toEqual([
      ['', 'Key findings', 'ch-key'],
      ['1', 'The nation', 'ch-nation'],
      ['2', 'Regions', 'ch-regions'],
      ['A', 'All cities', 'annex-cities'],
    ]);
  });

  test('of sections begin anew in each chapter; the contents list those of chapters only', () => {
    expect(
      contents.filter(({ level }) => level === 2).map(({ number, title, anchor }) => [number, title, anchor]),
    ).toEqual([
      ['1.1', 'Levels', 'ch-nation-1'],
      ['1.2', 'Changes', 'ch-nation-2'],
      ['2.1', 'North', 'ch-regions-1'],
    ]);
    expect(html).toContain('<h2 id="ch-nation-2"><span class="no">1.2</span> <span class="text">Changes</span></h2>');
    expect(html).toContain('<h2 id="annex-cities-1"><span class="no">A.1</span>');
    expect(html).toContain('<h2 id="ch-key-1"><span class="text">In short</span></h2>');
  });

  test('of figures and tables run through the book, each on its own', () => {
    expect(figures).toEqual([
      { anchor: 'fig-a', number: '1', title: 'About a' },
      { anchor: 'fig-b', number: '2', title: 'About b' },
    ]);
    expect(tables).toEqual([{ anchor: 'tab-t', number: '1', title: 'About t' }]);
    expect(html).toContain('<span class="no">Figure 2</span> <span class="text">About b</span>');
    expect(html).toContain('<span class="no">Table 1</span>');
  });

  test('stand in sections that know their kind, page and running head', () => {
    expect(html).toContain('<section class="annex landscape" id="annex-cities" data-head="All cities">');
    expect(html).toContain('<section class="chapter" id="ch-nation" data-head="The nation">');
  });
});

describe('references', () => {
  test('are filled with the number of what they point to, before it or after it', () => {
    const { html, findings } = build(
      chapter(
        '01-nation',
        'chapter',
        `<h1>N</h1><p>${ref('fig-a')}, ${ref('tab-t')}, ${ref('ch-nation')}</p>${figure('a')}${table('t')}`,
      ),
    );
    expect(findings).toEqual([]);
    expect(html).toContain(
      '<a class="ref" href="#fig-a">Figure 1</a>, <a class="ref" href="#tab-t">Table 1</a>, <a class="ref" href="#ch-nation">Chapter 1</a>',
    );
  });

  test('to annexes say that they are annexes', () => {
    const { html } = build(chapter('a1-cities', 'annex', `<h1>All cities</h1>${ref('annex-cities')}`));
    expect(html).toContain('<a class="ref" href="#annex-cities">Annex A</a>');
  });

  test('to front matter say its title', () => {
    const { html } = build(chapter('00-key', 'front', `<h1>Key findings</h1>${ref('ch-key')}`));
    expect(html).toContain('<a class="ref" href="#ch-key">Key findings</a>');
  });

  test('to what is not there are an error with file, line and what there is', () => {
    const { html, findings } = build(chapter('01-nation', 'chapter', `<h1>N</h1>${ref('fig-z')}${figure('a')}`));
    expect(findings).toMatchObject([
      { severity: 'error', rule: 'unknown-reference', file: 'annual/chapters/x/en.hbs', row: 7 },
    ]);
    expect(findings[0]?.remedy).toContain('fig-a');
    expect(html).toContain('<a class="ref" href="#fig-z">?</a>');
  });
});
