import { expect, test } from 'vitest';
import { attainment, exceedanceMultiple } from '../../../pipeline/standards/attainment.ts';
import { roundHalfEven } from '../../../pipeline/standards/rounding.ts';
import type { Standards } from '../../../pipeline/types.ts';
import { SHIPPED } from '../shipped-tables.ts';

/** A city that is clean but for one figure. */
function attains(date: string, basis: 'bulletin' | 'strict', item: string, value: number, standards = SHIPPED) {
  const found = attainment(basis, (p, s) => (`${p} ${s}` === item ? value : 0), standards, date);
  return found.attains;
}

// HJ 663-2013: rounded (CO 1 decimal, others 0), then compared with class 2 of GB 3095-2012.
test.each([
  ['pm25 annual-mean', 34.5, true, '34'],
  ['pm25 annual-mean', 35, true, 'exactly at the limit'],
  ['pm25 annual-mean', 35.4, true, '35'],
  ['pm25 annual-mean', 35.5, false, '36'],
  ['pm10 annual-mean', 70.5, true, '70'],
  ['pm10 annual-mean', 70.51, false, '71'],
  ['so2 annual-mean', 60.5, true, '60'],
  ['so2 annual-mean', 61, false, '61 > 60'],
  ['no2 annual-mean', 40.5, true, '40'],
  ['no2 annual-mean', 40.6, false, '41'],
  ['co p95-daily', 4.04, true, '4.0'],
  ['co p95-daily', 4.05, true, '4.0, half to even'],
  ['co p95-daily', 4.06, false, '4.1'],
  ['o3 p90-mda8', 160.5, true, '160'],
  ['o3 p90-mda8', 160.6, false, '161'],
] as const)('HJ 663-2013 and GB 3095-2012, 2019: %s of %f attains: %s (%s)', (item, value, expected, _why) => {
  expect(attains('2019-12-31', 'bulletin', item, value)).toBe(expected);
});

test.each([
  ['pm25 p95-daily', 75, true],
  ['pm25 p95-daily', 76, false],
  ['pm10 p95-daily', 150, true],
  ['pm10 p95-daily', 151, false],
  ['so2 p98-daily', 150, true],
  ['so2 p98-daily', 151, false],
  ['no2 p98-daily', 80, true],
  ['no2 p98-daily', 81, false],
] as const)('HJ 663-2013 in full, 2019: %s of %i attains: %s; as the bulletins count it judges nothing', (item, value, expected) => {
  expect(attains('2019-12-31', 'strict', item, value)).toBe(expected);
  expect(attains('2019-12-31', 'bulletin', item, value)).toBe(true);
});

// HJ 663-2026 as programs implement it: 1 decimal, CO 2; GB 3095-2026 in transition, and final from 2031.
test.each([
  ['2026-12-31', 'pm25 annual-mean', 30.04, true, '30.0'],
  ['2026-12-31', 'pm25 annual-mean', 30.05, true, '30.0, half to even'],
  ['2026-12-31', 'pm25 annual-mean', 30.06, false, '30.1'],
  ['2026-12-31', 'pm25 annual-mean', 30.4, false, 'rounded as in 2013 it would be 30'],
  ['2026-12-31', 'pm10 annual-mean', 60, true, 'at the limit'],
  ['2026-12-31', 'pm10 annual-mean', 60.1, false, '60.1 > 60'],
  ['2026-12-31', 'co p95-daily', 4.005, true, '4.00, half to even'],
  ['2026-12-31', 'co p95-daily', 4.006, false, '4.01'],
  ['2026-12-31', 'pm25 p95-daily', 60.1, false, '60.1 > 60'],
  ['2026-12-31', 'pm10 p95-daily', 120, true, 'at the limit'],
  ['2030-12-31', 'so2 annual-mean', 60, true, 'the last day of the transition'],
  ['2031-12-31', 'so2 annual-mean', 20.1, false, '20.1 > 20'],
  ['2031-12-31', 'no2 annual-mean', 30.1, false, '30.1 > 30'],
  ['2031-12-31', 'pm25 annual-mean', 25, true, 'at the limit'],
  ['2031-12-31', 'pm10 annual-mean', 50.1, false, '50.1 > 50'],
  ['2031-12-31', 'pm25 p95-daily', 50.1, false, '50.1 > 50'],
] as const)('GB 3095-2026 on %s: %s of %f attains in full: %s (%s)', (date, item, value, expected, _why) => {
  expect(attains(date, 'strict', item, value)).toBe(expected);
});

test('comparison unrounded, where one chooses it: 35.4 exceeds 35', () => {
  const unrounded: Standards = { ...SHIPPED, comparison: 'unrounded' };
  expect(attains('2019-12-31', 'bulletin', 'pm25 annual-mean', 35.4, unrounded)).toBe(false);
  expect(attains('2019-12-31', 'bulletin', 'pm25 annual-mean', 35, unrounded)).toBe(true);
});

// HJ 663-2013: B = (C − S)/S, to 2 decimals.
test.each([
  [36, 35, '0.03', '1/35 = 0.0286'],
  [70, 35, '1.00', '35/35'],
  [200, 160, '0.25', '40/160'],
  [4.5, 4, '0.12', '0.5/4 = 0.125, half to even'],
  [35, 35, '0.00', 'at the limit'],
  [28, 35, '-0.20', 'below the limit'],
])('HJ 663-2013: the exceedance multiple of %f over %f is %s (%s)', (concentration, limit, expected) => {
  expect(roundHalfEven(exceedanceMultiple(concentration, limit), 2)).toBe(expected);
});
