import { describe, expect, test } from 'vitest';
import { calls } from '../../../pipeline/narrate/source/calls.ts';

const read = (template: string) => calls(template).map(({ helper, words }) => [helper, ...words].join(' '));

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
    ['{{!-- {{fact "a"}} --}}{{! fact "b" }}{{> cover}}{{else}}{{/has}}', []],
    ['<svg>{{fact "a"}}</svg>', []],
  ])('in %s', (template, expected) => expect(read(template)).toEqual(expected));

  test('know their line, in attributes too', () => {
    const template = '<p>\n{{n "a"}}\n{{!-- \n --}}{{n "b"}}<b\n title="{{n "c"}}">{{n\n "d"}}</b>\n{{n "e"}}';
    expect(calls(template).map(({ words, line }) => [words[0], line])).toEqual([
      ['a', 2],
      ['b', 4],
      ['c', 5],
      ['d', 5],
      ['e', 7],
    ]);
  });
});
