import { expect, test } from 'vitest';
import { inForceWithin, measureFacts, measuresOf } from '../../pipeline/assess/twin-measures.ts';
import { city, policy, scope } from '../build.ts';

const SPAN = { from: 2015, to: 2018 };
const BAODING = city('130600');
const SCOPES = [
  scope('BTH13', ['130600'], { kind: 'region' }),
  scope('TWO26', ['130600'], { kind: 'region', validFrom: 2017 }),
];
const own = (id: string, parts: Parameters<typeof policy>[1] = {}) =>
  policy(id, { level: 'municipal', jurisdiction: '130600', issued: '2016-05-01', ...parts });
const ids = (...policies: ReturnType<typeof policy>[]) =>
  measuresOf(BAODING, inForceWithin(policies, SPAN), SCOPES).map(({ policy: { id }, of }) => `${id} ${of}`);

test('records of the city, its province and its region count; national ones, those of others and unread ones do not', () => {
  expect(
    ids(
      own('national', { jurisdiction: 'CN' }),
      own('region', { jurisdiction: 'BTH' }),
      own('channel', { jurisdiction: 'TWO26' }),
      own('province', { jurisdiction: '130000' }),
      own('other-city', { jurisdiction: '130100' }),
      own('other-region', { jurisdiction: 'YRD' }),
      own('unread', { evidence: 'partly-seen' }),
      own('derived', { evidence: 'derived' }),
    ),
  ).toEqual(['derived own', 'province province', 'region region', 'channel region']);
});

test('a record counts if it was in force at the end of a year of the span', () => {
  expect(
    ids(
      own('ended-before', { issued: '2013', ends: '2014-12-31' }),
      own('ended-in-first-year', { issued: '2013', ends: '2015-12-31' }),
      own('ended-within-a-year', { issued: '2016-03', ends: '2016-11-30' }),
      own('open', { issued: '2013' }),
      own('last-year', { issued: '2018-12-24' }),
      own('in-force-later', { issued: '2018-12-24', effective: '2019-01-01' }),
      own('later', { issued: '2019' }),
      own('undated', { issued: null }),
    ),
  ).toEqual(['open own', 'last-year own', 'ended-in-first-year own']);
});

test('a record that another superseded before the span does not count, one superseded within it does', () => {
  const successor = (family: string, issued: string) =>
    own(`after-${family}`, { issued, family, relation: 'supersedes' });
  // Replaced on 1 January 2015: on no last day of 2015 to 2018 was it in force. The other was on that of 2015 and 2016.
  expect(
    ids(
      own('first', { issued: '2013' }),
      successor('first', '2015-01-01'),
      own('second', { issued: '2013' }),
      successor('second', '2017-03-01'),
    ),
  ).toEqual(['second own', 'after-first own', 'after-second own']);
});

test('a record that is over, nobody knows since when, does not count', () => {
  expect(ids(own('over', { issued: '2013', status: 'completed' }))).toEqual([]);
});

test('titles are in order of whose they are, then the shortest first, then by id', () => {
  const title = (en: string) => ({ title: { en, zh: en } });
  expect(
    ids(
      own('c', { ...title('Plan'), jurisdiction: '130000' }),
      own('b', title('Long title')),
      own('d', title('Plan')),
      own('a', title('Plan')),
    ),
  ).toEqual(['a own', 'd own', 'b own', 'c province']);
});

test('the records are counted by whose they are, nought included, and by sector, twice where there are two', () => {
  const measures = measuresOf(
    BAODING,
    [own('a', { sectors: ['coal', 'dust'] }), own('b', { sectors: ['coal'], jurisdiction: '130000' })],
    SCOPES,
  );
  expect(measureFacts('130600', measures, SPAN).map(({ id, value }) => [id, value])).toEqual([
    ['register.130600.all.measures-own.2015..2018', 1],
    ['register.130600.all.measures-province.2015..2018', 1],
    ['register.130600.all.measures-region.2015..2018', 0],
    ['register.130600:coal.all.measures.2015..2018', 2],
    ['register.130600:dust.all.measures.2015..2018', 1],
  ]);
});
