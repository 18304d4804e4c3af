import { describe, expect, test } from 'vitest';
import { basisMixed } from '../../pipeline/check/rules/basis-mixed.ts';
import { capture } from '../../pipeline/check/rules/capture.ts';
import { cityPublishedGap } from '../../pipeline/check/rules/city-published-gap.ts';
import { cityYearJump } from '../../pipeline/check/rules/city-year-jump.ts';
import { coverage } from '../../pipeline/check/rules/coverage.ts';
import { pm25AbovePm10 } from '../../pipeline/check/rules/pm25-above-pm10.ts';
import { city, cityYear, data, edition, published, scope } from '../build.ts';

const CITIES = [city('130100', { short: { en: 'Shijiazhuang', zh: '石家庄' } }), city('130200'), city('130300')];

describe('pm25-above-pm10', () => {
  const check = (pm25: number, pm10: number) =>
    pm25AbovePm10(
      data({
        cities: CITIES,
        cityYears: [
          cityYear('130100', 2018, pm25, { at: 9 }),
          cityYear('130100', 2018, pm10, { subject: 'pm10', at: 10 }),
        ],
      }),
      edition(),
    );

  test('warns of an annual mean of PM2.5 above that of PM10, with the row', () => {
    expect(check(28, 20.7)).toMatchObject([
      { severity: 'warn', row: 9, message: 'Shijiazhuang 2018: PM2.5 28 above PM10 20.7 µg/m³.' },
    ]);
  });

  test('allows what instruments differ, five in a hundred', () => {
    expect(check(21, 20)).toEqual([]);
    expect(check(21.1, 20)).toHaveLength(1);
  });

  test('compares published figures of one publisher only', () => {
    const rows = [published({ value: 90 }), published({ subject: 'pm10', value: 80, publisher: 'third-party' })];
    expect(pm25AbovePm10(data({ published: rows }), edition())).toEqual([]);
    const official = rows.map((row) => ({ ...row, publisher: 'official' as const }));
    expect(pm25AbovePm10(data({ published: official }), edition())).toHaveLength(1);
  });
});

test('basis-mixed notes a year that stands on several states, and no other year', () => {
  const cityYears = [
    cityYear('130100', 2018, 50),
    cityYear('130200', 2018, 40, { basis: 'actual-298K' }),
    cityYear('130100', 2017, 55),
  ];
  expect(basisMixed(data({ cityYears }), edition())).toMatchObject([
    { severity: 'note', message: expect.stringContaining('1 on standard-273K, 1 on actual-298K') },
  ]);
  expect(basisMixed(data({ cityYears }), edition({ year: 2017 }))).toEqual([]);
});

describe('capture', () => {
  const check = (...rows: ReturnType<typeof cityYear>[]) =>
    capture(
      data({ cities: CITIES, cityYears: [...rows, cityYear('130200', 2018, 40), cityYear('130300', 2018, 41)] }),
      edition(),
    );

  test('says nothing where every city meets the rule', () => {
    expect(check()).toEqual([]);
  });

  test('gives one summary, and one line for a city that falls short', () => {
    const found = check(cityYear('130100', 2018, 50, { capture: 'short', validDays: 300, at: 7 }));
    expect(found).toMatchObject([
      {
        severity: 'note',
        row: null,
        message: expect.stringContaining('2018: 1 cities are below the data-capture rule'),
      },
      { severity: 'warn', row: 7, message: 'Shijiazhuang 2018: short: pm25 annual-mean (300 days).' },
    ]);
  });

  test('says once that a year is short where most cities are, and lists those that lack a value', () => {
    const short = { capture: 'short', validDays: 347 } as const;
    const gone = { subject: 'pm10', capture: 'insufficient', validDays: 167, at: 9 } as const;
    const found = capture(
      data({
        cities: CITIES,
        cityYears: [
          ...CITIES.map(({ code }) => cityYear(code, 2018, 50, short)),
          ...CITIES.slice(1).map(({ code }) => cityYear(code, 2018, 80, { ...short, subject: 'pm10' })),
          cityYear('130100', 2018, null, gone),
        ],
      }),
      edition(),
    );
    expect(found.map(({ severity, row }) => [severity, row])).toEqual([
      ['note', null],
      ['warn', null],
      ['note', 9],
    ]);
    expect(found[1]?.message).toContain('2018: 3 cities are short of days');
    expect(found[2]?.message).toBe('Shijiazhuang 2018: insufficient: pm10 annual-mean (167 days).');
  });

  test('only notes a value that is left out', () => {
    const found = check(cityYear('130100', 2018, null, { validDays: null }));
    expect(found[1]).toMatchObject({ severity: 'note', message: 'Shijiazhuang 2018: insufficient: pm25 annual-mean.' });
  });

  test('leaves to coverage what nearly all cities lack', () => {
    const lacking = { statistic: 'p95-daily', validDays: 31 } as const;
    expect(check(cityYear('130100', 2018, null, lacking), cityYear('130200', 2018, null, lacking))).toEqual([]);
  });
});

test('coverage notes each statistic that fewer than nine in ten cities of the nation have', () => {
  const members = Array.from({ length: 10 }, (_, i) => `1301${String(i).padStart(2, '0')}`);
  const cityYears = [
    ...members.slice(0, 9).map((code) => cityYear(code, 2018, 40)),
    ...members.slice(0, 8).map((code) => cityYear(code, 2018, 80, { subject: 'pm10' })),
    cityYear('990000', 2018, 80, { subject: 'pm10' }),
  ];
  const found = coverage(data({ cityYears, scopes: [scope('CN-338', members)] }), edition());
  const about = (words: string) => found.filter(({ message }) => message.includes(words));
  expect(about('pm25 annual-mean')).toEqual([]);
  expect(about('pm10 annual-mean')[0]?.message).toContain('2018: 8 of 10 cities have pm10 annual-mean');
  expect(about('o3 p90-mda8')[0]).toMatchObject({
    severity: 'note',
    message: expect.stringContaining('2018: no city has'),
  });
});

test('city-year-jump warns of a mean that leaps into the year assessed, and names both archives', () => {
  const rows = [
    cityYear('130100', 2017, 42.5, { method: 'city-monthly' }),
    cityYear('130100', 2018, 23.9, { method: 'station-annual', at: 8 }),
    cityYear('130200', 2017, 40),
    cityYear('130200', 2018, 33),
    cityYear('130300', 2017, 9),
    cityYear('130300', 2018, 19),
  ];
  const check = (year: number) =>
    cityYearJump(data({ cities: CITIES, cityYears: rows }), edition({ year, previousYear: year - 1 }));
  expect(check(2018)).toMatchObject([
    {
      severity: 'warn',
      row: 8,
      message: 'Shijiazhuang pm25: 42.5 in 2017, 23.9 in 2018 (city-monthly, then station-annual).',
    },
  ]);
  expect(check(2017)).toEqual([]);
});

test('city-published-gap warns where a city’s own figure and its archive are a quarter apart', () => {
  const check = (value: number) =>
    cityPublishedGap(
      data({
        cities: CITIES,
        cityYears: [cityYear('130100', 2018, value, { at: 4 })],
        published: [published({ scope: '130100', value: 60 })],
      }),
      edition(),
    );
  expect(check(74)).toEqual([]);
  expect(check(76)).toMatchObject([
    { severity: 'warn', row: 4, message: expect.stringContaining('76 from city-daily, published 60') },
  ]);
});
