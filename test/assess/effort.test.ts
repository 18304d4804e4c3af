import { expect, test } from 'vitest';
import { cityEfforts, effortFacts, SECTORS_NEEDED } from '../../pipeline/assess/effort.ts';
import { isInForce, termsOf } from '../../pipeline/assess/in-force.ts';
import { SECTORS } from '../../pipeline/types.ts';
import { city, data, HEBEI, policy, scope } from '../build.ts';

type Parts = Parameters<typeof policy>[1];
const YEARS = [2015, 2016, 2017, 2018, 2019];

/** The years at whose end the record `x` is in force, with others beside it. */
function yearsOf(parts: Parts, ...others: ReturnType<typeof policy>[]): number[] {
  const terms = termsOf([policy('x', { issued: '2016-05-01', ...parts }), ...others]);
  return YEARS.filter((year) => isInForce(terms.get('x'), year));
}

test('a record counts from the end of the year in which it takes effect, 31 December included', () => {
  expect(yearsOf({ effective: '2016-12-31' })).toEqual([2016, 2017, 2018, 2019]);
  expect(yearsOf({ effective: '2017-01-01' })).toEqual([2017, 2018, 2019]);
  expect(yearsOf({ issued: '2018-12' })).toEqual([2018, 2019]);
  expect(yearsOf({ issued: null })).toEqual([]);
});

test('one whose last day is 31 December is in force on it; one that ends a day before is not', () => {
  expect(yearsOf({ ends: '2017-12-31' })).toEqual([2016, 2017]);
  expect(yearsOf({ ends: '2017-12-30' })).toEqual([2016]);
  expect(yearsOf({ ends: '2017-12' })).toEqual([2016, 2017]);
  expect(yearsOf({ ends: '2017' })).toEqual([2016, 2017]);
  expect(yearsOf({ ends: '2018-03-31' })).toEqual([2016, 2017]);
  expect(yearsOf({ ends: '2016-09-30' })).toEqual([]);
});

test('a record is over at the end of the year in which another replaces it, if that was read', () => {
  const successor = (parts: Parts) =>
    policy('y', { family: 'x', relation: 'supersedes', issued: '2018-05-21', ...parts });
  expect(yearsOf({ status: 'superseded' }, successor({}))).toEqual([2016, 2017]);
  expect(yearsOf({}, successor({ effective: '2018-12-31' }))).toEqual([2016, 2017]);
  expect(yearsOf({}, successor({ effective: '2019-07-01' }))).toEqual([2016, 2017, 2018]);
  expect(yearsOf({ ends: '2016-12-31' }, successor({}))).toEqual([2016]);
  expect(yearsOf({}, successor({ relation: 'amends' }))).toEqual([2016, 2017, 2018, 2019]);
  expect(yearsOf({}, successor({ evidence: 'unconfirmed' }))).toEqual([2016, 2017, 2018, 2019]);
});

test('without an end and no longer in force, a record lasts as long as what it carries out, else to the end of its year', () => {
  const plan = policy('plan', { issued: '2013-09-10', ends: '2017-12-31', status: 'completed' });
  const rules = policy('rules', { family: 'plan', relation: 'implements', issued: '2014', status: 'unknown' });
  expect(yearsOf({ status: 'completed' })).toEqual([2016]);
  expect(yearsOf({ status: 'unknown', family: 'plan', relation: 'implements' }, plan)).toEqual([2016, 2017]);
  expect(yearsOf({ status: 'completed', family: 'rules', relation: 'implements' }, plan, rules)).toEqual([2016, 2017]);
  expect(yearsOf({ status: 'completed', family: 'plan', relation: 'implements', issued: '2018' }, plan)).toEqual([
    2018,
  ]);
  const law = policy('law', { issued: '2015', status: 'in-force' });
  expect(yearsOf({ status: 'completed', family: 'law', relation: 'implements' }, law)).toEqual([2016]);
  expect(yearsOf({ status: 'unknown', family: 'x', relation: 'implements' })).toEqual([2016]);
});

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
