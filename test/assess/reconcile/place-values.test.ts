import { expect, test } from 'vitest';
import { monthsToRead, PlaceValues } from '../../../pipeline/assess/reconcile/place-values.ts';
import { CityValues } from '../../../pipeline/assess/values.ts';
import type { CityMonth } from '../../../pipeline/types.ts';
import { published } from '../../build.ts';
import { cityMonth } from './world.ts';

const of = (months: readonly CityMonth[]) => new PlaceValues(new CityValues([]), months);
const days = (month: string, good: number, valid: number) => [
  cityMonth('130100', month, good, { subject: 'aqi', statistic: 'good-days', validDays: valid }),
  cityMonth('130100', month, valid, { subject: 'aqi', statistic: 'valid-days', validDays: valid }),
];

// (100·30 + 40·10) / 40 = 85.
test('a mean over months weighs each by its valid days', () => {
  const values = of([
    cityMonth('130100', '2018-01', 100, { validDays: 30 }),
    cityMonth('130100', '2018-02', 40, { validDays: 10 }),
  ]);
  expect(values.of('130100', 'pm25', 'mean', '2018-01..02')).toMatchObject({ value: 85, days: 40 });
});

// (100·31 + 41·28) / 59 = 72: the archive of months gives no days.
test('or by the days of the calendar where none are given, and says that days are not known', () => {
  const values = of([cityMonth('130100', '2018-01', 100), cityMonth('130100', '2018-02', 41)]);
  expect(values.of('130100', 'pm25', 'mean', '2018-01..02')).toMatchObject({ value: 72, days: null });
});

test('a span with a month missing has no value', () => {
  const values = of([
    cityMonth('130100', '2018-01', 100),
    cityMonth('130100', '2018-03', 40),
    cityMonth('130100', '2018-02', null),
  ]);
  expect(values.of('130100', 'pm25', 'mean', '2018-01..03')).toBeNull();
  expect(values.of('130100', 'pm25', 'mean', '2018-01')?.value).toBe(100);
});

// 20 + 10 good of 30 + 20 valid days: 60 %, not the mean of 66.7 and 50.
test('a share of days is that of the days added', () => {
  const values = of([...days('2019-01', 20, 30), ...days('2019-02', 10, 20)]);
  expect(values.of('130100', 'aqi', 'good-day-share', '2019-01..02')?.value).toBe(60);
  expect(values.of('130100', 'aqi', 'good-days', '2019-01..02')?.value).toBe(30);
  expect(values.of('130100', 'aqi', 'exceedance-day-share', '2019-01..02')?.value).toBe(40);
});

test('a percentile is given for one month only', () => {
  const p90 = (month: string) => cityMonth('130100', month, 150, { subject: 'o3', statistic: 'p90-mda8' });
  const values = of([p90('2019-05'), p90('2019-06')]);
  expect(values.of('130100', 'o3', 'p90-mda8', '2019-05')?.value).toBe(150);
  expect(values.of('130100', 'o3', 'p90-mda8', '2019-05..06')).toBeNull();
});

test('only months of what was published are read; those of years too, whose missing days they put between bounds', () => {
  const rows = [
    cityMonth('130100', '2019-01', 1),
    cityMonth('130100', '2019-01', 1, { subject: 'so2' }),
    cityMonth('130100', '2019-01', 1, { subject: 'no2' }),
    ...days('2019-01', 1, 2),
  ];
  const wanted = monthsToRead(rows, [
    published({ period: '2019-01', statistic: 'mean' }),
    published({ period: '2019', subject: 'so2' }),
  ]);
  expect(wanted.map(({ subject, statistic }) => `${subject}.${statistic}`)).toEqual([
    ...['pm25.mean', 'so2.mean', 'aqi.valid-days'],
  ]);
});
