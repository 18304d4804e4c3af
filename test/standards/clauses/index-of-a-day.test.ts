import { expect, test } from 'vitest';
import { aqiClass, type DayConcentrations, dailyAqi, dailyIndices } from '../../../pipeline/standards/aqi.ts';
import { aqiTable, breakpointsOn } from '../../../pipeline/standards/aqi-table.ts';
import { POLLUTANTS } from '../../../pipeline/types.ts';
import { BREAKPOINTS } from '../shipped-tables.ts';

const IN_2012 = breakpointsOn(BREAKPOINTS, '2026-02-28');
const IN_2026 = breakpointsOn(BREAKPOINTS, '2026-03-01');
const day = (values: Partial<DayConcentrations>): DayConcentrations => ({
  ...{ pm25: 1, pm10: 1, so2: 1, no2: 1, co: 0.1, o3: 1 },
  ...values,
});

// The day's index is the largest of its items'; concentrations are first rounded half to even (CO to 1 decimal).
test.each([
  ['HJ 633-2012, formula 2', IN_2012, { pm25: 75.4 }, 100, ['pm25'], '75.4 is 75'],
  ['HJ 633-2012, formula 2', IN_2012, { pm25: 75.5 }, 102, ['pm25'], '75.5 is 76: 101.25'],
  ['HJ 633-2012, formula 2', IN_2012, { pm25: 74.5 }, 99, ['pm25'], '74.5 is 74: 50/40·39 + 50 = 98.75'],
  ['HJ 633-2012, formula 2', IN_2012, { co: 4.05 }, 100, ['co'], '4.05 is 4.0'],
  ['HJ 633-2012, formula 2', IN_2012, { co: 4.15 }, 101, ['co'], '4.15 is 4.2: 50/10·0.2 + 100'],
  ['HJ 633-2012, primary pollutant: none to 50', IN_2012, { pm10: 50 }, 50, [], 'PM10 of 50'],
  ['HJ 633-2012, primary pollutant: one from 51', IN_2012, { pm10: 51 }, 51, ['pm10'], '50.5, up'],
  ['HJ 633-2012, primary pollutant: two tie', IN_2012, { pm25: 115, pm10: 250 }, 150, ['pm25', 'pm10'], 'both 150'],
  [
    'HJ 633-2012, primary pollutant: three tie',
    IN_2012,
    { pm25: 75, no2: 80, o3: 160 },
    100,
    ['pm25', 'no2', 'o3'],
    'all 100',
  ],
  [
    'HJ 633-2012, primary pollutant: tied after rounding up',
    IN_2012,
    { pm10: 151, o3: 161 },
    101,
    ['pm10', 'o3'],
    '100.5, 100.9',
  ],
  ['HJ 633-2012: above the table', IN_2012, { pm10: 1800 }, 500, ['pm10'], 'the last breakpoint is 600'],
  [
    'HJ 633-2012, table 1, notes: ozone by its hour',
    IN_2012,
    { o3: 801, o3Max1h: 1000 },
    400,
    ['o3'],
    '1000 in the hour',
  ],
  ['HJ 633-2012: a missing item is left out', IN_2012, { o3: null, pm25: 75 }, 100, ['pm25'], 'published from five'],
  ['HJ 633-2026, 4.2.2', IN_2026, { pm25: 60.5 }, 100, ['pm25'], '60.5 is 60'],
  ['HJ 633-2026, 4.2.2', IN_2026, { pm25: 60.6 }, 101, ['pm25'], '60.6 is 61: 100.91'],
  ['HJ 633-2026: ozone stays at 300', IN_2026, { o3: 801, o3Max1h: 1000 }, 300, ['o3'], 'no other item'],
  ['HJ 633-2026: published above 100', IN_2026, { o3: null, pm25: 61 }, 101, ['pm25'], '101 > 100'],
  ['HJ 633-2026: whole days at 100', IN_2026, { pm25: 60 }, 100, ['pm25'], 'six of six'],
] as const)('%s: %#', (_, table, values, aqi, primary, _why) => {
  expect(dailyAqi(day(values), table)).toMatchObject({ aqi, primary });
  // The fast form says the same.
  const bits = primary.reduce((sum, pollutant) => sum | (1 << POLLUTANTS.indexOf(pollutant)), 0);
  expect(aqiTable(table)(day(values))).toEqual({ aqi, primary: bits });
});

test('HJ 633-2026: with an item missing and the others at 100 or less there is no AQI, but the single indices are there', () => {
  const holed = day({ o3: null, pm25: 60 });
  expect(dailyAqi(holed, IN_2026)).toBeNull();
  expect(aqiTable(IN_2026)(holed)).toBeNull();
  expect(dailyIndices(holed, IN_2026)).toMatchObject({ pm25: 100, o3: null });
});

test('HJ 633-2012: ozone above 800 without its highest hour has no index', () => {
  expect(dailyIndices(day({ o3: 801 }), IN_2012).o3).toBeNull();
});

// 8-hour maximum 160 is 100; 250 in the hour is 50/100·50 + 100 = 125.
test.each([
  ['HJ 633-2012 by the 8-hour maximum (default)', IN_2012, 'mda8', 100],
  ['HJ 633-2012 with all seven items', IN_2012, 'both', 125],
  ['HJ 633-2026, which has six items', IN_2026, 'both', 100],
] as const)('%s', (_, table, ozone, expected) => {
  const values = day({ o3: 160, o3Max1h: 250 });
  expect(dailyAqi(values, table, ozone)?.aqi).toBe(expected);
  expect(aqiTable(table, ozone)(values)?.aqi).toBe(expected);
});

test.each([
  [0, 1],
  [50, 1],
  [51, 2],
  [100, 2],
  [101, 3],
  [150, 3],
  [151, 4],
  [200, 4],
  [201, 5],
  [300, 5],
  [301, 6],
  [500, 6],
] as const)('HJ 633-2012, table 2: an AQI of %i is of class %i', (aqi, expected) => {
  expect(aqiClass(aqi)).toBe(expected);
});
