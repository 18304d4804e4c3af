import { describe, expect, test } from 'vitest';
import { partialIndex, sites, thirdParty, wholeNumbers } from '../../../pipeline/assess/reconcile/archive.ts';
import { dust, dustRatios, dustRule, leavesDustOut } from '../../../pipeline/assess/reconcile/dust.ts';
import { missingCities, missingDays } from '../../../pipeline/assess/reconcile/missing.ts';
import { state, toState } from '../../../pipeline/assess/reconcile/state.ts';
import { cityYear, published } from '../../build.ts';
import { bench, cityMonth, end, placeValue } from './world.ts';

const NOTHING = { low: 0, high: 0 };
const release = (parts: object) => ({
  basis: 'standard-273K' as const,
  variant: '',
  note: '',
  period: '2018',
  ...parts,
});

describe('sand-dust', () => {
  // The ministry's pairs: 82 and 79 in 2016; 88 and 82 in January to June 2017, six months.
  const pair = (period: string, kept: number, out: number) => [
    published({ subject: 'pm10', statistic: 'mean', period, value: kept }),
    published({ subject: 'pm10', statistic: 'mean', period, value: out, variant: 'dust-excluded' }),
  ];
  const ratios = dustRatios([...pair('2016', 82, 79), ...pair('2017-01..06', 88, 82)]);
  const world = bench([], [], {
    dust: ratios,
    latitudes: new Map([
      ['130100', 38],
      ['440100', 23],
    ]),
  });
  const pm10 = (period: string, value: number, parts = {}) => end({ subject: 'pm10', period, value, ...parts });

  test('is bounded by what the ministry published with and without it', () => {
    expect(ratios.year.pm10).toBeCloseTo(82 / 79, 9);
    expect(ratios.part.pm10).toMatchObject({ months: 6 });
    // 75 · (1 − 79/82) = 2.744.
    expect(dust(pm10('2018', 75), world).high).toBeCloseTo(2.744, 3);
    expect(dust(pm10('2018', 75), world).low).toBe(0);
  });

  test('may fall together in a spring month, and not in one of autumn', () => {
    // Six times 6/82 in one month: 1 + 36/82 = 1.439; 100 · (1 − 1/1.439) = 30.5. In October 100 · (1 − 82/88) = 6.8.
    expect(dust(pm10('2018-03', 100), world).high).toBeCloseTo(30.51, 2);
    expect(dust(pm10('2018-10', 100), world).high).toBeCloseTo(6.82, 2);
  });

  test('does not reach the south in summer', () => {
    expect(dust(pm10('2018-08', 40, { codes: ['440100'] }), world)).toEqual(NOTHING);
    expect(dust(pm10('2018-08', 40), world).high).toBeGreaterThan(2);
    expect(dust(pm10('2018-10', 40, { codes: ['440100'] }), world).high).toBeGreaterThan(2);
  });

  test('is no reason for gases, before the rule, or where the release keeps it', () => {
    expect(dust(end({ subject: 'no2' }), world)).toEqual(NOTHING);
    expect(dust(pm10('2016', 82), world)).toEqual(NOTHING);
    expect(leavesDustOut(release({ period: '2016', note: '84/(1-0.056), dust-deducted base' }))).toBe(true);
    expect(leavesDustOut(release({ period: '2017-01..05', note: 'with dust days' }))).toBe(false);
    expect(leavesDustOut(release({ period: '2016', variant: 'dust-excluded' }))).toBe(true);
  });

  test('taken out by the rule for hours leaves what the ministry takes out more', () => {
    // 75 with, 74 without the hours: of 2.744 one is gone already.
    const free = pm10('2018', 74, { statistic: 'annual-mean-dust-excluded', dustFree: 75 });
    expect(dustRule(free, world).high).toBeCloseTo(1.744, 3);
    expect(dust(free, world)).toEqual(NOTHING);
    expect(dustRule(pm10('2018', 75), world)).toEqual(NOTHING);
  });

  test('makes cities miss the limit: as many as would keep it without', () => {
    // Limit 70. Without dust (× 79/82): 72.6 → 69.9 and 70.4 → 67.8. 70.4 rounds to 70 and keeps it already; 73.2 → 70.52, 71, does not.
    const years = [72.6, 70.4, 73.2].map((value, i) => cityYear(`13010${i}`, 2018, value, { subject: 'pm10' }));
    const counted = end({
      ...{ subject: 'pm10', statistic: 'attaining-cities', value: 1, rows: [] },
      codes: ['130100', '130101', '130102'],
    });
    expect(dust(counted, bench(years, [], { dust: ratios }))).toEqual({ low: -1, high: 0 });
  });
});

describe('the state of the air', () => {
  // 117 of 360 days on the new state: 0.325 · (1 − 0.915647) = 2.742 % of what stood on the old one.
  test('lowers the gases of the mixed year 2018 by 2.7 % of the old state', () => {
    const { low, high } = state(end({ subject: 'no2', value: 97.258494, basis: 'mixed-2018' }), bench());
    expect(low).toBeCloseTo(-2.7415, 3);
    expect(high).toBe(0);
  });

  // 0.325 · 0.1 = 3.25 % at most: 96.75 of 100.
  test('and particles by 3.25 % at most', () => {
    expect(state(end({ value: 96.75, basis: 'mixed-2018' }), bench()).low).toBeCloseTo(-3.25, 9);
  });

  test('is no reason on the same state, nor for days', () => {
    expect(state(end(), bench())).toEqual(NOTHING);
    expect(state(end({ subject: 'aqi', statistic: 'good-day-share', basis: 'mixed-2018' }), bench())).toEqual(NOTHING);
  });

  test('gases are converted to the new one, particles and days are not', () => {
    const to = { published: release({ basis: 'actual-298K' }) };
    expect(toState(end({ subject: 'so2', ...to }))).toBeCloseTo(273 / 298.15, 12);
    // From the mixed year: 0.915647 / 0.972585.
    expect(toState(end({ subject: 'so2', basis: 'mixed-2018', ...to }))).toBeCloseTo(0.941457, 5);
    expect(toState(end(to))).toBeNull();
    expect(toState(end({ subject: 'aqi', statistic: 'good-day-share', ...to }))).toBeNull();
    expect(toState(end())).toBe(1);
  });
});

describe('missing cities', () => {
  const three = { codes: ['a', 'b', 'c'], rows: [placeValue('a', 30), placeValue('b', 50)], value: 40, n: 2 };

  // Anywhere between 30 and 50: a third of 40 − 50 and of 40 − 30.
  test('may be as the lowest or the highest of the others', () => {
    const { low, high } = missingCities(end(three), bench());
    expect(low).toBeCloseTo(-10 / 3, 9);
    expect(high).toBeCloseTo(10 / 3, 9);
  });

  // 100 in 2017, so 80 to 120: (40 − 120)/3 = −26.7, and not above.
  test('are put at their value of the year before, a fifth more or less', () => {
    const { low, high } = missingCities(end(three), bench([cityYear('c', 2017, 100)]));
    expect(low).toBeCloseTo(-80 / 3, 9);
    expect(high).toBe(0);
  });

  test('may all keep the limit', () => {
    expect(missingCities(end({ ...three, statistic: 'attaining-cities', value: 2 }), bench())).toEqual({
      low: -1,
      high: 0,
    });
  });

  test('are none where all are there, or of a single city', () => {
    expect(missingCities(end(), bench())).toEqual(NOTHING);
    expect(missingCities(end({ ...three, codes: ['a', 'b'] }), bench())).toEqual(NOTHING);
  });
});

describe('missing days', () => {
  const year = Array.from({ length: 12 }, (_, i) => `2018-${String(i + 1).padStart(2, '0')}`);
  const months = year.map((month, i) => cityMonth('130100', month, i === 0 ? 100 : i === 6 ? 20 : 50));
  const world = bench([], months);

  // 73 of 365 days, a fifth: as January 0.2 · (50 − 100), as July 0.2 · (50 − 20).
  test('may have been as in the highest or the lowest month', () => {
    const { low, high } = missingDays(end({ rows: [placeValue('130100', 50, { days: 292 })] }), world);
    expect(low).toBeCloseTo(-10, 9);
    expect(high).toBeCloseTo(6, 9);
  });

  test('make a count of days short by as many, and no more', () => {
    const counted = end({
      subject: 'aqi',
      statistic: 'good-days',
      value: 200,
      rows: [placeValue('130100', 200, { days: 360 })],
    });
    expect(missingDays(counted, world)).toEqual({ low: -5, high: 0 });
  });

  // 6 of 30 days of one city: 80 % would be 64 % to 84 % with all good or none.
  test('of one city may all have been good, or none', () => {
    const share = { subject: 'aqi', statistic: 'good-day-share', period: '2019-06', value: 80 };
    const { low, high } = missingDays(end({ ...share, rows: [placeValue('130100', 80, { days: 24 })] }), world);
    expect([low, high].map((value) => Number(value.toFixed(9)))).toEqual([-4, 16]);
  });

  test('are no reason where none is missing, or where the archive does not tell', () => {
    expect(missingDays(end(), world)).toEqual(NOTHING);
    expect(
      missingDays(end({ rows: [placeValue('130100', 50, { days: null, method: 'city-monthly' })] }), world),
    ).toEqual(NOTHING);
  });
});

describe('the archive', () => {
  test('of whole numbers may be off by half a unit', () => {
    const monthly = (subject: string) => end({ subject, rows: [placeValue('130100', 50, { method: 'city-monthly' })] });
    expect(wholeNumbers(monthly('pm25'))).toEqual({ low: -0.5, high: 0.5 });
    expect(wholeNumbers(monthly('co'))).toEqual({ low: -0.05, high: 0.05 });
    expect(wholeNumbers(end())).toEqual(NOTHING);
  });

  test('of stations leaves the choice of sites of one city open, by two units, not that of a panel', () => {
    const rows = [placeValue('130100', 50, { method: 'station-hourly' })];
    expect(sites(end({ rows }))).toEqual({ low: -2, high: 2 });
    expect(sites(end({ rows, codes: ['130100', '130200'] }))).toEqual(NOTHING);
    expect(sites(end())).toEqual(NOTHING);
  });

  test('of 37 cities gives up to five good days too many before 2016', () => {
    const rows = [placeValue('130100', 200, { method: 'city-daily-37' })];
    const good = (period: string) => end({ subject: 'aqi', statistic: 'good-days', period, rows });
    expect(partialIndex(good('2015'))).toEqual({ low: 0, high: 5 });
    expect(partialIndex(good('2016'))).toEqual(NOTHING);
  });

  test('as a third party’s explains a twentieth of the figure and no more', () => {
    expect(thirdParty(end({ value: 40 }), bench())).toEqual({ low: -2, high: 2 });
    expect(thirdParty(end({ subject: 'aqi', statistic: 'good-days', value: 200 }), bench())).toEqual({
      low: -10,
      high: 10,
    });
  });
});
