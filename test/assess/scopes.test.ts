import { expect, test } from 'vitest';
import { assess } from '../../pipeline/assess/assess.ts';
import { assessedCities, panels } from '../../pipeline/assess/scopes.ts';
import { Facts } from '../../pipeline/facts/fact.ts';
import { city, cityYear, data, edition, HEBEI, published, scope } from '../build.ts';

const BEIJING = { code: '110000', name: { en: 'Beijing', zh: '北京市' }, short: { en: 'Beijing', zh: '北京' } };

test('panels are the scopes with members, then provinces; a municipality is its city', () => {
  const found = panels(
    data({
      provinces: [BEIJING, HEBEI],
      cities: [city('110000', { province: BEIJING }), city('130100'), city('130200')],
      scopes: [scope('CN', []), scope('BTH13', ['110000', '130100'])],
    }),
  );
  expect(found).toEqual([
    { id: 'BTH13', codes: ['110000', '130100'] },
    { id: '130000', codes: ['130100', '130200'] },
  ]);
});

test('Laiwu is assessed until 2018', () => {
  const cities = [city('371200', { validTo: 2018 }), city('130100')];
  const codes = (year: number) => assessedCities(data({ cities }), edition({ year })).map(({ code }) => code);
  expect(codes(2018)).toEqual(['371200', '130100']);
  expect(codes(2019)).toEqual(['130100']);
});

test('a report on 2016 does not know 2018, and no two facts have one id', () => {
  const world = data({
    cities: [city('130100'), city('130200')],
    scopes: [scope('CN-338', ['130100', '130200'])],
    cityYears: [2015, 2016, 2017, 2018].flatMap((year) => [cityYear('130100', year, 60), cityYear('130200', year, 50)]),
    published: [
      published({ period: '2015', value: 50 }),
      published({ period: '2016', value: 47 }),
      published({ period: '2018' }),
    ],
  });
  const { facts } = assess(world, edition({ id: '2016', year: 2016, previousYear: 2015 }));
  expect(facts.filter(({ period }) => /2017|2018/.test(period)).map(({ id }) => id)).toEqual([]);
  const all = new Facts(facts);
  expect(all.get('published.CN-338.pm25.annual-mean.2016-vs-2015').value).toBeCloseTo(-6, 9);
  expect(all.get('computed.CN-338.pm25.annual-mean.2016').value).toBe(55);
});
