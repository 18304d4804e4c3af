import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { namesIn } from '../../pipeline/edition-files.ts';
import { plates } from '../../pipeline/figures/plates/index.ts';
import { editionFolders } from '../../pipeline/ingest/edition.ts';
import { chapterId } from '../../pipeline/narrate/outline.ts';
import { unlike } from '../../pipeline/narrate/parity/unlike.ts';
import { calls } from '../../pipeline/narrate/source/calls.ts';
import { runningText } from '../../pipeline/narrate/source/running-text.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { tables } from '../../pipeline/narrate/tables/index.ts';
import { LANGUAGES } from '../../pipeline/types.ts';
import { filesOf, textOf } from './files.ts';
import { englishRuns, strayChinese, typedNumbers } from './templates.ts';

type Spec = Readonly<{ chapters: readonly Readonly<{ folder: string }>[] }>;
const EDITIONS = editionFolders('templates').map((folder) => ({
  folder,
  chapters: (JSON.parse(textOf(`templates/${folder}/edition.json`)) as Spec).chapters.map((chapter) => chapter.folder),
}));
const CHAPTERS = EDITIONS.flatMap(({ folder, chapters }) =>
  chapters.map((chapter) => `templates/${folder}/chapters/${chapter}`),
);
const TEMPLATES = filesOf(['templates'], /\.hbs$/);
const inLanguage = (language: string) => TEMPLATES.filter((file) => file.endsWith(`/${language}.hbs`));
const faults = (files: readonly string[], find: (text: string) => readonly string[]) =>
  files.flatMap((file) => find(textOf(file)).map((what) => `${file}: ${what}`));

describe('every chapter of every edition', () => {
  test('stands in both languages, and every chapter’s folder belongs to an edition', () => {
    const wanted = CHAPTERS.flatMap((chapter) => LANGUAGES.map((language) => `${chapter}/${language}.hbs`));
    expect(wanted.filter((file) => !existsSync(file))).toEqual([]);
    expect(TEMPLATES.filter((file) => file.includes('/chapters/') && !wanted.includes(file))).toEqual([]);
  });

  test('has the same sections, figures, tables and numbers in both, and as much to say', () => {
    const pairs = CHAPTERS.filter((chapter) => LANGUAGES.every((language) => existsSync(`${chapter}/${language}.hbs`)));
    const differing = pairs.flatMap((chapter) =>
      unlike({ en: textOf(`${chapter}/en.hbs`), zh: textOf(`${chapter}/zh.hbs`) }).map(
        ({ language, line, message }) => `${chapter}/${language}.hbs:${line} ${message}`,
      ),
    );
    expect(differing).toEqual([]);
  });

  test('sets figures and tables that exist', () => {
    const known = new Set([
      ...Object.keys(tables).map((id) => `table ${id}`),
      ...EDITIONS.flatMap(({ folder }) => namesIn(`templates/${folder}/tables`, '.json').map((id) => `table ${id}`)),
      ...plates.flatMap(({ id }) => [`figure ${id}`, `drawing ${id}`]),
    ]);
    const missing = faults(TEMPLATES, (text) =>
      calls(text)
        .filter(({ helper, words: [id = ''] }) => ['figure', 'table', 'drawing'].includes(helper) && !id.includes('.'))
        .map(({ helper, words }) => `${helper} ${words[0]}`)
        .filter((plate) => !known.has(plate)),
    );
    expect(missing).toEqual([]);
  });

  test('refers to chapters, figures and tables that its edition sets', () => {
    const missing = EDITIONS.flatMap(({ folder, chapters }) => {
      const own = TEMPLATES.filter((file) => file.startsWith(`templates/${folder}/`));
      const set = own.flatMap((file) => calls(textOf(file)));
      const anchors = new Set([
        ...chapters.map(chapterId),
        ...set.filter(({ helper }) => helper === 'figure').map(({ words }) => `fig-${words[0]}`),
        ...set.filter(({ helper }) => helper === 'table').map(({ words }) => `tab-${words[0]}`),
      ]);
      return faults(own, (text) =>
        calls(text).flatMap(({ helper, words }) =>
          helper === 'ref' && !anchors.has(words[0] ?? '') ? [`ref ${words[0]}`] : [],
        ),
      );
    });
    expect(missing).toEqual([]);
  });
});

describe('running text', () => {
  test('has no number that is not a year or a name', () => {
    expect(faults(TEMPLATES, typedNumbers)).toEqual([]);
  });

  test('is Chinese in Chinese chapters and English in English ones', () => {
    expect(faults(inLanguage('zh'), englishRuns)).toEqual([]);
    expect(faults(inLanguage('en'), strayChinese)).toEqual([]);
  });
});

describe('short texts', () => {
  const [en, zh] = [readStrings('templates', 'en'), readStrings('templates', 'zh')];

  test('have the same keys in both languages', () => {
    expect(en.keys().filter((key) => !zh.has(key))).toEqual([]);
    expect(zh.keys().filter((key) => !en.has(key))).toEqual([]);
  });

  test('have the same places to fill in both languages', () => {
    const places = (text: string) => (text.match(/\{\{[^}]*\}\}|\{\w*\}/g) ?? []).sort().join(' ');
    expect(
      en.keys().filter((key) => zh.has(key) && !isPhrase(key) && places(en.get(key)) !== places(zh.get(key))),
    ).toEqual([]);
  });

  test('have no number that is not a year or a name', () => {
    // Levels of a standard, months and archives are names too.
    const named = /^(month|who-level|class|method)\./;
    const typed = [en, zh].flatMap((strings) =>
      strings
        .keys()
        .filter((key) => !named.test(key))
        .flatMap((key) => typedNumbers(strings.get(key)).map((what) => `${strings.file} ${key}: ${what}`)),
    );
    expect(typed).toEqual([]);
  });

  test('are in their own language', () => {
    expect(zh.keys().flatMap((key) => englishRuns(zh.get(key)).map((run) => `${key}: ${run}`))).toEqual([]);
    expect(en.keys().flatMap((key) => strayChinese(en.get(key)).map((run) => `${key}: ${run}`))).toEqual([]);
  });

  /** change.*.same says nothing of the number in one language and may in the other. */
  function isPhrase(key: string): boolean {
    return key.startsWith('change.');
  }
});

describe('the checks themselves', () => {
  test('see what a reader sees', () => {
    expect(
      runningText('<p class="x1">PM2.5 {{fact "a.2018"}}<br>in&nbsp;Beijing{{!-- 7 --}}</p>')
        .split(/\s+/)
        .filter(Boolean),
    ).toEqual(['PM2.5', '⁂', 'in', 'Beijing']);
  });

  test.each([
    '<p>PM2.5 fell by 9.3%.</p>',
    '<p>121 cities attain.</p>',
    '<p>It was 39 µg/m³ in 2018.</p>',
    '<p>共有121个城市达标。</p>',
    '<p>下降9.3%。</p>',
    '<p>the 338 cities</p>',
    '<li>{{fact "x"}} of 74</li>',
    'Cities with 1,000 records',
  ])('find the number typed in “%s”', (text) => expect(typedNumbers(text)).toHaveLength(1));

  test.each([
    '<p>PM2.5, PM10, SO2, NO2, O3 and CO2 in 2018, 2013–2017</p>',
    '<p>the “2+26” cities under GB 3095-2012, HJ 633-2012, HJ 663-2013 and GB/T 8170-2008</p>',
    '<p>24-hour and 8-hour means, the 90th percentile, class 1 and 2, 298.15 K</p>',
    '<p>2018年9月1日，日最大8小时平均第90百分位数，国发〔2013〕37号，“2+26”城市</p>',
    '<p title="39">{{fact "published.CN-338.pm25.annual-mean.2018" decimals=1}}</p>',
    '<svg><text>39</text></svg>&#8211;',
  ])('pass “%s”', (text) => expect(typedNumbers(text)).toEqual([]));

  test('find English left in Chinese, and pass names', () => {
    expect(englishRuns('<p>空气质量 has improved since 2013 in all cities。</p>')).toHaveLength(2);
    expect(englishRuns('<p>PM2.5、VOCs和GB 3095，China Air，WHO AQG</p>')).toEqual([]);
    expect(englishRuns('<p>{{fact "some words in a name"}}</p>')).toEqual([]);
  });

  test('find Chinese left in English, unless its tag says so', () => {
    expect(strayChinese('<p>the plan 计划</p>')).toEqual(['计划']);
    expect(strayChinese('<p>Basis <span class="other" lang="zh-CN">监测状态</span></p>')).toEqual([]);
  });
});
