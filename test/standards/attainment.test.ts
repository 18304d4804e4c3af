import { expect, test } from 'vitest';
import { type AnnualStatistic, attainment } from '../../pipeline/standards/attainment.ts';
import { limitOn } from '../../pipeline/standards/limits.ts';
import { STANDARDS } from '../build.ts';
import { LIMITS } from './tables.ts';

const GB_2012 = { ...STANDARDS, limits: LIMITS };

/** Exactly at every limit. */
const AT_LIMIT: Readonly<Record<string, number>> = {
  'pm25 annual-mean': 35,
  'pm10 annual-mean': 70,
  'so2 annual-mean': 60,
  'no2 annual-mean': 40,
  'co p95-daily': 4,
  'o3 p90-mda8': 160,
  'pm25 p95-daily': 75,
  'pm10 p95-daily': 150,
  'so2 p98-daily': 150,
  'no2 p98-daily': 80,
};
const year =
  (changes: Readonly<Record<string, number | null>>): AnnualStatistic =>
  (pollutant, statistic) =>
    ({ ...AT_LIMIT, ...changes })[`${pollutant} ${statistic}`] ?? null;
const attains = (basis: 'bulletin' | 'strict', changes: Readonly<Record<string, number | null>> = {}) =>
  attainment(basis, year(changes), GB_2012, '2016-12-31').attains;

test('exactly at every limit attains on both bases', () => {
  expect(attains('bulletin')).toBe(true);
  expect(attains('strict')).toBe(true);
});

test('the comparison is made after rounding', () => {
  expect(attains('bulletin', { 'pm25 annual-mean': 35.4 })).toBe(true);
  expect(attains('bulletin', { 'pm25 annual-mean': 35.5 })).toBe(false);
  expect(attains('bulletin', { 'so2 annual-mean': 60.5 })).toBe(true); // half to even: 60
  expect(attains('bulletin', { 'co p95-daily': 4.05 })).toBe(true); // 4.0
  expect(attains('bulletin', { 'co p95-daily': 4.06 })).toBe(false);
});

test('a percentile above the 24-hour limit fails the strict basis only', () => {
  const change = { 'pm25 p95-daily': 76 };
  expect(attains('bulletin', change)).toBe(true);
  expect(attains('strict', change)).toBe(false);
});

test('a missing statistic makes the city not assessable, even when another exceeds', () => {
  const result = attainment('bulletin', year({ 'o3 p90-mda8': null, 'pm25 annual-mean': 80 }), GB_2012, '2016-12-31');
  expect(result.attains).toBeNull();
  expect(result.exceeding).toEqual(['pm25']);
});

test('a percentile of 1-hour ozone does not stand in for that of 8-hour ozone', () => {
  expect(attains('bulletin', { 'o3 p90-mda8': null, 'o3 p90-max1h': 100 })).toBeNull();
});

test('a limit is that in force on the date, and there is none for the annual mean of CO', () => {
  expect(limitOn(LIMITS, '2026-02-28', 'pm25', 'annual')).toBe(35);
  expect(limitOn(LIMITS, '2026-03-01', 'pm25', 'annual')).toBeNull();
  expect(limitOn(LIMITS, '2016-12-31', 'co', 'annual')).toBeNull();
  expect(attainment('bulletin', year({}), GB_2012, '2030-12-31')).toMatchObject({ items: [], attains: null });
});
