import { describe, expect, test } from 'vitest';
import { blocksOf } from '../../../pipeline/narrate/source/blocks.ts';

/** Each block with its own text. */
const read = (text: string): string[] =>
  blocksOf(text).map(({ name, own }) => `${name}: ${own.map(({ start, end }) => text.slice(start, end)).join('')}`);

describe('blocks of a text', () => {
  test.each([
    ['<h1>A</h1><p>b <em>c</em></p>', ['h1: A', 'p: b <em>c</em>']],
    ['<aside><h3>A</h3>b<p>c</p>d</aside>', ['aside: bd', 'h3: A', 'p: c']],
    ['<ul><li>a<ul><li>b</li></ul>c</li></ul>', ['li: a<ul></ul>c', 'li: b']],
    ['<aside>a<table><tr><td>b</td></tr></table><p>c</p></aside>', ['aside: a', 'p: c']],
    ['<figure><p>a</p></figure><p>b</p>', ['p: a', 'p: b']],
    ['<p>a<p>b', ['p: a', 'p: b']],
    ['<div><p>a</div></p>b', ['p: a</div>']],
    ['{{#if x}}<p class="a">{{else}}<p class="b">{{/if}}c</p>d', ['p: {{else}}', 'p: {{/if}}c']],
  ])('of %s', (text, expected) => expect(read(text)).toEqual(expected));
});
