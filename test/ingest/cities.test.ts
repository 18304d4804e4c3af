import { expect, test } from 'vitest';
import { CityIndex, parseCities, readCities } from '../../pipeline/ingest/cities.ts';
import { Row } from '../../pipeline/ingest/read-table.ts';
import { city, HEBEI } from '../build.ts';

const { index, findings } = readCities('data');

test('the shipped cities and provinces are read without a finding', () => {
  expect(findings).toEqual([]);
  expect(index.cities).toHaveLength(338);
});

// Renamed since 2008, or named after the seat or by another romanisation in the archives and yearbooks.
test.each([
  ['思茅', '530800', "Pu'er"],
  ['襄樊', '420600', 'Xiangyang'],
  ['库尔勒', '652800', 'Bayingolin'],
  ['日喀则地区', '540200', 'Shigatse'],
  ['北京', '110000', 'Beijing'],
  ['Baoding', '130600', 'Baoding'],
  ['莱芜', '371200', 'Laiwu'],
])('the name %s stands for %s, %s', (name, code, english) => {
  const resolved = index.resolve(name);
  expect(resolved).toMatchObject({ kind: 'city', city: { code, short: { en: english } } });
});

test('every alias leads to the one city that has it', () => {
  for (const one of index.cities) {
    for (const alias of [one.name.zh, one.short.zh, one.short.en, ...one.aliases]) {
      expect(index.resolve(alias), alias).toMatchObject({ kind: 'city', city: { code: one.code } });
    }
  }
});

test('names that two cities share are nobody’s alias', () => {
  for (const name of ['Suzhou', 'Taizhou', 'Fuzhou', 'Yichun', 'Yulin'])
    expect(index.resolve(name).kind).toBe('unknown');
});

test('a county-level city is known and not assessed', () => {
  expect(index.resolve('瓦房店')).toMatchObject({ kind: 'not-assessed', name: '瓦房店' });
});

test('an unknown name gives the nearest', () => {
  expect(index.resolve('Baodin')).toMatchObject({ kind: 'unknown', nearest: expect.arrayContaining(['Baoding']) });
});

test('a code finds its city', () => {
  const small = new CityIndex([city('130100')]);
  expect(small.byCode('130100')?.code).toBe('130100');
  expect(small.byCode('130200')).toBeUndefined();
});

test('a city of a province that is not there is refused with its row', () => {
  const row = new Row(7, { code: '139900', province_code: '990000' });
  expect(() => parseCities([row], [HEBEI])).toThrow(/cities\.csv row 7: province 990000/);
});
