import { describe, expect, test } from 'vitest';
import { publishedFacts } from '../../../pipeline/assess/published.ts';
import { reconcileCounts } from '../../../pipeline/assess/reconcile/counts.ts';
import { reconcile } from '../../../pipeline/assess/reconcile/reconcile.ts';
import { makeFact } from '../../../pipeline/fact-id.ts';
import type { At, CityMonth, CityYear, Fact, Published } from '../../../pipeline/types.ts';
import { cityYear, published, scope } from '../../build.ts';
import { bench, cityMonth } from './world.ts';

const CITIES = ['130100', '130200'];
const MEMBERS = new Map([['PAIR2', CITIES]]);

const run = (
  rows: readonly At<Published>[],
  facts: readonly Fact[],
  years: readonly CityYear[] = [],
  months: readonly CityMonth[] = [],
) => reconcile(rows, new Map(facts.map((fact) => [fact.id, fact])), MEMBERS, bench(years, months));

const level = (value: number, parts: Partial<Fact> = {}) =>
  makeFact({
    ...{ origin: 'computed', scope: 'PAIR2', subject: 'pm25', statistic: 'annual-mean', period: '2015', value },
    ...{ unit: 'µg/m³', decimals: 0, basis: 'standard-273K', method: 'city-daily', n: 2, of: 2 },
    ...parts,
  });
const release = (parts: Partial<At<Published>> = {}) =>
  published({ scope: 'PAIR2', period: '2015', value: 50, ...parts });

describe('a published level', () => {
  test('stands beside its twin, with the difference unrounded and in per cent', () => {
    const { rows, facts } = run([release({ at: 7 })], [level(52.5)]);
    expect(rows).toMatchObject([
      {
        ...{ published: 'published.PAIR2.pm25.annual-mean.2015', computed: 'computed.PAIR2.pm25.annual-mean.2015' },
        ...{ at: 7, kind: 'year', close: false, alike: true, second: false },
      },
    ]);
    // 2.5 µg/m³, 5 % of 50; what is there already is not made again.
    expect(facts.map(({ statistic, value, unit, decimals }) => [statistic, value, unit, decimals])).toEqual([
      ['annual-mean-less-published', 2.5, 'µg/m³', 1],
      ['annual-mean-less-published-relative', 5, '%', 1],
    ]);
  });

  test('is close within 3 % or one unit of its last digit', () => {
    const close = (value: number, computed: number) => run([release({ value })], [level(computed)]).rows[0]?.close;
    expect([close(50, 51.5), close(50, 51.51)]).toEqual([true, false]);
    expect([close(20, 21), close(20, 21.01)]).toEqual([true, false]);
  });

  test('stands once, though two releases give it, and not at all without a twin', () => {
    expect(run([release(), release({ variant: 'second-source' })], [level(50)]).rows).toHaveLength(1);
    expect(run([release({ scope: 'KEY74' })], [level(50)]).rows).toEqual([]);
    expect(run([release({ evidence: 'unconfirmed' })], [level(50)]).rows).toEqual([]);
  });

  test('has another published value as a reason', () => {
    const { rows } = run([release({ value: 50 }), release({ value: 56, variant: 'second-source' })], [level(55.8)]);
    expect(rows.map(({ reasons }) => reasons)).toEqual([['published-conflict'], ['rounding']]);
  });
});

describe('a published level of months', () => {
  const months = [
    cityMonth('130100', '2015-01', 100, { validDays: 31 }),
    cityMonth('130100', '2015-02', 41, { validDays: 28 }),
    cityMonth('130200', '2015-01', 60, { validDays: 31 }),
    cityMonth('130200', '2015-02', 60, { validDays: 28 }),
  ];

  // (100·31 + 41·28)/59 = 72 and 60: 66.
  test('has the mean of the cities’ own spans as twin, which is made for it', () => {
    const { rows, facts } = run([release({ period: '2015-01..02', statistic: 'mean', value: 66 })], [], [], months);
    expect(rows).toMatchObject([{ kind: 'span', reasons: ['rounding'] }]);
    expect(facts[0]).toMatchObject({ id: 'computed.PAIR2.pm25.mean.2015-01..02', value: 66, n: 2, of: 2 });
  });

  test('has none below nine cities in ten, nor with a month missing', () => {
    const row = release({ period: '2015-01..02', statistic: 'mean' });
    expect(run([row], [], [], months.slice(0, 3)).rows).toEqual([]);
    expect(run([release({ period: '2015-01..03', statistic: 'mean' })], [], [], months).rows).toEqual([]);
  });

  test('of a single city is its own', () => {
    const { rows, facts } = run(
      [release({ scope: '130200', period: '2015-02', statistic: 'mean', value: 58 })],
      [],
      [],
      months,
    );
    expect(rows).toMatchObject([{ kind: 'month', close: false, reasons: ['third-party-archive'] }]);
    expect(facts[0]).toMatchObject({ value: 60, n: 28, of: null });
  });
});

describe('a published change', () => {
  const years = [
    cityYear('130100', 2014, 100),
    cityYear('130200', 2014, 60),
    cityYear('130100', 2015, 90),
    cityYear('130200', 2015, 54),
  ];
  const change = (value: number, parts: Partial<At<Published>> = {}) =>
    release({ statistic: 'annual-mean-change', basePeriod: '2014', unit: '%', value, ...parts });

  // 80 → 72: −10 %.
  test('stands beside the one over the same cities, close within 1.5 percentage points', () => {
    const { rows, facts } = run([change(-8.5)], [], years);
    expect(rows).toMatchObject([{ kind: 'change', close: true, relative: null }]);
    expect(facts.map(({ id, unit }) => [id, unit])).toEqual([
      ['computed.PAIR2.pm25.annual-mean.2015-vs-2014', '%'],
      ['computed.PAIR2.pm25.annual-mean-less-published.2015-vs-2014', 'pp'],
    ]);
    expect(facts[1]?.value).toBeCloseTo(-1.5, 9);
    expect(run([change(-8.4)], [], years).rows[0]?.close).toBe(false);
  });

  // Half a unit of both levels: 100 · 0.5/80 · (1 + 72/80) = 1.19 pp, and 0.05 of the change itself.
  test('may have been computed from rounded levels', () => {
    expect(run([change(-8.8)], [], years).rows[0]?.reasons).toEqual(['rounded-levels']);
    expect(run([change(-8.7)], [], years).rows[0]?.reasons).not.toEqual(['rounded-levels']);
  });

  test('is not compared across the change of state', () => {
    const crossing = years.map((row) => (row.year === 2015 ? { ...row, basis: 'actual-298K' as const } : row));
    expect(run([change(-10)], [], crossing).rows).toEqual([]);
  });
});

describe('particles whose published figure leaves sand-dust out', () => {
  const year = { period: '2019', basis: 'actual-298K' as const, subject: 'pm10' as const };
  const twins = [level(67.1, year), level(64.3, { ...year, statistic: 'annual-mean-dust-excluded' })];

  test('are compared without it first, and with it in a second row that is not counted', () => {
    const row = release({ ...year, value: 63 });
    const { rows, facts } = run([row], twins);
    expect(rows.map(({ computed, second, alike, close }) => [computed.split('.')[3], second, alike, close])).toEqual([
      ['annual-mean-dust-excluded', false, true, true],
      ['annual-mean', true, false, false],
    ]);
    // 67.1 − 64.3 of the 4.1 is what the hours taken out make; 1.3 and rounding are left.
    expect(rows[1]?.reasons).toEqual(['dust', 'third-party-archive']);
    const counts = reconcileCounts(rows, [...publishedFacts([row]), ...facts], [scope('PAIR2', CITIES)], 2019);
    expect(counts.find(({ id }) => id === 'computed.reconciliation.all.figures-compared.2019')?.value).toBe(1);
  });
});

describe('the counts', () => {
  const rows = [
    release(),
    release({ scope: '130100', value: 90 }),
    release({ scope: '130200', value: 80 }),
    release({ scope: '130000', value: 40 }),
  ];
  const computed = [
    level(49.7),
    level(100, { scope: '130100', of: null }),
    level(82, { scope: '130200', of: null }),
    level(46, { scope: '130000' }),
  ];
  const made = run(rows, computed);
  const counts = new Map(
    reconcileCounts(made.rows, [...publishedFacts(rows), ...made.facts], [scope('PAIR2', CITIES)], 2015).map(
      ({ id, value }) => [id, value],
    ),
  );
  const of = (group: string, name: string) => counts.get(`computed.reconciliation.${group}.figures-${name}.2015`);

  // 49.7 agrees; 82 is 2.5 % off, and an archive's twentieth explains it; 100 is 10 off, 5.5 at most; 46 is 6 off, 2.8 at most.
  test('tell agreement, explanation and the lack of it, by place and by kind', () => {
    expect(
      ['compared', 'close', 'close-share', 'agreeing', 'explained', 'unexplained'].map((name) => of('all', name)),
    ).toEqual([4, 2, 50, 1, 1, 2]);
    expect(['regions', 'cities', 'provinces', 'year'].map((group) => of(group, 'compared'))).toEqual([1, 2, 1, 4]);
    expect(of('cities', 'unexplained')).toBe(1);
    expect(of('all', 'by-third-party-archive')).toBe(2);
    expect(of('month', 'compared')).toBeUndefined();
  });
});
