import { expect, test } from 'vitest';
import { trend } from '../../pipeline/standards/trend.ts';

const points = (values: readonly number[], first = 2013) => values.map((value, i) => ({ year: first + i, value }));

test('the 74 key cities fell without a step back from 2013 to 2017', () => {
  // Published PM2.5 72 64 55 50 47: slope -6.625 (theil-sen.test.ts), mean 57.6, -6.625/57.6 = -11.50 % a year.
  const made = trend(points([72, 64, 55, 50, 47]));
  expect(made).toMatchObject({ years: 5, verdict: 'falling' });
  expect(made?.percent).toBeCloseTo(-11.5017, 4);
  expect(made?.kendall?.p).toBeCloseTo(2 / 120, 12);
  expect(made?.spearman).toBeCloseTo(-1, 12);
});

test('four years have a slope and an interval, and no verdict of the standard', () => {
  const made = trend(points([50, 46, 43, 39], 2015));
  expect(made).toMatchObject({ years: 4, spearman: null, verdict: 'not-assessable', sen: { low: -4, high: -3 } });
});

test('three years have no trend', () => expect(trend(points([50, 46, 43]))).toBeNull());

test('years that are all alike have a slope of nought and no trend', () => {
  expect(trend(points([9, 9, 9, 9, 9]))).toMatchObject({
    sen: { slope: 0, low: 0, high: 0 },
    kendall: null,
    verdict: 'no-trend',
  });
});
