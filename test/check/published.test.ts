import { describe, expect, test } from 'vitest';
import type { Rule } from '../../pipeline/check/rule.ts';
import { officialOutlier } from '../../pipeline/check/rules/official-outlier.ts';
import { publishedArithmetic } from '../../pipeline/check/rules/published-arithmetic.ts';
import { publishedConflict } from '../../pipeline/check/rules/published-conflict.ts';
import { publishedRange } from '../../pipeline/check/rules/published-range.ts';
import { publishedShares } from '../../pipeline/check/rules/published-shares.ts';
import type { At, Published } from '../../pipeline/types.ts';
import { city, data, edition, published, scope } from '../build.ts';

const run = (rule: Rule, rows: readonly Partial<At<Published>>[]) =>
  rule(
    data({
      cities: [city('610600', { short: { en: "Yan'an", zh: '延安' } })],
      scopes: [scope('CN-338', [], { size: 338, name: { en: '338 cities', zh: '338个城市' } })],
      published: rows.map((row, i) => published({ at: i + 2, ...row })),
    }),
    edition(),
  );

describe('official-outlier', () => {
  // Yan'an's PM10 in the IPE compilation; 2012 is printed there as 930.
  const yanan = (value2012: number) =>
    run(
      officialOutlier,
      Object.entries({ 2009: 108, 2010: 120, 2011: 123, 2012: value2012 }).map(([period, value]) => ({
        scope: '610600',
        subject: 'pm10',
        period,
        value,
      })),
    );

  test('finds the slip by a factor of ten in the PM10 of Yan’an in 2012, and nothing beside it', () => {
    const found = yanan(930);
    expect(found).toMatchObject([{ severity: 'warn', row: 5, file: 'air/published.csv' }]);
    expect(found[0]?.message).toBe("Yan'an pm10 2012: 930 µg/m³ beside 108 in 2009, 120 in 2010, 123 in 2011.");
  });

  test('finds a slip the other way, and passes the mended figure', () => {
    expect(yanan(9.3)).toHaveLength(1);
    expect(yanan(93)).toEqual([]);
  });

  test('compares with another compilation of the same year where there is no other year', () => {
    const rows = [
      { scope: '610600', period: '2010', value: 93 },
      { scope: '610600', period: '2010', value: 930, variant: 'ipe-compilation' },
    ];
    expect(run(officialOutlier, rows)).toHaveLength(2);
  });

  test('does not take a fall from 12 to 2 µg/m³ for a slip', () => {
    const rows = [
      { subject: 'so2' as const, period: '2015', value: 12 },
      { subject: 'so2' as const, period: '2017', value: 2 },
    ];
    expect(run(officialOutlier, rows)).toEqual([]);
  });
});

describe('published-conflict', () => {
  test('is an error when two printable plain figures differ, with both rows', () => {
    const found = run(publishedConflict, [{ value: 39 }, { value: 36 }]);
    expect(found).toMatchObject([{ severity: 'error', row: 2 }]);
    expect(found[0]?.message).toBe('338 cities 2018 pm25 annual-mean: 39 µg/m³ (row 2) and 36 µg/m³ (row 3).');
  });

  test('passes the same figure twice, a third party beside the ministry, and 2018 recalculated to the new state', () => {
    expect(run(publishedConflict, [{ value: 39 }, { value: 39 }])).toEqual([]);
    expect(run(publishedConflict, [{}, { value: 41, publisher: 'third-party' }])).toEqual([]);
    expect(run(publishedConflict, [{}, { value: 36, basis: 'actual-298K' }])).toEqual([]);
  });

  test('only warns when one of the two is not printed', () => {
    expect(run(publishedConflict, [{}, { value: 36, evidence: 'unconfirmed' }])).toMatchObject([{ severity: 'warn' }]);
  });

  test('counts second official values, and shows the widest', () => {
    const found = run(publishedConflict, [{ value: 40 }, { value: 50, variant: 'ipe-compilation' }]);
    expect(found).toMatchObject([{ severity: 'note', row: 3 }]);
    expect(found[0]?.message).toContain('50 beside 40 µg/m³ (25 %)');
  });
});

describe('published-arithmetic', () => {
  const change = { statistic: 'annual-mean-change', period: '2017', basePeriod: '2016', unit: '%' };
  const check = (stated: number, ...bases: readonly Partial<Published>[]) =>
    run(publishedArithmetic, [{ period: '2017', value: 43 }, { ...change, value: stated }, ...bases]);

  // 338 cities, PM2.5: 43 in 2017, "-6.5 %", from 47 as first published and 46 without sand-dust days.
  test('passes a change that follows from one of the bases', () => {
    expect(check(-6.5, { period: '2016', value: 47 }, { period: '2016', value: 46, variant: 'dust-excluded' })).toEqual(
      [],
    );
  });

  test('allows what rounding allows: from 46 to 43 may be anything from -8.6 to -4.4 %', () => {
    expect(check(-8.6, { period: '2016', value: 46 })).toEqual([]);
    expect(check(-4.4, { period: '2016', value: 46 })).toEqual([]);
    expect(check(-8.8, { period: '2016', value: 46 })).toHaveLength(1);
    expect(check(-4.2, { period: '2016', value: 46 })).toHaveLength(1);
  });

  test('quotes the change, both levels with their rows, and what they give', () => {
    const [finding] = check(6.5, { period: '2016', value: 46 });
    expect(finding).toMatchObject({ severity: 'warn', row: 3 });
    expect(finding?.message).toContain('from 2016: 6.5 %, but 46 (row 4) and 43 (row 2) give -8.6 to -4.4 %.');
  });

  test('compares shares by their difference', () => {
    const rows = (stated: number) => [
      { statistic: 'good-day-share', subject: 'aqi' as const, unit: '%', value: 79.3 },
      { statistic: 'good-day-share', subject: 'aqi' as const, unit: '%', value: 78, period: '2017' },
      { statistic: 'good-day-share-change', subject: 'aqi' as const, unit: 'pp', value: stated, basePeriod: '2017' },
    ];
    expect(run(publishedArithmetic, rows(1.3))).toEqual([]);
    expect(run(publishedArithmetic, rows(2.3))).toHaveLength(1);
  });

  test('never counts from one basis to the other', () => {
    expect(check(-20, { period: '2016', value: 46, basis: 'actual-298K' })).toEqual([]);
  });
});

describe('published-shares', () => {
  const attaining = (count: number, share: number) =>
    run(publishedShares, [
      { subject: 'all', statistic: 'attaining-cities', unit: 'count', value: count },
      { subject: 'all', statistic: 'attaining-share', unit: '%', value: share },
    ]);

  // Release on 2018: 121 of 338 cities attained, 35.8 %.
  test('passes 121 of 338 cities as 35.8 %', () => {
    expect(attaining(121, 35.8)).toEqual([]);
  });

  test('warns of 121 of 338 cities as 38.5 %', () => {
    expect(attaining(121, 38.5)[0]?.message).toBe(
      '338 cities 2018 all: attaining-share 38.5 %, but 121 of 338 cities are 35.8 %.',
    );
  });

  const shares = (severe: number) =>
    run(publishedShares, [
      { subject: 'aqi', statistic: 'heavy-day-share', unit: '%', value: 2.5 },
      { subject: 'aqi', statistic: 'heavy-only-day-share', unit: '%', value: 1.9 },
      { subject: 'aqi', statistic: 'severe-day-share', unit: '%', value: severe },
    ]);
  test('adds up classes of days, within their rounding', () => {
    expect(shares(0.6)).toEqual([]);
    expect(shares(0.7)).toEqual([]);
    expect(shares(0.9)[0]?.message).toContain('heavy-only-day-share 1.9 + severe-day-share 0.9 make 2.70 to 2.90');
  });
});

describe('published-range', () => {
  test('is an error for what cannot be, where it would be printed', () => {
    expect(run(publishedRange, [{ value: -3 }])).toMatchObject([{ severity: 'error', row: 2 }]);
    expect(run(publishedRange, [{ statistic: 'good-day-share', unit: '%', value: 793 }])).toMatchObject([
      { severity: 'error' },
    ]);
    expect(run(publishedRange, [{ statistic: 'good-days', unit: 'days', value: 367 }])).toHaveLength(1);
    expect(run(publishedRange, [{ value: -3, evidence: 'unconfirmed' }])).toMatchObject([{ severity: 'warn' }]);
  });

  test('leaves changes alone: they fall below zero', () => {
    expect(run(publishedRange, [{ basePeriod: '2017', unit: '%', value: -9.3 }])).toEqual([]);
  });
});
