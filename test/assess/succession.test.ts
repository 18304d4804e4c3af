import { describe, expect, test } from 'vitest';
import { publishedChanges, publishedFacts } from '../../pipeline/assess/published.ts';
import { carriedOver, predecessorOf } from '../../pipeline/assess/succession.ts';
import { city, data, edition, published, scope } from '../build.ts';

const NATION = { kind: 'nation' } as const;
/** c joined a at the end of 2018. */
const TABLES = data({
  cities: [city('a'), city('b'), city('c', { validTo: 2018 })],
  scopes: [
    scope('CN-3', ['a', 'b', 'c'], { ...NATION, validFrom: 2015, validTo: 2018 }),
    scope('CN-2', ['a', 'b'], { ...NATION, validFrom: 2019, validTo: 2020 }),
  ],
});
const in2019 = edition({ year: 2019, previousYear: 2018, scopes: { nation: 'CN-2', key: 'K', regions: [] } });
const ROWS = [
  published({ scope: 'CN-3', period: '2018', value: 71, subject: 'pm10' }),
  published({ scope: 'CN-3', period: '2018', value: 64, subject: 'pm10', basis: 'actual-298K', evidence: 'derived' }),
  published({ scope: 'CN-2', period: '2019', value: 63, subject: 'pm10', basis: 'actual-298K' }),
];

describe('the national cohort of the year before', () => {
  test('is followed by one that is the same area', () => expect(predecessorOf(TABLES, in2019)).toBe('CN-3'));

  test('is not followed by one that has other cities, nor a year later', () => {
    const more = { ...TABLES, cities: [...TABLES.cities, city('d')] };
    const scopes = [TABLES.scopes[0], scope('CN-2', ['a', 'd'], { ...NATION, validFrom: 2019 })].filter(
      (one) => one !== undefined,
    );
    expect(predecessorOf({ ...more, scopes }, in2019)).toBeNull();
    expect(predecessorOf(TABLES, { ...in2019, year: 2020, previousYear: 2019 })).toBeNull();
  });

  test('hands on its recalculated figures, and only those', () => {
    const carried = carriedOver(publishedFacts(ROWS), TABLES, in2019);
    expect(carried).toMatchObject([
      {
        id: 'published.CN-2.pm10.annual-mean.2018.rebased',
        value: 64,
        basis: 'actual-298K',
        inputs: ['published.CN-3.pm10.annual-mean.2018.rebased'],
      },
    ]);
  });
});

test('a change is counted from the recalculated figure, never from the one on the old state: (63 − 64) / 64 = −1.5625 %', () => {
  const stated = publishedFacts(ROWS);
  const changes = publishedChanges([...stated, ...carriedOver(stated, TABLES, in2019)], 2019, [2018]);
  expect(changes.map(({ id, value }) => [id, value])).toEqual([
    ['published.CN-2.pm10.annual-mean.2019-minus-2018', -1],
    ['published.CN-2.pm10.annual-mean.2019-vs-2018', -1.5625],
  ]);
  expect(publishedChanges(stated, 2019, [2018])).toEqual([]);
});
