import { describe, expect, test } from 'vitest';
import { betweenClasses, publishedChanges, publishedFacts } from '../../pipeline/assess/published.ts';
import type { Published } from '../../pipeline/types.ts';
import { published } from '../build.ts';

const ID = 'published.CN-338.pm25.annual-mean';

describe('published figures', () => {
  const one = (parts: Partial<Published>) => publishedFacts([published(parts)])[0];

  test('become facts with the decimals they were printed with', () => {
    expect(one({})).toMatchObject({
      id: `${ID}.2018`,
      value: 39,
      decimals: 0,
      method: 'published',
      sources: ['release'],
    });
    expect(one({ statistic: 'good-day-share', subject: 'aqi', value: 79.3, unit: '%' })).toMatchObject({ decimals: 1 });
  });

  test('are left out when they were not seen, or are words', () => {
    expect(one({ evidence: 'partly-seen' })).toBeUndefined();
    expect(one({ evidence: 'unconfirmed' })).toBeUndefined();
    expect(one({ value: null, text: 'good', unit: 'grade' })).toBeUndefined();
  });

  test('that were derived say so', () => {
    expect(one({ evidence: 'derived' })?.method).toBe('published-derived');
  });

  test('are told apart by publisher, variant and recalculation', () => {
    expect(one({ publisher: 'third-party' })?.id).toBe(`${ID}.2018.third-party`);
    expect(one({ variant: 'dust-excluded', period: '2016' })?.id).toBe(`${ID}.2016.dust-excluded`);
    expect(one({ basis: 'actual-298K' })?.id).toBe(`${ID}.2018.rebased`);
    expect(one({ basis: 'actual-298K', period: '2019' })?.id).toBe(`${ID}.2019`);
  });

  test('that are changes name both periods: relative in %, shares in percentage points', () => {
    expect(one({ statistic: 'annual-mean-change', basePeriod: '2017', unit: '%', value: -9.3 })?.id).toBe(
      `${ID}.2018-vs-2017`,
    );
    expect(
      one({ statistic: 'good-day-share-change', subject: 'aqi', basePeriod: '2017', unit: 'pp', value: 1.3 })?.id,
    ).toBe('published.CN-338.aqi.good-day-share.2018-minus-2017');
  });
});

describe('changes between published levels', () => {
  const changes = (to: number, from: number, ...rows: Partial<Published>[]) =>
    new Map(publishedChanges(publishedFacts(rows.map(published)), to, [from]).map((fact) => [fact.id, fact]));

  // Ministry on 2017 (January 2018): 43 µg/m³, down 6.5 %, while 2016 had first been published as 47: 43/46 − 1 = −6.52 %.
  test('into 2017 are counted from the 2016 figure without sand-dust days', () => {
    const facts = changes(
      2017,
      2016,
      { period: '2017', value: 43 },
      { period: '2016', value: 47 },
      { period: '2016', value: 46, variant: 'dust-excluded' },
    );
    const fact = facts.get(`${ID}.2017-vs-2016`);
    expect(fact?.value?.toFixed(1)).toBe('-6.5');
    expect(fact).toMatchObject({
      inputs: [`${ID}.2016.dust-excluded`, `${ID}.2017`],
      notes: [],
      method: 'published-derived',
    });
  });

  test('into 2016 are counted from the figures first published', () => {
    const facts = changes(
      2016,
      2015,
      { period: '2016', value: 47 },
      { period: '2015', value: 50 },
      { period: '2016', value: 46, variant: 'dust-excluded' },
    );
    expect(facts.get(`${ID}.2016-vs-2015`)?.value).toBeCloseTo(-6, 9);
  });

  test('across the dust rule carry its note where no figure without dust is there', () => {
    const pm25 = changes(2017, 2015, { period: '2017', value: 43 }, { period: '2015', value: 50 });
    expect(pm25.get(`${ID}.2017-vs-2015`)?.notes).toEqual(['dust-rule']);
    const so2 = changes(
      2017,
      2015,
      { subject: 'so2', period: '2017', value: 18 },
      { subject: 'so2', period: '2015', value: 25 },
    );
    expect(so2.get('published.CN-338.so2.annual-mean.2017-vs-2015')?.notes).toEqual([]);
  });

  test('are never counted from one basis to the other', () => {
    expect(
      changes(2019, 2018, { period: '2019', value: 36, basis: 'actual-298K' }, { period: '2018', value: 39 }).size,
    ).toBe(0);
  });

  test('give way to a change that was published itself', () => {
    const stated = { statistic: 'annual-mean-change', basePeriod: '2017', unit: '%', value: -9.3 };
    const facts = changes(2018, 2017, { value: 39 }, { period: '2017', value: 43 }, stated);
    expect([...facts.keys()]).toEqual([`${ID}.2018-minus-2017`]);
  });

  test('of shares are differences only', () => {
    const share = { subject: 'aqi', statistic: 'good-day-share', unit: '%' } as const;
    const facts = changes(2018, 2017, { ...share, value: 79.3 }, { ...share, period: '2017', value: 78 });
    expect([...facts.values()]).toMatchObject([{ unit: 'pp', decimals: 1, period: '2018-minus-2017' }]);
    expect([...facts.values()][0]?.value).toBeCloseTo(1.3, 9);
  });
});

test('the days between good and heavy are told for a figure with sand-dust days and for one without, each as its own', () => {
  // 100 − 85.5 − 1.6 = 12.9; without sand-dust days 100 − 86.8 − 1.1 = 12.1.
  const share = (statistic: string, value: number, variant: string) =>
    published({ scope: 'CN-339', period: '2023', subject: 'aqi', statistic, value, unit: '%', variant });
  const facts = betweenClasses(
    publishedFacts([
      share('good-day-share', 85.5, ''),
      share('good-day-share', 86.8, 'dust-excluded'),
      share('heavy-day-share', 1.6, ''),
      share('heavy-day-share', 1.1, 'dust-excluded'),
    ]),
  );
  expect(facts.map(({ id, value }) => [id, Number(value?.toFixed(6))])).toEqual([
    ['published.CN-339.aqi.light-moderate-day-share.2023', 12.9],
    ['published.CN-339.aqi.light-moderate-day-share.2023.dust-excluded', 12.1],
  ]);
});
