import { expect, test } from 'vitest';
import { stationTable } from '../../pipeline/archive/station-lists.ts';
import { JINAN, LAIWU, listing } from './listings.ts';

const at = (lon: number, lat: number) => ({ position: { lon, lat } });

test('a position far from all other sites of its city is left out and told', () => {
  // One degree of longitude at 24° N is 111.2 km · cos 24° = 101.59 km, and 114.6 is three degrees from 117.6: 305 km.
  const { rows, findings } = stationTable([
    listing(2022, '漳州党校', { code: '3216A', ...at(114.6, 24) }),
    listing(2022, '九湖', { code: '2075A', ...at(117.6, 24) }),
    listing(2022, '东区', { code: '2076A', ...at(117.9, 24) }),
  ]);
  expect(rows.map(({ code, position }) => [code, position?.lon ?? null])).toEqual([
    ['2075A', 117.6],
    ['2076A', 117.9],
    ['3216A', null],
  ]);
  expect(findings).toMatchObject([{ severity: 'warn', rule: 'far-position' }]);
  expect(findings[0]?.message).toContain('lies 305 km from the next site');
});

test('the only site of a city stays where the list puts it', () => {
  const { rows, findings } = stationTable([listing(2022, '西沙', at(112.3, 16.8))]);
  expect([rows[0]?.position, findings]).toEqual([{ lon: 112.3, lat: 16.8 }, []]);
});

const CHANGED = [
  listing(2018, '日升国际', { code: '1617A', place: LAIWU, ...at(117.715, 36.208) }),
  listing(2020, '日升国际', { code: '1617A', place: JINAN, ...at(117.715, 36.208) }),
  listing(2018, '科干所', { code: '1299A', ...at(116.988, 36.611) }),
];

test('a site first listed after its city was dissolved, among that city’s sites, was one of them', () => {
  const late = listing(2020, '泰兴公司', { code: '3059A', ...at(117.718, 36.209) });
  const { rows, findings } = stationTable([...CHANGED, late]);
  expect(rows.filter(({ code }) => code === '3059A')).toMatchObject([
    { city: '371200', unit: '莱芜', validFrom: null, validTo: '2018-12-31', firstList: null, lastList: null },
    { city: '370100', unit: '济南', validFrom: '2019-01-01', validTo: null, firstList: 2020, lastList: 2020 },
  ]);
  expect(findings).toMatchObject([{ severity: 'note', rule: 'inferred-city' }]);
});

test.each([
  ['stands among the sites of the other city', listing(2020, '甲', { code: '3494A', ...at(117.0, 36.6) })],
  ['was opened later', listing(2020, '甲(启用190301)', { code: '3494A', ...at(117.718, 36.209) })],
  ['has no position', listing(2020, '甲', { code: '3494A' })],
])('a site first listed later that %s was not', (_, late) => {
  const { rows, findings } = stationTable([...CHANGED, late]);
  expect(rows.filter(({ code }) => code === '3494A')).toMatchObject([
    { city: '370100', validFrom: null, validTo: null },
  ]);
  expect(findings).toEqual([]);
});
