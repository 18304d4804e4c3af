import { expect, test } from 'vitest';
import { readBreakpoints } from '../../pipeline/archive/breakpoints.ts';
import { type DayConcentrations, dailyAqi } from '../../pipeline/standards/aqi.ts';
import { aqiTable, breakpointsOn } from '../../pipeline/standards/aqi-table.ts';
import { POLLUTANTS } from '../../pipeline/types.ts';

const BREAKPOINTS = readBreakpoints('data');
const day = (values: Partial<DayConcentrations>): DayConcentrations => ({
  ...{ pm25: null, pm10: null, so2: null, no2: null, co: null, o3: null },
  ...values,
});
const index2012 = aqiTable(breakpointsOn(BREAKPOINTS, '2019-06-01'));
const index2026 = aqiTable(breakpointsOn(BREAKPOINTS, '2026-03-01'));

test('the worked checks: PM2.5 of 75 is 100, of 76 is 102; rounding is half to even', () => {
  expect(index2012(day({ pm25: 75 }))).toEqual({ aqi: 100, primary: 1 });
  expect(index2012(day({ pm25: 76 }))?.aqi).toBe(102);
  expect(index2012(day({ pm25: 75.5 }))?.aqi).toBe(102);
  expect(index2012(day({ pm25: 74.5 }))?.aqi).toBe(99);
  expect(index2012(day({ co: 4.05 }))?.aqi).toBe(100);
});

test('the breakpoints are those of the day: PM2.5 of 60 is 82 by the standard of 2012 and 100 by that of 2026', () => {
  expect(index2012(day({ pm25: 60 }))?.aqi).toBe(82);
  expect(index2026(day({ pm25: 60, pm10: 1, so2: 1, no2: 1, co: 1, o3: 1 }))?.aqi).toBe(100);
});

test('pollutants with the same index are both primary, and none is to 50', () => {
  expect(index2012(day({ pm25: 75, o3: 160 }))).toEqual({ aqi: 100, primary: 0b100001 });
  expect(index2012(day({ pm25: 35, pm10: 50 }))).toEqual({ aqi: 50, primary: 0 });
  expect(index2012(day({}))).toBeNull();
});

test.each([
  ['2019-06-01', 'mda8'],
  ['2019-06-01', 'both'],
  ['2026-06-01', 'mda8'],
  ['2026-06-01', 'both'],
] as const)('it says what the full rule says, day after day, also beyond the tables (%s, ozone %s)', (date, ozone) => {
  let seed = 7;
  const random = () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return seed / 2_147_483_648;
  };
  const highest = { pm25: 700, pm10: 900, so2: 400, no2: 300, co: 8, o3: 900 };
  const table = breakpointsOn(BREAKPOINTS, date);
  const fast = aqiTable(table, ozone);
  for (let i = 0; i < 2000; i++) {
    const values = Object.fromEntries(
      POLLUTANTS.map((pollutant) => [pollutant, random() < 0.15 ? null : random() ** 2 * highest[pollutant]]),
    );
    const concentrations = day({ ...values, o3Max1h: random() * 1000 });
    const full = dailyAqi(concentrations, table, ozone);
    const found = fast(concentrations);
    expect(found?.aqi).toBe(full?.aqi);
    const primary = POLLUTANTS.filter((_, bit) => ((found?.primary ?? 0) & (1 << bit)) !== 0);
    expect(primary).toEqual(full?.primary ?? []);
  }
});
