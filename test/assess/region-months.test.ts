import { expect, test } from 'vitest';
import type { AssessContext } from '../../pipeline/assess/context.ts';
import { regionMonths } from '../../pipeline/assess/region-months.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { CityMonth, Fact } from '../../pipeline/types.ts';
import { data, edition } from '../build.ts';

const row = (code: string, month: string, value: number | null): CityMonth => ({
  ...{ code, month, value, subject: 'pm25', statistic: 'mean', validDays: 31 },
  ...{ basis: 'actual-298K', method: 'station-hourly', source: 'archive' },
});
const REGION = { id: 'TWO26', codes: ['a', 'b'] };
const OTHER = { id: 'KEY168', codes: ['a', 'b'] };

const monthsOf = (rows: readonly CityMonth[], there: readonly Fact[] = [], months: readonly string[] = []) => {
  const context: AssessContext = {
    data: data({ cityMonths: rows }),
    edition: edition({
      year: 2019,
      baselineYear: 2018,
      months,
      scopes: { nation: 'CN-337', key: 'KEY168', regions: ['TWO26'] },
    }),
    year: 2019,
    values: new CityValues([]),
    panels: [REGION, OTHER],
    cities: [],
  };
  const soFar = { facts: there, rankings: [], reconciliation: [], targets: [], twins: [], robustness: [] };
  const { facts = [] } = regionMonths(context, { ...soFar, find: (id) => there.find((fact) => fact.id === id) });
  return Object.fromEntries(facts.map(({ id, value }) => [id, value]));
};

test('a month of a key region is the mean of its cities: of 80 and 60, 70', () => {
  const rows = [row('a', '2019-01', 80), row('b', '2019-01', 60), row('a', '2018-01', 90), row('b', '2018-01', 90)];
  expect(monthsOf(rows)).toEqual({ 'computed.TWO26.pm25.mean.2019-01': 70 });
});

test('one of two cities is fewer than nine in ten, and no month is made of it', () => {
  expect(monthsOf([row('a', '2019-01', 80), row('b', '2019-01', null)])).toEqual({});
});

test('a month that is there already is not made again', () => {
  const there = makeFact({
    ...{ origin: 'computed', scope: 'TWO26', subject: 'pm25', statistic: 'mean', period: '2019-01' },
    ...{ value: 70, unit: 'µg/m³', decimals: 0, method: 'station-hourly' },
  });
  expect(monthsOf([row('a', '2019-01', 80), row('b', '2019-01', 60)], [there])).toEqual({});
});

test('an edition that asks for more gets every month since its baseline year, of a set and of each of its cities', () => {
  const rows = [row('a', '2018-12', 90), row('b', '2018-12', 70), row('a', '2017-12', 1), row('b', '2017-12', 1)];
  expect(monthsOf(rows, [], ['KEY168', 'KEY168/*'])).toEqual({
    'computed.KEY168.pm25.mean.2018-12': 80,
    'computed.a.pm25.mean.2018-12': 90,
    'computed.b.pm25.mean.2018-12': 70,
  });
});
