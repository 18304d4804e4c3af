import { describe, expect, test } from 'vitest';
import { compose } from '../../pipeline/narrate/compose.ts';
import type { Language } from '../../pipeline/types.ts';
import { folder } from '../build.ts';
import { contextOf, pm25 } from './context.ts';

const DOCUMENT =
  '<html lang="{{lang}}"><title>{{pageTitle}}</title>{{#each contents}}[{{number}} {{{title}}}]{{/each}}{{{body}}}</html>';

function composed(chapters: Readonly<Record<string, string>>, language: Language = 'en') {
  const files = Object.entries(chapters).map(([name, text]) => [`annual/chapters/${name}/${language}.hbs`, text]);
  const context = contextOf([pm25('2018', 39)], language);
  const refs = [...Object.keys(chapters), ...(chapters['01-nation'] ? [] : ['01-nation'])].map((name) => ({
    folder: name,
    kind: 'chapter' as const,
    landscape: false,
  }));
  const dir = folder({ ...Object.fromEntries(files), 'partials/document.hbs': DOCUMENT });
  return compose(dir, { ...context, edition: { ...context.edition, chapters: refs } });
}

describe('a manuscript', () => {
  test('has its chapters numbered, its chemistry set, and its facts named', () => {
    const { manuscript, findings } = composed({
      '01-nation': '<h1>The nation</h1><p>PM2.5: {{value "published.@N.pm25.annual-mean.@Y"}}</p>',
    });
    expect(findings).toEqual([]);
    expect(manuscript.html).toContain('[1 The nation]');
    expect(manuscript.html).toContain('PM<sub>2.5</sub>: <data value="39"');
    expect(manuscript.html).toContain('<title>China Air 2018</title>');
    expect(manuscript.cited.facts).toEqual(['published.CN-338.pm25.annual-mean.2018']);
  });

  test('knows where its blocks stand in their templates, and prints nothing of it', () => {
    const { manuscript, marked } = composed({ '01-nation': '<h1>The nation</h1>\n<h2>A</h2>\n<p>{{year}}</p>' });
    expect(marked).toContain('<p data-at="chapters/01-nation/en.hbs:3" data-block="2">2018</p>');
    expect(marked).toContain(
      '<h2 data-at="chapters/01-nation/en.hbs:2" data-block="1" id="ch-nation-1"><span class="no">1.1',
    );
    expect(manuscript.html).toContain('<h2 id="ch-nation-1"><span class="no">1.1');
    expect(manuscript.html).not.toContain('data-at');
  });

  test('has its language', () => {
    expect(composed({ '01-nation': '<h1>全国</h1>' }, 'zh').manuscript.html).toContain('<html lang="zh-CN">');
  });

  test('that lacks a chapter is an error, and the other chapters stand', () => {
    const { manuscript, findings } = composed({ '02-regions': '<h1>Regions</h1>' });
    expect(findings).toMatchObject([
      { severity: 'error', rule: 'template-missing', file: 'annual/chapters/01-nation/en.hbs' },
    ]);
    expect(manuscript.html).toContain('Regions');
  });

  test.each([
    ['a block that is not closed', '<h1>A</h1>\n{{#has "x"}}\nopen', 'template'],
    ['a word that is no helper', '<h1>A</h1>\n{{nothing}}', 'unknown-helper'],
  ])('with %s is an error of that chapter', (_, text, rule) => {
    const { findings } = composed({ '01-nation': text });
    expect(findings).toMatchObject([{ severity: 'error', rule, file: 'annual/chapters/01-nation/en.hbs' }]);
    expect(findings[0]?.row).toBeGreaterThan(1);
  });
});
