import { expect, test } from 'vitest';
import { twinsCsv } from '../../pipeline/publish/twins-csv.ts';
import type { Fact, TwinSet } from '../../pipeline/types.ts';

const cities = [
  { code: '110000', short: { en: 'Beijing', zh: '北京' } },
  { code: '130600', short: { en: 'Baoding', zh: '保定' } },
] as unknown as Parameters<typeof twinsCsv>[0]['cities'];
const facts = [
  ['b-start', 78.8],
  ['b-end', 57.8123456789],
  ['b-change', -26.6],
  ['c-start', 80],
  ['c-end', 56],
  ['c-change', -30],
  ['distance', 0.5],
].map(([id, value]) => ({ id, value }) as Fact);
const own = { code: '110000', from: 2015, to: 2017, start: 'b-start', end: 'b-end', change: 'b-change', alike: 'x' };
const twin = { code: '130600', start: 'c-start', end: 'c-end', change: 'c-change', distance: 'distance' };
const lines = (set: TwinSet) =>
  twinsCsv({ cities }, { facts, twins: [set] })
    .trim()
    .split('\n');

test('each twin has a row with both cities’ figures, the policies, and what could not be compared', () => {
  const twins = [{ ...twin, missing: ['so2', 'population'], measures: ['a', 'b'] }];
  expect(lines({ ...own, unsteady: null, twins, reason: 'twins-few-better' })).toEqual([
    'city_code,city_en,city_zh,from,to,start,end,change,twin_rank,twin_code,twin_en,twin_zh,twin_start,twin_end,twin_change,distance,measures,note',
    '110000,Beijing,北京,2015,2017,78.8,57.81234568,-26.6,1,130600,Baoding,保定,80,56,-30,0.5,a|b,not compared: so2; not compared: population',
  ]);
});

test('a city without twins has one row, with empty cells and the reasons', () => {
  expect(lines({ ...own, unsteady: 'leapt', twins: [], reason: 'twins-none-alike' })[1]).toBe(
    '110000,Beijing,北京,2015,2017,78.8,57.81234568,-26.6,,,,,,,,,,no twin: no city with steady data started alike; the city’s own data are not steady: the mean leapt as the archive changed',
  );
});
