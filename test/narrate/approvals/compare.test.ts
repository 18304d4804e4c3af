import { describe, expect, test } from 'vitest';
import { changesIn, likeness } from '../../../pipeline/narrate/approvals/compare.ts';
import type { Said } from '../../../pipeline/narrate/approvals/paragraph.ts';

const said = (id: string, printed: string, value = Number.parseFloat(printed)): Said => ({ id, value, printed });
const approval = (text: string, ...facts: Said[]) => ({ by: 'Li', date: '2019-03-01', text, facts });
const now = (text: string, ...facts: Said[]) => ({ block: 0, text, facts });

describe('a paragraph is compared with what was approved', () => {
  test('and is the same while its numbers move within their rounding', () => {
    expect(changesIn(approval('It was {}.', said('a', '39', 39.4)), now('It was {}.', said('a', '39', 38.6)))).toEqual(
      [],
    );
  });

  test('and names each fact that prints otherwise, old and new', () => {
    const was = approval('{} of {} and {}', said('a', '39'), said('b', '338'), said('a', '39.4'));
    expect(changesIn(was, now('{} of {} and {}', said('a', '41'), said('b', '338'), said('a', '40.6')))).toEqual([
      { id: 'a', was: '39', now: '41' },
      { id: 'a', was: '39.4', now: '40.6' },
    ]);
  });

  test('and shows the words that came out otherwise, with those around them', () => {
    const was = approval('In the {} cities the mean of the year fell by {}.', said('n', '338'), said('a', '9.3%'));
    const is = now('In the {} cities the mean of the year rose by {}.', said('n', '338'), said('a', '1.2%'));
    expect(changesIn(was, is)).toEqual([
      { id: '', was: '… of the year fell by 9.3%.', now: '… of the year rose by 1.2%.' },
      { id: 'a', was: '9.3%', now: '1.2%' },
    ]);
  });

  test('in Chinese by characters', () => {
    const was = approval('全国城市均值比上年下降{}', said('a', '9.3%'));
    expect(changesIn(was, now('全国城市均值比上年上升{}', said('a', '9.3%')))).toEqual([
      { id: '', was: '… 比上年下降9.3%', now: '… 比上年上升9.3%' },
    ]);
  });

  test('and says which number has gone missing', () => {
    expect(changesIn(approval('It was {}.', said('a', '39')), now('It was –.'))).toEqual([
      { id: '', was: 'It was 39.', now: 'It was –.' },
    ]);
  });
});

test('two texts are as like as the share of their words that both have', () => {
  // a b c and b c d: two of four words.
  expect(likeness('a b c', 'b c d')).toBe(0.5);
  expect(likeness('a', 'b')).toBe(0);
  expect(likeness('下降', '下降')).toBe(1);
});
