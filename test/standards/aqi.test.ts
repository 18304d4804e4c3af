import { expect, test } from 'vitest';
import {
  aqiClass,
  type DayConcentrations,
  dailyAqi,
  isGoodDay,
  isHeavyDay,
  pointsOf,
  so2HourlyIndex,
} from '../../pipeline/standards/aqi.ts';
import { iaqi } from '../../pipeline/standards/iaqi.ts';
import { roundedNumber } from '../../pipeline/standards/rounding.ts';
import { BREAKPOINTS } from './tables.ts';

const clean: DayConcentrations = { pm25: 1, pm10: 1, so2: 1, no2: 1, co: 0.1, o3: 1 };
const aqiOf = (day: Partial<DayConcentrations>) => dailyAqi({ ...clean, ...day }, BREAKPOINTS);

// standards.md section 12; CO 4.1: (150 - 100)/(14 - 4)·0.1 + 100 = 100.5, up to 101.
test.each([
  ['pm25', '24h', 0, 0],
  ['pm25', '24h', 35, 50],
  ['pm25', '24h', 75, 100],
  ['pm25', '24h', 76, 102],
  ['pm25', '24h', 500, 500],
  ['pm25', '24h', 501, 500],
  ['pm10', '24h', 150, 100],
  ['pm10', '24h', 151, 101],
  ['o3', 'mda8', 160, 100],
  ['o3', 'mda8', 161, 101],
  ['co', '24h', 4.0, 100],
  ['co', '24h', 4.1, 101],
] as const)('the index of %s %s at %f is %i', (pollutant, averaging, concentration, expected) => {
  expect(iaqi(concentration, pointsOf(BREAKPOINTS, pollutant, averaging))).toBe(expected);
});

test('floating noise does not push an index up', () => {
  // 50/2 per mg/m³: 1.4 -> 35 exactly, which binary arithmetic may make 35.000000000000004.
  const points = pointsOf(BREAKPOINTS, 'co', '24h');
  for (const tenth of [2, 4, 6, 8, 10, 12, 14, 16, 18]) expect(iaqi(tenth / 10, points)).toBe((tenth / 10) * 25);
});

test('the index of 2026 takes 60.5 as 60 and 60.6 as 61', () => {
  const points = [0, 35, 60, 115].map((concentration, i) => ({ iaqi: [0, 50, 100, 150][i] ?? 0, concentration }));
  expect(iaqi(roundedNumber(60.5, 0), points)).toBe(100);
  expect(iaqi(roundedNumber(60.6, 0), points)).toBe(101);
});

test('a column that ends before 500 has no index beyond its end', () => {
  expect(iaqi(800, pointsOf(BREAKPOINTS, 'o3', 'mda8'))).toBe(300);
  expect(iaqi(801, pointsOf(BREAKPOINTS, 'o3', 'mda8'))).toBeNull();
});

test('SO2 above 800 in the hour is judged by its 24-hour mean', () => {
  expect(so2HourlyIndex(800, null, BREAKPOINTS)).toBe(200);
  expect(so2HourlyIndex(801, 150, BREAKPOINTS)).toBe(100);
  expect(so2HourlyIndex(801, null, BREAKPOINTS)).toBeNull();
});

test('ozone above 800 in 8 hours is judged by its 1-hour maximum', () => {
  expect(aqiOf({ o3: 801, o3Max1h: 1000 })?.aqi).toBe(400);
  expect(aqiOf({ o3: 801 })?.indices.o3).toBeNull();
});

test('concentrations are rounded as published before the index is formed', () => {
  expect(aqiOf({ pm25: 75.4 })?.aqi).toBe(100);
  expect(aqiOf({ pm25: 75.5 })?.aqi).toBe(102);
});

test('there is no primary pollutant at 50, and ties are joint', () => {
  expect(aqiOf({ pm25: 35 })).toMatchObject({ aqi: 50, class: 1, primary: [] });
  expect(aqiOf({ pm25: 75, pm10: 150, o3: 160 })).toMatchObject({ aqi: 100, primary: ['pm25', 'pm10', 'o3'] });
});

test('a missing pollutant is left out, and a day without any has no index', () => {
  expect(aqiOf({ pm25: null, pm10: 151 })).toMatchObject({ aqi: 101, indices: { pm25: null } });
  const none = { pm25: null, pm10: null, so2: null, no2: null, co: null, o3: null };
  expect(dailyAqi(none, BREAKPOINTS)).toBeNull();
});

test('classes end at 50, 100, 150, 200 and 300', () => {
  expect([50, 51, 100, 101, 150, 151, 200, 201, 300, 301].map(aqiClass)).toEqual([1, 2, 2, 3, 3, 4, 4, 5, 5, 6]);
});

test('100 is a good day and 201 a heavy one', () => {
  expect([isGoodDay(100), isGoodDay(101), isHeavyDay(200), isHeavyDay(201)]).toEqual([true, false, false, true]);
});

test('what is no concentration is refused', () => {
  expect(() => iaqi(-1, pointsOf(BREAKPOINTS, 'pm25', '24h'))).toThrow(RangeError);
  expect(() => iaqi(1, [])).toThrow(RangeError);
});
