import { describe, expect, test } from 'vitest';
import { tokens } from '../../../pipeline/narrate/source/tokens.ts';
import { filesOf, textOf } from '../../house/files.ts';

/** Tags and calls as they stand, each in its own words. */
const parts = (text: string): string[] => tokens(text).map(({ start, end }) => text.slice(start, end));
const tags = (text: string): string[] =>
  tokens(text)
    .filter(({ kind }) => kind === 'open' || kind === 'close')
    .map(({ kind, name }) => (kind === 'open' ? name : `/${name}`));

describe('a template is split', () => {
  test.each([
    ['<p>a {{fact "x"}} b</p>', ['<p>', 'a ', '{{fact "x"}}', ' b', '</p>']],
    ['<p class="a>b">c</p>', ['<p class="a>b">', 'c', '</p>']],
    ['<p title="{{text "a>b"}}">c', ['<p title="{{text "a>b"}}">', 'c']],
    ['<p{{#if a}} class="x"{{/if}}>c', ['<p{{#if a}} class="x"{{/if}}>', 'c']],
    ['{{placeholder "}} <p>"}}<p>', ['{{placeholder "}} <p>"}}', '<p>']],
    ['{{!-- <p> }} --}}<p>', ['{{!-- <p> }} --}}', '<p>']],
    ['{{~!-- <p> --~}}<p>', ['{{~!-- <p> --~}}', '<p>']],
    ['{{! <p> "}}<p>', ['{{! <p> "}}', '<p>']],
    ['{{{body}}}<p>', ['{{{body}}}', '<p>']],
    ['<!-- <p> --><P>', ['<!-- <p> -->', '<P>']],
    ['a < b {{n "x"}}', ['a < b ', '{{n "x"}}']],
  ])('%s', (text, expected) => expect(parts(text)).toEqual(expected));

  test('without looking into drawings, scripts and styles', () => {
    expect(tags('<svg><p>a</p></svg><p>b</p><style>p > a{}</style>')).toEqual([
      'svg',
      '/svg',
      'p',
      '/p',
      'style',
      '/style',
    ]);
    expect(tags('<svg/><p>')).toEqual(['svg', 'p']);
  });

  test('to its end where something is not closed', () => {
    expect(parts('<p>a {{fact "x')).toEqual(['<p>', 'a ', '{{fact "x']);
    expect(parts('<p class="a')).toEqual(['<p class="a']);
    expect(parts('a{{!-- b')).toEqual(['a', '{{!-- b']);
  });

  test('and put together again is what it was, for every template shipped', () => {
    const files = filesOf(['templates'], /\.hbs$/);
    expect(files.filter((file) => parts(textOf(file)).join('') !== textOf(file))).toEqual([]);
    expect(files.length).toBeGreaterThan(30);
  });
});
