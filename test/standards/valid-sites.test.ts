import { expect, test } from 'vitest';
import { sitesRequired } from '../../pipeline/standards/valid-sites.ts';

test.each([
  [1, 1],
  [2, 1],
  [3, 2],
  [4, 3],
  [5, 4],
  [8, 6],
  [11, 9],
])('of %i sites the standard asks for %i: half below four, three in four from there', (sites, required) => {
  expect(sitesRequired(sites, 'standard')).toBe(required);
});

test('the other rule asks for one, and no rule for none', () => {
  expect(sitesRequired(11, 'any')).toBe(1);
  expect(sitesRequired(0, 'standard')).toBe(1);
});
