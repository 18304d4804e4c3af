import { expect, test } from 'vitest';
import { changeBetween, minus, touch, unrounded } from '../../pipeline/check/intervals.ts';
import { bare, likeness } from '../../pipeline/check/texts.ts';

test('a printed number stands for all that rounds to it', () => {
  expect(unrounded(43)).toEqual({ low: 42.5, high: 43.5 });
  expect(unrounded(79.3).low).toBeCloseTo(79.25, 9);
});

test('43 after 46 is a change of -8.6 to -4.4 %, and a difference of -4 to -2', () => {
  const { low, high } = changeBetween(unrounded(46), unrounded(43));
  expect([low, high].map((value) => value.toFixed(1))).toEqual(['-8.6', '-4.4']);
  expect(minus(unrounded(46), unrounded(43))).toEqual({ low: -4, high: -2 });
});

test('ranges that share an end touch', () => {
  expect(touch({ low: 1, high: 2 }, { low: 2, high: 3 })).toBe(true);
  expect(touch({ low: 1, high: 2 }, { low: 2.1, high: 3 })).toBe(false);
});

test('likeness does not count case, spaces and punctuation', () => {
  expect(bare('Blue-Sky plan (2018)')).toBe('blueskyplan2018');
  expect(likeness('Blue sky plan', 'blue-sky Plan')).toBe(1);
  expect(likeness('ab', 'cd')).toBe(0);
  // "night" and "nacht" have one pair of four each in common, ht: 2 of 8.
  expect(likeness('night', 'nacht')).toBe(0.25);
});
