import { expect, test } from 'vitest';
import { pointsOf, so2HourlyIndex } from '../../../pipeline/standards/aqi.ts';
import { breakpointsOn } from '../../../pipeline/standards/aqi-table.ts';
import { iaqi } from '../../../pipeline/standards/iaqi.ts';
import { POLLUTANTS } from '../../../pipeline/types.ts';
import { BREAKPOINTS } from '../shipped-tables.ts';

const IN_2012 = breakpointsOn(BREAKPOINTS, '2019-06-01');
const IN_2026 = breakpointsOn(BREAKPOINTS, '2026-06-01');

// HJ 633-2012, formula 1 and table 1: (IHi − ILo)/(BHi − BLo)·(C − BLo) + ILo, rounded up.
test.each([
  ['pm25', '24h', 0, 0, '0'],
  ['pm25', '24h', 35, 50, 'breakpoint'],
  ['pm25', '24h', 36, 52, '50/40·1 + 50 = 51.25'],
  ['pm25', '24h', 75, 100, 'breakpoint'],
  ['pm25', '24h', 76, 102, '50/40·1 + 100 = 101.25'],
  ['pm25', '24h', 116, 152, '50/35·1 + 150 = 151.43'],
  ['pm25', '24h', 151, 201, '100/100·1 + 200'],
  ['pm25', '24h', 251, 301, '100/100·1 + 300'],
  ['pm25', '24h', 351, 401, '100/150·1 + 400 = 400.67'],
  ['pm25', '24h', 500, 500, 'breakpoint'],
  ['pm25', '24h', 501, 500, 'above the last breakpoint: 500'],
  ['pm10', '24h', 51, 51, '50/100·1 + 50 = 50.5'],
  ['pm10', '24h', 151, 101, '50/100·1 + 100 = 100.5'],
  ['pm10', '24h', 900, 500, 'above the last breakpoint: 500'],
  ['so2', '24h', 151, 101, '50/325·1 + 100 = 100.15'],
  ['no2', '24h', 80, 100, 'breakpoint'],
  ['no2', '24h', 81, 101, '50/100·1 + 100 = 100.5'],
  ['co', '24h', 2.1, 53, '50/2·0.1 + 50 = 52.5'],
  ['co', '24h', 4.0, 100, 'breakpoint'],
  ['co', '24h', 4.1, 101, '50/10·0.1 + 100 = 100.5'],
  ['o3', 'mda8', 101, 51, '50/60·1 + 50 = 50.83'],
  ['o3', 'mda8', 161, 101, '50/55·1 + 100 = 100.91'],
  ['o3', 'mda8', 800, 300, 'breakpoint, the last of its column'],
  ['o3', '1h', 250, 125, '50/100·50 + 100'],
] as const)('HJ 633-2012: the index of %s %s at %f is %i (%s)', (pollutant, averaging, value, expected, _why) => {
  expect(iaqi(value, pointsOf(IN_2012, pollutant, averaging))).toBe(expected);
});

// HJ 633-2026, table 1: PM2.5 60 and PM10 120 stand at 100; all else is as in 2012.
test.each([
  ['pm25', '24h', 35, 50, 'breakpoint'],
  ['pm25', '24h', 36, 52, '50/25·1 + 50'],
  ['pm25', '24h', 60, 100, 'breakpoint'],
  ['pm25', '24h', 61, 101, '50/55·1 + 100 = 100.91'],
  ['pm25', '24h', 115, 150, 'breakpoint'],
  ['pm10', '24h', 51, 51, '50/70·1 + 50 = 50.71'],
  ['pm10', '24h', 120, 100, 'breakpoint'],
  ['pm10', '24h', 121, 101, '50/130·1 + 100 = 100.38'],
  ['so2', '24h', 151, 101, 'as in 2012'],
  ['no2', '24h', 81, 101, 'as in 2012'],
  ['co', '24h', 4.1, 101, 'as in 2012'],
  ['o3', 'mda8', 161, 101, 'as in 2012'],
] as const)('HJ 633-2026: the index of %s %s at %f is %i (%s)', (pollutant, averaging, value, expected, _why) => {
  expect(iaqi(value, pointsOf(IN_2026, pollutant, averaging))).toBe(expected);
});

test.each([
  ['HJ 633-2012, table 1, notes', IN_2012, 800, null, 200],
  ['HJ 633-2012, table 1, notes: by the 24-hour mean of 150', IN_2012, 801, 150, 100],
  ['HJ 633-2012, table 1, notes: by a mean that is missing', IN_2012, 801, null, null],
  ['HJ 633-2026, table 1', IN_2026, 801, 150, 200],
  ['HJ 633-2026, table 1', IN_2026, 5000, null, 200],
] as const)('%s: SO2 of the hour', (_, table, hour, mean, expected) => {
  expect(so2HourlyIndex(hour, mean, table)).toBe(expected);
});

test('the index of every concentration that can be printed is that of whole-number arithmetic', () => {
  const wrong: string[] = [];
  for (const breakpoints of [IN_2012, IN_2026]) {
    for (const pollutant of POLLUTANTS) {
      const points = pointsOf(breakpoints, pollutant, pollutant === 'o3' ? 'mda8' : '24h');
      const last = 10 * (points.at(-1)?.concentration ?? 0);
      for (let tenths = 0; tenths <= last; tenths++) {
        const above = Math.max(
          points.findIndex(({ concentration }) => tenths <= 10 * concentration),
          1,
        );
        const [low, high] = points.slice(above - 1, above + 1).map((point) => ({
          ...{ iaqi: BigInt(point.iaqi), tenths: BigInt(Math.round(10 * point.concentration)) },
        }));
        if (!low || !high) throw new Error('no breakpoints');
        const width = high.tenths - low.tenths;
        const parts = (high.iaqi - low.iaqi) * (BigInt(tenths) - low.tenths) + low.iaqi * width;
        // Rounded up: parts / width, and one more where something is left.
        const expected = Number(parts / width + (parts % width > 0n ? 1n : 0n));
        const found = iaqi(tenths / 10, points);
        if (found !== expected) wrong.push(`${pollutant} ${tenths / 10}: ${found}, not ${expected}`);
      }
    }
  }
  expect(wrong).toEqual([]);
});
