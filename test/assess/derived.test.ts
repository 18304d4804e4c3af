import { expect, test } from 'vitest';
import { withDerivedMonths, withDerivedYears } from '../../pipeline/assess/derived.ts';
import type { CityMonth } from '../../pipeline/types.ts';
import { cityYear } from '../build.ts';

const days = (statistic: 'valid-days' | 'heavy-days' | 'good-days' | 'level-1-days', value: number | null) =>
  cityYear('a', 2019, value, { subject: 'aqi', statistic });

test('a count of days gives its share of the valid days: 7 of 350 are 2 %', () => {
  const rows = withDerivedYears([days('valid-days', 350), days('heavy-days', 7), days('level-1-days', 70)]);
  expect(rows.slice(3)).toMatchObject([
    { statistic: 'heavy-day-share', value: 2 },
    { statistic: 'level-1-day-share', value: 20 },
  ]);
});

test('days on which a pollutant leads are counted in the valid days of the index: 105 of 350 are 30 %', () => {
  const primary = cityYear('a', 2019, 105, { subject: 'o3', statistic: 'primary-days' });
  expect(withDerivedYears([days('valid-days', 350), primary]).at(-1)).toMatchObject({
    subject: 'o3',
    statistic: 'primary-day-share',
    value: 30,
  });
});

test('without valid days there is no share, and a missing count is a missing share', () => {
  expect(withDerivedYears([days('heavy-days', 7)])).toHaveLength(1);
  expect(withDerivedYears([days('valid-days', 350), days('heavy-days', null)]).at(-1)).toMatchObject({ value: null });
  expect(withDerivedYears([days('valid-days', 0), days('heavy-days', 0)]).at(-1)).toMatchObject({ value: null });
});

test('another year and another city have their own valid days', () => {
  const other = cityYear('b', 2019, 7, { subject: 'aqi', statistic: 'heavy-days' });
  const earlier = cityYear('a', 2018, 7, { subject: 'aqi', statistic: 'heavy-days' });
  expect(withDerivedYears([days('valid-days', 350), other, earlier])).toHaveLength(3);
});

test('what sand-dust adds is the mean less the one without it: 230.5 − 166 = 64.5', () => {
  const pm10 = (statistic: 'annual-mean' | 'annual-mean-dust-excluded', value: number | null) =>
    cityYear('a', 2019, value, { subject: 'pm10', statistic });
  const rows = withDerivedYears([pm10('annual-mean', 230.5), pm10('annual-mean-dust-excluded', 166)]);
  expect(rows.at(-1)).toMatchObject({ statistic: 'dust-part', value: 64.5 });
  expect(withDerivedYears([pm10('annual-mean-dust-excluded', 166)]).at(-1)).toMatchObject({ value: null });
});

test('a month gives its classes as shares too, and the share of good days: 24 of 30 are 80 %', () => {
  const month = (statistic: string, value: number): CityMonth => ({
    code: 'a',
    month: '2019-06',
    subject: 'aqi',
    statistic,
    value,
    validDays: 30,
    basis: 'actual-298K',
    method: 'station-hourly',
    source: 'archive',
  });
  const rows = withDerivedMonths([month('valid-days', 30), month('good-days', 24), month('light-days', 3)]);
  expect(rows.slice(3)).toMatchObject([
    { statistic: 'light-day-share', value: 10 },
    { statistic: 'good-day-share', value: 80 },
  ]);
});
