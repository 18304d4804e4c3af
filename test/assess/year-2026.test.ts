import { describe, expect, test } from 'vitest';
import { indexer } from '../../pipeline/archive/hourly/index-series.ts';
import { roundHalfEven } from '../../pipeline/standards/rounding.ts';
import { BREAKPOINTS, SHIPPED } from '../standards/shipped-tables.ts';
import { assessed } from './world-of-limits.ts';

/** Two cities with the same figures in 2025 and in 2026: what differs is what they are judged by. */
const CITIES = {
  '130100': { pm25: 30.04, pm10: 60, so2: 10, no2: 24, co: 0.8, o3: 144 },
  '130200': { pm25: 30.4, pm10: 54, so2: 9, no2: 40, co: 4.006, o3: 160 },
};
const { fact, byId, rankings } = assessed(CITIES, [2025, 2026], SHIPPED);
const printed = (id: string) => {
  const found = fact(id);
  return found && found.value !== null ? roundHalfEven(found.value, found.decimals) : null;
};

describe('a report on 2026, from the shipped tables of standards alone', () => {
  test('judges by the limits of GB 3095-2026 in transition, 2025 by those of 2012', () => {
    expect(byId.get('standard.CN.pm25.limit-annual-class-2.2026')).toMatchObject({ value: 30, method: 'GB 3095-2026' });
    expect(byId.get('standard.CN.pm10.limit-24h-class-2.2026')?.value).toBe(120);
    // 2025: 30 and 30 of 35; 4.0 of 4. 2026: 30.0 and 30.4 of 30; 0.80 and 4.01 of 4.
    expect(fact('CN-2.pm25.attaining-cities.2025')?.value).toBe(2);
    expect(fact('CN-2.pm25.attaining-cities.2026')?.value).toBe(1);
    expect(fact('CN-2.co.attaining-cities.2025')?.value).toBe(2);
    expect(fact('CN-2.co.attaining-cities.2026')?.value).toBe(1);
    expect(fact('CN-2.all.attaining-cities.2025')?.value).toBe(2);
    expect(fact('CN-2.all.attaining-cities.2026')?.value).toBe(1);
    expect(fact('CN-2.pm25.exceeding-cities.2026')).toMatchObject({ value: 1, n: 2 });
  });

  test('prints concentrations with one decimal more', () => {
    expect([printed('130200.pm25.annual-mean.2025'), printed('130200.pm25.annual-mean.2026')]).toEqual(['30', '30.4']);
    expect([printed('130200.co.p95-daily.2025'), printed('130200.co.p95-daily.2026')]).toEqual(['4.0', '4.01']);
    // (30.04 + 30.4)/2 = 30.22
    expect(printed('CN-2.pm25.annual-mean.2026')).toBe('30.2');
  });

  test('weighs the composite index as of 2026, with 3 decimals and a note on how the rule is known', () => {
    // 2025: 30/35 + 60/70 + 10/60 + 24/40 + 0.8/4 + 144/160 = 0.8571 + 0.8571 + 0.1667 + 0.6 + 0.2 + 0.9 = 3.5810
    expect(printed('130100.all.composite-index.2025')).toBe('3.58');
    expect(fact('130100.all.composite-index.2025')?.notes).toEqual([]);
    // 2026: 3·30.0/30 + 60/60 + 10/60 + 2·24/40 + 0.8/4 + 2·144/160 = 3 + 1 + 0.1667 + 1.2 + 0.2 + 1.8 = 7.3667
    expect(printed('130100.all.composite-index.2026')).toBe('7.367');
    // 2026: 3·30.4/30 + 54/60 + 9/60 + 2·40/40 + 4.01/4 + 2·160/160 = 3.04 + 0.9 + 0.15 + 2 + 1.0025 + 2 = 9.0925
    expect(printed('130200.all.composite-index.2026')).toBe('9.092');
    expect(fact('130200.all.composite-index.2026')?.notes).toEqual(['rule-secondary']);
    expect(printed('130100.pm25.single-index.2026')).toBe('3.000');
    const places = rankings.filter(({ list, year }) => list === 'cleanest' && year === 2026);
    expect(places.map(({ code, rank, composite }) => [code, rank, composite])).toEqual([
      ['130100', 1, 7.367],
      ['130200', 2, 9.092],
    ]);
  });

  // Half units × weights over limits: 3·0.05/30 + 0.05/60 + 0.05/60 + 2·0.05/40 + 0.005/4 + 2·0.05/160 = 0.01104. PM2.5 higher by 0.2
  // is 3·0.2/30 = 0.020 of the index, less than twice that (0.0221); by 0.3 it is 0.030, more.
  test('gives the range of a place by the weights and decimals of the rule, with the note on it', () => {
    const placesWith = (pm25: number) => {
      const pair = { '130100': CITIES['130100'], '130200': { ...CITIES['130100'], pm25 } };
      const made = assessed(pair, [2026], SHIPPED);
      const rows = made.rankings.filter(({ list }) => list === 'cleanest');
      return { ...made, places: rows.map(({ rank, low, high }) => [rank, low, high]) };
    };
    expect(placesWith(30.2).places).toEqual([
      [1, 1, 2],
      [2, 1, 2],
    ]);
    const { places, fact: factOf } = placesWith(30.3);
    expect(places).toEqual([
      [1, 1, 1],
      [2, 2, 2],
    ]);
    expect(factOf('130200.all.rank.2026.CN-2')).toMatchObject({ value: 2, notes: ['rule-secondary'] });
  });

  test('says by how much a limit is exceeded: (30.4 − 30)/30 = 0.013, (4.01 − 4)/4 = 0.0025; nothing where it is kept', () => {
    expect(fact('130200.pm25.exceedance-multiple.2026')?.value).toBeCloseTo(0.4 / 30, 12);
    expect(fact('130200.co.exceedance-multiple.2026')?.value).toBeCloseTo(0.0025, 12);
    expect(printed('130200.pm25.exceedance-multiple.2026')).toBe('0.01');
    expect(fact('130100.pm25.exceedance-multiple.2026')).toBeUndefined();
    // The two cities' mean, 30.22, is 30.2 of 30.
    expect(fact('CN-2.pm25.exceedance-multiple.2026')?.value).toBeCloseTo(0.2 / 30, 12);
  });
});

test('days of 2026 have the index of their date: PM2.5 of 60 is 82 in February and 100 in March', () => {
  const year = (value: number) => new Float64Array(372).fill(value);
  // PM2.5, PM10, SO2, NO2, CO, ozone.
  const aqiOf = (...from: Float64Array[]) => {
    const [aqi, primary] = [year(Number.NaN), year(Number.NaN)];
    indexer(2026, BREAKPOINTS)({ from, aqi, primary }, aqi.keys());
    return aqi;
  };
  const aqi = aqiOf(year(60), year(1), year(1), year(1), year(1), year(1));
  // 50/40·25 + 50 = 81.25, up; by the breakpoints of 2026 the 60 stands at 100.
  expect([aqi[31 + 27], aqi[62]]).toEqual([82, 100]);
  // Without ozone: in February from the other five; in March none, because 100 is not above 100.
  const left = aqiOf(year(60), year(1), year(1), year(1), year(1), year(Number.NaN));
  expect([left[31 + 27], left[62]]).toEqual([82, Number.NaN]);
});
