import { expect, test } from 'vitest';
import { breaksWith } from '../../pipeline/figures/plates/mean-maps.ts';

test.each([
  ['2012', 35, [15, 25, 35, 50, 65]],
  ['2026', 30, [15, 25, 30, 50, 65]],
  ['2031, which is a break already', 25, [15, 25, 50, 65]],
  ['none', undefined, [15, 25, 50, 65]],
])('the limit in force is a break of the legend: %s', (_, limit, expected) => {
  expect(breaksWith(limit, [15, 25, 50, 65])).toEqual(expected);
});
