import { describe, expect, test } from 'vitest';
import { type IntervalInput, intervalOf, lostShare, placesAmong } from '../../pipeline/assess/rank-interval.ts';

const input = (parts: Partial<IntervalInput> = {}): IntervalInput => ({
  ...{ value: 40, perUnit: 1, halfUnit: 0.5, lost: 0, months: new Map() },
  ...parts,
});

describe('the interval of an index', () => {
  test('is half a unit of each concentration over its limit, added', () => {
    // PM2.5 ± 0.5 over 25 = ± 0.02, CO ± 0.05 over 5 = ± 0.01: together ± 0.03.
    const inputs = [input({ perUnit: 1 / 25 }), input({ value: 2, perUnit: 1 / 5, halfUnit: 0.05 })];
    const { low, high, holds } = intervalOf(2, inputs);
    expect([low.toFixed(4), high.toFixed(4), holds]).toEqual(['1.9700', '2.0300', 'rounding-and-days']);
  });

  test('is as wide as rounding alone leaves it where the days were not counted, and says so', () => {
    expect(intervalOf(40, [input({ lost: null })])).toEqual({ low: 39.5, high: 40.5, holds: 'rounding' });
  });

  test('allows for missing days as if all had been like the best or the worst month', () => {
    // A tenth of the days is missing. Best month 20: 0.1 × (20 − 40) = −2; worst month 90: 0.1 × (90 − 40) = +5.
    const months = new Map([
      ['2019-01', 90],
      ['2019-07', 20],
    ]);
    expect(intervalOf(40, [input({ lost: 0.1, months })])).toEqual({
      ...{ low: 37.5, high: 45.5, holds: 'rounding-and-days' },
    });
  });

  test('takes one month for all pollutants, since a day is missing for all alike', () => {
    // January: 0.1 × (90 − 40) / 10 + 0.1 × (60 − 100) / 10 = 0.5 − 0.4 = +0.1. July: −0.2 + 0.6 = +0.4. Never below: low end by rounding.
    const pm = input({
      perUnit: 1 / 10,
      lost: 0.1,
      months: new Map([
        ['2019-01', 90],
        ['2019-07', 20],
      ]),
    });
    const ozone = input({
      value: 100,
      perUnit: 1 / 10,
      lost: 0.1,
      months: new Map([
        ['2019-01', 60],
        ['2019-07', 160],
      ]),
    });
    const { low, high } = intervalOf(14, [pm, ozone]);
    expect([low.toFixed(4), high.toFixed(4)]).toEqual(['13.9000', '14.5000']);
  });

  test('holds rounding only where days are missing and a pollutant has no months', () => {
    const pm = input({ lost: 0.1, months: new Map([['2016-01', 90]]) });
    expect(intervalOf(80, [pm, input({ lost: 0 })])).toMatchObject({ low: 79, high: 81, holds: 'rounding' });
  });
});

test('the share of lost days is counted on the days of the year, leap years too', () => {
  expect(lostShare(2019, 292)).toBeCloseTo(73 / 365, 12);
  expect(lostShare(2016, 366)).toBe(0);
  expect(lostShare(2018, null)).toBeNull();
});

// Five cities: A 1.0–2.0, B 1.5–2.5, C 2.5–3.0, D 2.9–3.1, E 5–6.
//   A: nobody surely better; B can be better (1.5 < 2.0): 1 to 2.
//   B: nobody surely better (A ends at 2.0, B begins at 1.5); A can be better, C begins where B ends and can only be equal: 1 to 2.
//   C: A surely better, B ends at 2.5 where C begins and may be equal: best 2; A, B and D (2.9 < 3.0) can be better: 4.
//   D: A, B surely better (2.5 < 2.9), C not (3.0): best 3; A, B, C can be better: 4.
//   E: all four surely better: 5 to 5.
test('a place ranges from one after the surely better cities to one after the possibly better ones', () => {
  const of = (low: number, high: number) => ({ low, high, holds: 'rounding' as const });
  const five = [of(1, 2), of(1.5, 2.5), of(2.5, 3), of(2.9, 3.1), of(5, 6)];
  expect(five.map(placesAmong(five))).toEqual([
    { low: 1, high: 2 },
    { low: 1, high: 2 },
    { low: 2, high: 4 },
    { low: 3, high: 4 },
    { low: 5, high: 5 },
  ]);
});
