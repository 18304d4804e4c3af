import { expect, test } from 'vitest';
import { cityEfforts, effortFacts, SECTORS_NEEDED } from '../../pipeline/assess/effort.ts';
import { SECTORS } from '../../pipeline/types.ts';
import { city, data, HEBEI, policy, scope } from '../build.ts';

const BEIJING = city('110000', { province: { ...HEBEI, code: '110000' }, level: 'municipality' });
const TAIYUAN = city('140100', { province: { ...HEBEI, code: '140000' } });
const BAODING = city('130600');
const SCOPES = [
  scope('BTH13', ['110000', '130600'], { kind: 'region', validFrom: 2013 }),
  scope('TWO26', ['110000', '130600', '140100'], { kind: 'region', validFrom: 2017, validTo: 2023 }),
];
const effortsOf = (policies: ReturnType<typeof policy>[], year = 2018) =>
  new Map(
    cityEfforts(data({ cities: [BEIJING, BAODING, TAIYUAN], scopes: SCOPES, policies }), year).map((effort) => [
      effort.city.code,
      effort,
    ]),
  );
const ids = (records: readonly { id: string }[] = []) => records.map(({ id }) => id);

test('records count by whose they are; a municipality’s are its own, and what was not read does not count', () => {
  const efforts = effortsOf([
    policy('city', { jurisdiction: '130600' }),
    policy('province', { jurisdiction: '130000' }),
    policy('unread', { jurisdiction: '130000', evidence: 'partly-seen' }),
    policy('capital', { jurisdiction: '110000' }),
    policy('national', { jurisdiction: 'CN' }),
  ]);
  const [baoding, beijing] = [efforts.get('130600'), efforts.get('110000')];
  expect([ids(baoding?.own), ids(baoding?.province), ids(baoding?.nation)]).toEqual([
    ['city'],
    ['province'],
    ['national'],
  ]);
  expect([ids(beijing?.own), ids(beijing?.province)]).toEqual([['capital'], []]);
});

test('a regional record holds for the members of the region at the time when it took effect', () => {
  const efforts = effortsOf([
    policy('rules', { jurisdiction: 'BTH', issued: '2013-09-17' }),
    policy('campaign', { jurisdiction: 'BTH', issued: '2017-08' }),
  ]);
  expect(ids(efforts.get('130600')?.region)).toEqual(['rules', 'campaign']);
  // Taiyuan is one of the cities of the transport channel, which were named in 2017.
  expect(ids(efforts.get('140100')?.region)).toEqual(['campaign']);
});

const covering = (sectors: readonly (typeof SECTORS)[number][], jurisdiction: string) =>
  sectors.map((sector) => policy(`${jurisdiction}-${sector}`, { jurisdiction, sectors: [sector] }));
const valuesOf = (policies: ReturnType<typeof policy>[]) => {
  const effort = effortsOf(policies).get('130600');
  return effort ? effortFacts(effort).map(({ statistic, value, reason }) => [statistic, value, reason]) : [];
};

test('where fewer than six of the twelve sectors have a record of the city or its province, nothing is counted', () => {
  expect(SECTORS_NEEDED).toBe(6);
  const five = [...covering(SECTORS.slice(0, 4), '130000'), ...covering(SECTORS.slice(3, 5), '130600')];
  expect(valuesOf([...five, policy('region', { jurisdiction: 'TWO26' })])).toEqual([
    ['own-in-force', null, 'register-thin'],
    ['province-in-force', null, 'register-thin'],
    ['region-in-force', 1, null],
    ['sectors-covered', 5, null],
  ]);
});

test('six are enough: the city’s records are counted, and none found is no nought', () => {
  expect(valuesOf([...covering(SECTORS.slice(0, 4), '130000'), ...covering(SECTORS.slice(3, 6), '130600')])).toEqual([
    ['own-in-force', 3, null],
    ['province-in-force', 4, null],
    ['region-in-force', 0, null],
    ['sectors-covered', 6, null],
  ]);
  expect(valuesOf(covering(SECTORS.slice(0, 6), '130000'))).toEqual([
    ['own-in-force', null, 'register-no-own'],
    ['province-in-force', 6, null],
    ['region-in-force', 0, null],
    ['sectors-covered', 6, null],
  ]);
});
