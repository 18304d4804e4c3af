import { describe, expect, test } from 'vitest';
import { panels } from '../../pipeline/assess/scopes.ts';
import { annual, shipped } from '../shipped.ts';

const { scopes } = shipped().data;
const members = (id: string): readonly string[] => scopes.find((scope) => scope.id === id)?.members ?? [];
const LAIWU = '371200';
const sorted = (codes: readonly string[]) => [...codes].sort();

describe('the sets of cities of a year', () => {
  // Bulletins: 161 cities in 2014, 338 from 2015, 337 after Laiwu joined Jinan in January 2019.
  test.each([
    [2014, 'CN-161', 161],
    [2015, 'CN-338', 338],
    [2016, 'CN-338', 338],
    [2017, 'CN-338', 338],
    [2018, 'CN-338', 338],
    [2019, 'CN-337', 337],
    [2020, 'CN-337', 337],
  ])('of %i: the nation is %s', (year, id, size) => {
    expect(annual(year).scopes.nation).toBe(id);
    expect(new Set(members(id)).size).toBe(size);
  });

  test('the nation of 2021 is CN-339, whose members were not seen', () => {
    expect(annual(2021).scopes.nation).toBe('CN-339');
    expect(members('CN-339')).toEqual([]);
    expect(panels(shipped().data).some(({ id }) => id === 'CN-339')).toBe(false);
  });

  // The ministry ranked 74 cities to June 2018, then 169, and 168 since Laiwu joined Jinan.
  test('the key cities are 74 to 2018 and 168 after; the 169 of late 2018 are these and Laiwu', () => {
    expect([2014, 2018, 2019].map((year) => annual(year).scopes.key)).toEqual(['KEY74', 'KEY74', 'KEY168']);
    expect(sorted(members('KEY169'))).toEqual(sorted([...members('KEY168'), LAIWU]));
    expect(members('KEY168')).toHaveLength(168);
    expect(members('KEY74')).toHaveLength(74);
  });

  // 25 cities of the delta to mid-2018, 41 of the three-year plan of June 2018.
  test('the Yangtze delta is 25 cities to 2017 and 41 from 2018', () => {
    const delta = (year: number) => annual(year).scopes.regions.find((id) => id.startsWith('YRD'));
    expect([2014, 2017, 2018, 2019].map(delta)).toEqual(['YRD25', 'YRD25', 'YRD41', 'YRD41']);
    expect([members('YRD25').length, members('YRD41').length]).toEqual([25, 41]);
    expect(members('YRD25').filter((code) => !members('YRD41').includes(code))).toEqual([]);
  });

  test('Laiwu is in the 338 and not in the 337, which differ in nothing else', () => {
    expect(sorted(members('CN-338'))).toEqual(sorted([...members('CN-337'), LAIWU]));
  });

  // 13 + 25 + 9 + 27 = 74; 54 + 41 + 9 + 11 + 16 + 22 + 15 = 168.
  test.each([
    ['KEY74', ['BTH13', 'YRD25', 'PRD9', 'OTHER27']],
    ['KEY168', ['K168_BTHS54', 'YRD41', 'PRD9', 'FENWEI11', 'K168_CY16', 'K168_MYR22', 'K168_OTHER15']],
  ])('%s is the sum of its parts, none of which share a city', (whole, parts) => {
    expect(sorted(parts.flatMap(members))).toEqual(sorted(members(whole)));
  });
});
