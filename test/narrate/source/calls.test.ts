import { describe, expect, test } from 'vitest';
import { callsIn } from '../../../pipeline/narrate/source/calls.ts';

const read = (template: string) =>
  callsIn(template).calls.map(({ name, words }) => [name, ...words.map(({ text }) => text)].join(' '));

describe('calls of a template', () => {
  test('are read with their words, in blocks and after else', () => {
    expect(read('{{#has "a" "b"}}{{fact "a" decimals=1}}{{else has "c"}}{{year}}{{/has}}{{{body}}}')).toEqual([
      'has a b',
      'fact a',
      'has c',
      'year',
      'body',
    ]);
  });

  test.each([
    ["{{fact 'a'}}", ['fact a']],
    ['{{~fact "a"~}}', ['fact a']],
    ['{{#claim "lowest" "best.*.pm25" over="2013..2017"}}x{{/claim}}', ['claim lowest best.*.pm25']],
    ['{{placeholder "map }} to come"}}', ['placeholder map }} to come']],
    ['<p title="{{text "a>b"}}">{{n "c"}}', ['text a>b', 'n c']],
    ['{{!-- {{fact "a"}} --}}{{! fact "b" }}{{> cover}}{{#has "c"}}{{else}}{{/has}}', ['has c']],
  ])('in %s', (template, expected) => expect(read(template)).toEqual(expected));

  test('tell words in quotes from numbers and from names, and settings from words', () => {
    expect(callsIn('{{#from 2018}}{{cities "a" cover count=5}}{{/from}}').calls).toMatchObject([
      { name: 'from', block: true, words: [{ kind: 'number', text: '2018' }], settings: [] },
      {
        ...{ name: 'cities', block: false, settings: [{ key: 'count', word: { kind: 'number', text: '5' } }] },
        words: [
          { kind: 'text', text: 'a' },
          { kind: 'name', text: 'cover' },
        ],
      },
    ]);
  });

  test('know their line and column, in attributes too', () => {
    const template = '<p>\n{{n "a"}}\n{{!-- \n --}}{{n "b"}}<b\n title="{{n "c"}}">{{n\n "d"}}</b>\n{{n "e"}}';
    expect(callsIn(template).calls.map(({ words, line, column }) => [words[0]?.text, line, column])).toEqual([
      ['a', 2, 0],
      ['b', 4, 5],
      ['c', 5, 8],
      ['d', 5, 19],
      ['e', 7, 0],
    ]);
  });

  test('are none where a template cannot be read, which is told with the file', () => {
    expect(callsIn('{{fact "a"}}{{#has "b"}}', 'a.hbs')).toMatchObject({
      ...{ calls: [], partials: [], finding: { rule: 'template', file: 'a.hbs', row: 1 } },
    });
  });

  test('name partials apart', () => {
    expect(callsIn('{{> cover}}\n{{#> box}}{{> "in-box"}}{{/box}}').partials).toEqual([
      { name: 'cover', line: 1 },
      { name: 'box', line: 2 },
      { name: 'in-box', line: 2 },
    ]);
  });
});
