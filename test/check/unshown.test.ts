import { expect, test } from 'vitest';
import { unshown } from '../../pipeline/check/unshown.ts';
import { edition, folder } from '../build.ts';

const FILES = {
  'special/figures/set.json': '{}',
  'special/figures/on-cover.json': '{}',
  'special/figures/forgotten.json': '{}',
  'special/figures/optional.json': '{}',
  'special/tables/set.json': '{}',
  'special/tables/forgotten.json': '{}',
};
const found = (figures: readonly string[] | null, drawn: readonly string[]) =>
  unshown(folder(FILES), edition({ folder: 'special', figures, cover: { plate: 'on-cover' } }), new Set(drawn), [
    { cited: { facts: [], figures: ['set'], tables: [] } },
    { cited: { facts: [], figures: [], tables: ['set'] } },
  ]).map(({ severity, rule, file }) => [severity, rule, file]);

test('own figures and tables that no manuscript sets are noted, but for a figure without data', () => {
  expect(found(null, ['set', 'on-cover', 'forgotten'])).toEqual([
    ['note', 'figure-unshown', 'special/figures/forgotten.json'],
    ['note', 'table-unshown', 'special/tables/forgotten.json'],
  ]);
});

test('a figure that the edition does not ask for is noted though it was not drawn', () => {
  expect(found(['set', 'optional'], ['set'])[0]).toEqual(['note', 'figure-unshown', 'special/figures/forgotten.json']);
});
