import { describe, expect, test } from 'vitest';
import { sectionsOf } from '../../../pipeline/narrate/parity/sections.ts';
import { unlike } from '../../../pipeline/narrate/parity/unlike.ts';

const told = (en: string, zh: string) =>
  unlike({ en, zh }).map(({ language, line, message }) => `${language}:${line} ${message}`);
const english = (count: number): string => Array.from({ length: count }, () => 'word').join(' ');

describe('sections of a chapter', () => {
  test('begin at headings of the first two levels, with what stands before the first on its own', () => {
    const all = sectionsOf('<p>x</p>\n<h1>A</h1>\n<h3>B</h3>\n<h2 class="c">PM2.5 <em>C</em></h2>');
    expect(all.map(({ title, line }) => [title, line])).toEqual([
      ['', 1],
      ['A', 2],
      ['PM2.5 C', 4],
    ]);
  });

  test('are as long as their text is, numbers and names in helpers left out', () => {
    expect(sectionsOf('<h1>空气 PM2.5</h1>{{fact "some words"}}')).toMatchObject([{ han: 2, words: 1 }]);
  });
});

describe('two languages are told apart', () => {
  test.each([
    ['<h1>A</h1>{{fact "a"}}', '<h1>甲</h1>', 'en:1 Only English has the number a in “A”.'],
    ['<h1>A</h1>', '<h1>甲</h1>\n\n{{change "b"}}', 'zh:3 Only Chinese has the change b in “甲”.'],
    ['<h1>A</h1>{{fact "a"}}\n{{fact "a"}}', '<h1>甲</h1>{{fact "a"}}', 'en:2 Only English has the number a in “A”.'],
    ['<h1>A</h1>{{fact "a"}}', '<h1>甲</h1>{{change "a"}}', 'en:1 Only English has the number a in “A”.'],
    ['<h1>A</h1>{{policy "p"}}', '<h1>甲</h1>', 'en:1 Only English has the policy p in “A”.'],
    ['<h1>A</h1>', '<h1>甲</h1>{{source "s"}}', 'zh:1 Only Chinese has the source s in “甲”.'],
    ['<h1>A</h1>{{note "n"}}', '<h1>甲</h1>', 'en:1 Only English has the note n in “A”.'],
    [
      '<h1>A</h1>{{#claim "fell" "a"}}x{{/claim}}',
      '<h1>甲</h1>{{#claim "rose" "a"}}x{{/claim}}',
      'zh:1 Only Chinese has the claim rose a in “甲”.',
    ],
    ['<h1>A</h1>\n{{figure "f"}}', '<h1>甲</h1>', 'en:2 Only English has figure f in “A”.'],
    [
      '<h1>A</h1>{{figure "f"}}{{table "t"}}',
      '<h1>甲</h1>\n{{table "t"}}{{figure "f"}}',
      'zh:2 Chinese has table t, figure f in “甲”, where English has figure f, table t.',
    ],
    [
      '<h1>A</h1>\n<h2>B</h2>',
      '<h1>甲</h1>',
      'zh:1 English has 2 sections, Chinese has 1; English ends with “B” (line 2).',
    ],
    [
      '<h1>A</h1>{{fact "a"}}<h2>B</h2>',
      '<h1>甲</h1><h2>乙</h2>{{fact "a"}}',
      'en:1 Only English has the number a in “A”.',
    ],
    ['{{fact "a"}}<h1>A</h1>', '<p></p><h1>甲</h1>', 'en:1 Only English has the number a before the first heading.'],
  ])('%s from %s', (en, zh, what) => expect(told(en, zh)).toContain(what));

  test('by the section in which a figure stands', () => {
    expect(told('<h1>A</h1>{{figure "f"}}<h2>B</h2>', '<h1>甲</h1><h2>乙</h2>{{figure "f"}}')).toEqual([
      'en:1 Only English has figure f in “A”.',
      'zh:1 Only Chinese has figure f in “乙”.',
    ]);
  });

  test('by what is cited, not by how it is printed or in which order', () => {
    expect(told('<h1>A</h1>{{fact "a"}} of {{value "b"}}', '<h1>甲</h1>{{count "b" "个"}}中的{{value "a"}}')).toEqual(
      [],
    );
  });

  // 60 words: at least 0.9 and at most 2.0 characters for each, that is 54 to 120.
  test.each([
    [60, 53, 'zh:1 53 Chinese characters in “A” stand for 60 words in “甲”: 0.88 to one.'],
    [60, 54, undefined],
    [60, 120, undefined],
    [60, 121, 'en:1 121 Chinese characters in “A” stand for 60 words in “甲”: 2.02 to one.'],
    [59, 20, undefined],
  ])('by length: %i words and %i characters', (words, han, what) => {
    // The headings are the wrong way round, so that they do not count.
    expect(told(`<h1>甲</h1>${english(words)}`, `<h1>A</h1>${'字'.repeat(han)}`)[0]).toBe(what);
  });
});
