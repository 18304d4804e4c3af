import { describe, expect, test } from 'vitest';
import { compose } from '../../pipeline/narrate/compose.ts';
import { edition, folder } from '../build.ts';
import { contextOf, pm25, read } from './context.ts';

const GLOSSARY = JSON.stringify({
  mda8: {
    name: { en: 'Daily maximum 8-hour mean', zh: '日最大8小时平均' },
    text: { en: 'Of {{year}}.', zh: '滑动平均。' },
  },
  pm: { name: { en: 'PM2.5', zh: 'PM2.5' }, text: { en: 'Fine particles.', zh: '细颗粒物。' } },
  late: { name: { en: 'Late', zh: '后来' }, text: { en: 'Later.', zh: '后来。' }, from: 2019 },
  aqi: { name: { en: 'Air quality index', zh: '空气质量指数' }, text: { en: 'A number.', zh: '指数。' } },
});

function made(
  chapters: Readonly<Record<string, string>>,
  language: 'en' | 'zh' = 'en',
  own: Record<string, string> = {},
) {
  const files = Object.entries(chapters).map(([name, text]) => [`annual/chapters/${name}/${language}.hbs`, text]);
  const dir = folder({
    ...{ ...Object.fromEntries(files), 'glossary.json': GLOSSARY, 'partials/document.hbs': '{{{body}}}' },
    ...own,
  });
  const refs = Object.keys(chapters).map((name) => ({ folder: name, kind: 'chapter' as const, landscape: false }));
  const context = { ...contextOf([pm25('2018', 39)], language), edition: edition({ chapters: refs }) };
  const { manuscript, findings } = compose(dir, context);
  expect(findings).toEqual([]);
  return manuscript.html;
}

describe('notes', () => {
  test('are numbered in each chapter and stand at its end; the same words have one number', () => {
    const html = made({
      '01-a': `<h1>A</h1><p>a{{#note "one"}}First: {{value "published.@N.pm25.annual-mean.@Y"}}.{{/note}} b{{#note "two"}}Second.{{/note}} c{{#note "two"}}Second.{{/note}}</p>`,
      '02-b': '<h1>B</h1><p>d{{#note "one"}}Other.{{/note}}</p>',
    });
    const signs = [...html.matchAll(/<sup class="note-ref"[^>]*><a href="#([^"]+)">(\d)<\/a><\/sup>/g)];
    expect(signs.map(([, to, number]) => `${number} ${to}`)).toEqual([
      '1 note-ch-a-1',
      '2 note-ch-a-2',
      '2 note-ch-a-2',
      '1 note-ch-b-1',
    ]);
    const lists = [...html.matchAll(/<ol class="notes">([\s\S]*?)<\/ol>/g)].map(([, list = '']) => read(list).trim());
    expect(lists).toEqual(['First: 39.\nSecond.', 'Other.']);
  });

  test('may be a text of strings', () => {
    expect(made({ '01-a': '<h1>A</h1><p>a{{note "published-decimals"}}</p>' })).toContain(
      `<li id="note-ch-a-1">${contextOf([]).strings.get('note.published-decimals')}</li>`,
    );
  });
});

describe('terms', () => {
  const CHAPTERS = { '01-a': '<h1>A</h1><p>The {{term "mda8"}}, {{term "pm"}}, {{term "aqi" as="the index"}}.</p>' };

  test('link to the glossary of the edition', () => {
    const html = made({ ...CHAPTERS, 'a1-glossary': '<h1>Glossary</h1>{{glossary}}' });
    expect(html).toContain('The <a class="term" href="#term-mda8">daily maximum 8-hour mean</a>');
    expect(html).toContain('<a class="term" href="#term-aqi">the index</a>');
    expect(html).toContain('<dt id="term-mda8">');
  });

  test('are words alone where there is no glossary', () => {
    expect(read(made(CHAPTERS))).toContain('The daily maximum 8-hour mean, PM2.5, the index.');
    expect(made(CHAPTERS)).not.toContain('class="term"');
  });

  test('stand in the order of the language, without those of later years, with the name in the other language', () => {
    const names = (language: 'en' | 'zh') =>
      [...made({ '01-a': '<h1>A</h1>{{glossary}}' }, language).matchAll(/<dt id="term-(\w+)">/g)].map(([, id]) => id);
    expect(names('en')).toEqual(['aqi', 'mda8', 'pm']);
    // By pinyin: kongqi, rizui; Latin letters last.
    expect(names('zh')).toEqual(['aqi', 'mda8', 'pm']);
    expect(made({ '01-a': '<h1>A</h1>{{glossary}}' })).toContain(
      '<span class="other" lang="zh-CN">空气质量指数</span>',
    );
  });

  test('of an edition stand in for the shared ones, and are small templates', () => {
    const own = {
      'annual/glossary.json':
        '{"aqi": {"name": {"en": "Index", "zh": "指数"}, "text": {"en": "Own.", "zh": "自定。"}}}',
    };
    const html = made({ '01-a': '<h1>A</h1>{{glossary}}' }, 'en', own);
    expect(html).toContain('<dd>Own.</dd>');
    expect(html).toContain('<dd>Of 2018.</dd>');
  });
});
