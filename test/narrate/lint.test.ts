import { describe, expect, test } from 'vitest';
import { readEdition } from '../../pipeline/ingest/edition.ts';
import { lintEdition } from '../../pipeline/narrate/lint/edition.ts';
import { bareWords } from '../../pipeline/narrate/lint/lint.ts';
import type { Language } from '../../pipeline/types.ts';
import { edition, folder } from '../build.ts';
import { shipped } from '../shipped.ts';

const found = (text: string, language: Language = 'en') =>
  bareWords(text, { file: 'chapter.hbs', language, severity: 'warn' }).map(
    ({ row, message }) => `${row}: ${/^“([^”]*)”/.exec(message)?.[1]}`,
  );

describe('a word that asserts something is found', () => {
  test.each([
    ['PM2.5 fell in most cities.', ['1: fell', '1: most cities']],
    ['SO2 rose, and NO2 has fallen.', ['1: fallen', '1: rose'].sort()],
    ['Ozone increased; the air improved.', ['1: increased', '1: improved']],
    ['SO2 halved.', ['1: halved']],
    ['Beijing had the highest mean.', ['1: highest']],
    ['It is larger here than for any other pollutant.', ['1: than for any other']],
    ['More than half met it, nearly all the limit.', ['1: More than half', '1: nearly all']],
    ['All but two cities attain.', ['1: All but']],
    ['The majority attains.', ['1: majority']],
    ['It was lower for the fourth year running.', ['1: for the fourth year running']],
    ['Hebei met its target, Henan missed its goal.', ['1: met its target', '1: missed its goal']],
    ['The mean is above the limit.', ['1: is above the limit']],
    ['It fell faster than in Hebei.', ['1: fell', '1: faster than']],
    ['<h2>The air\nimproved</h2>', ['2: improved']],
  ])('“%s”', (text, words) => expect(found(text).sort()).toEqual([...words].sort()));

  test.each([
    ['PM2.5浓度下降，臭氧上升。', ['1: 下降', '1: 上升']],
    ['空气明显好转。', ['1: 好转']],
    ['浓度最高的是保定。', ['1: 最高']],
    ['多数城市达标，一半以上超标。', ['1: 多数', '1: 一半以上']],
    ['六项均达到标准。', ['1: 均达到']],
    ['PM2.5连续四年降低，逐年下降。', ['1: 降低', '1: 下降', '1: 连续四年', '1: 逐年下降']],
    ['全省提前完成任务，达到目标。', ['1: 提前完成', '1: 达到目标']],
    ['平均浓度超过限值，高于上年。', ['1: 超过', '1: 高于']],
    ['产量翻番。', ['1: 翻番']],
  ])('“%s”', (text, words) => expect(found(text, 'zh').sort()).toEqual([...words].sort()));
});

describe('a word that is bound to data, or asserts nothing, is not', () => {
  test.each([
    '{{#claim "fell" "a"}}PM2.5 fell{{/claim}} again.',
    'It {{#rose "a"}}rose{{else}}fell{{/rose}}.',
    'It is {{#above "a" "b"}}higher than{{else}}lower than{{/above}} that.',
    '{{#some "a"}}Some rose{{else}}None rose{{/some}}.',
    '{{#plain "defines it"}}The day with the highest index{{/plain}} counts.',
    'The highest are {{ordered "regions" "a"}} µg/m³, the lowest {{cities "cleanest" count=3}}.',
    'PM2.5 fell most in {{cities "improved-since-@P"}}.',
    'It fell in {{fact "computed.@N.pm25.fallen-cities.@Y-vs-@P"}} cities.',
    'At most two; the most recent record; the mean could fall or rise.',
    '<p title="the highest">A title is no text.</p>{{!-- It fell. --}}',
    '<table class="worst"></table>{{fact "computed.@N.pm25.highest-city.@Y"}}',
    'All rose. {{no',
  ])('“%s”', (text) => expect(found(text)).toEqual([]));

  test.each([
    '还需下降{{fact "a"}}，取决于下降速度和改善幅度。',
    '{{fact "a"}}个城市未超过限值，不高于二级标准的有{{fact "computed.@N.pm25.attaining-cities.@Y"}}个。',
    '六项全部达标的有{{fact "a"}}个，{{year}}年年均浓度为{{fact "b"}}。',
  ])('“%s”', (text) => expect(found(text, 'zh')).toEqual([]));

  test('in one branch does not excuse the other, nor one sentence the next', () => {
    expect(found('{{#has "a"}}It fell.{{else}}{{#plain "x"}}It rose.{{/plain}}{{/has}}')).toEqual(['1: fell']);
    expect(found('The highest are {{ordered "regions" "a"}}. Hebei has the lowest.')).toEqual(['1: lowest']);
    expect(found('for {{#has "a"}}most cities{{else}}any city{{/has}}')).toEqual(['1: most cities']);
  });

  test('keeps its line after blocks that stand alone', () => {
    expect(found('{{#has "a"}}\n<p>One</p>\n{{/has}}\n<p>It fell.</p>')).toEqual(['4: fell']);
  });
});

describe('an edition', () => {
  const files = {
    'own/chapters/01-a/en.hbs': '<h1>It fell</h1>',
    'own/chapters/02-plain/en.hbs': '<h1>It fell</h1>',
    'own/figures/f.json':
      '{ "kind": "slope",\n"title": { "en": "The air improved", "zh": "改善" },\n"note": { "en": "It rose" } }',
    'own/strings/en.json': '{ "box": "The best" }',
    'strings/en.json': '{ "table": { "a": "The best", "b": "It fell" }, "note": { "a": "It fell" } }',
  };
  const own = edition({
    folder: 'own',
    languages: ['en'],
    chapters: ['01-a', '02-plain'].map((name) => ({
      ...{ folder: name, kind: 'chapter', landscape: false, plain: name === '02-plain' },
    })),
  });

  test('is read with its figures and short texts; a chapter that only explains is not', () => {
    const rows = lintEdition(folder(files), own, true).map(({ severity, file, row }) => `${severity} ${file}:${row}`);
    expect(rows).toEqual([
      'warn own/chapters/01-a/en.hbs:1',
      'warn strings/en.json:1',
      'warn own/strings/en.json:1',
      'warn own/figures/f.json:2',
      'warn own/figures/f.json:3',
    ]);
  });

  test('that is final has errors where a draft has warnings', () => {
    expect(new Set(lintEdition(folder(files), own, false).map(({ severity }) => severity))).toEqual(new Set(['error']));
  });

  test('as shipped, the annual one asserts nothing that is not checked', () => {
    const annual = readEdition('templates', 'annual', 2018, shipped().data.scopes);
    expect(
      lintEdition('templates', annual, false).map(({ file, row, message }) => `${file}:${row} ${message}`),
    ).toEqual([]);
  });
});
