import { describe, expect, test } from 'vitest';
import { greatCircle } from '../../pipeline/assess/great-circle.ts';
import {
  EQUAL,
  type Scales,
  scalesOf,
  type Traits,
  traitsOf,
  twinDistance,
} from '../../pipeline/assess/twin-distance.ts';
import { CityValues } from '../../pipeline/assess/values.ts';
import { city, cityYear } from '../build.ts';

const traits = (code: string, parts: Partial<Traits> = {}): Traits => ({
  ...{ code, level: 0, pm10: 0, so2: 0, no2: 0, population: 0, place: { lon: 100, lat: 30 } },
  ...parts,
});
const ONE: Scales = { level: 1, place: 1, pm10: 1, so2: 1, no2: 1, population: 1 };

describe('great-circle distance', () => {
  test('of one degree of latitude is 111.19 km, of a quarter of the equator 10,007.5 km', () => {
    // 6371 km × π/180 = 111.1949; × π/2 = 10,007.54
    expect(greatCircle({ lon: 115, lat: 38 }, { lon: 115, lat: 39 })).toBeCloseTo(111.1949, 4);
    expect(greatCircle({ lon: 0, lat: 0 }, { lon: 90, lat: 0 })).toBeCloseTo(10007.543, 3);
  });

  test('is halved where a degree of longitude is half as wide', () => {
    // cos 60° = 0.5; on so short a way the arc is the parallel’s but for a few metres
    expect(greatCircle({ lon: 10, lat: 60 }, { lon: 10.1, lat: 60 })).toBeCloseTo(5.5597, 3);
  });
});

describe('the traits of a city', () => {
  test('are logarithms of its level, of the other pollutants in relation to it, and of its population', () => {
    const values = new CityValues([
      cityYear('1', 2015, 50),
      cityYear('1', 2015, 100, { subject: 'pm10' }),
      cityYear('1', 2015, 25, { subject: 'so2' }),
    ]);
    const made = traitsOf(values, city('1', { population: 400 }), 2015);
    expect(made.level).toBeCloseTo(Math.log(50), 12);
    // 100/50 = 2, 25/50 = 1/2
    expect(made.pm10).toBeCloseTo(Math.LN2, 12);
    expect(made.so2).toBeCloseTo(-Math.LN2, 12);
    expect(made.no2).toBeNull();
    expect(made.population).toBeCloseTo(Math.log(400), 12);
    expect(made.place).toEqual({ lon: 115, lat: 38 });
  });

  test('that are not known are null, never nought', () => {
    const made = traitsOf(new CityValues([]), city('1', { lon: null }), 2015);
    expect(made).toEqual({
      ...{ code: '1', level: null, pm10: null, so2: null, no2: null },
      population: null,
      place: null,
    });
  });
});

describe('the scale of a part', () => {
  test('is the root mean square of all pairs, without those in which it is not known', () => {
    const scales = scalesOf([
      traits('1'),
      traits('2', { level: 1 }),
      traits('3', { level: 3 }),
      traits('4', { level: null }),
    ]);
    // pairs 0-1, 0-3, 1-3: (1 + 9 + 4) / 3
    expect(scales.level).toBeCloseTo(Math.sqrt(14 / 3), 12);
    expect(scales.place).toBe(0);
  });
});

describe('the distance of two cities', () => {
  test('weighs the squared differences: level and place twice, the others once', () => {
    // level 1, SO2 2, population 1: (2·1 + 1·4 + 1·1) / (2 + 2 + 1 + 1 + 1 + 1) = 7/8
    const [a, b] = [traits('1'), traits('2', { level: 1, so2: -2, population: 1 })];
    expect(twinDistance(a, b, ONE)).toEqual({ value: Math.sqrt(7 / 8), missing: [] });
    // the same with equal weights: (1 + 4 + 1) / 6
    expect(twinDistance(a, b, ONE, EQUAL)?.value).toBe(1);
    expect(twinDistance(b, a, ONE)).toEqual(twinDistance(a, b, ONE));
  });

  test('gives the weight of a part that is not known to the others, and names it', () => {
    // without SO2 and population: 2·1 / (2 + 2 + 1 + 1) = 1/3
    const [a, b] = [traits('1', { so2: null }), traits('2', { level: 1, population: null })];
    expect(twinDistance(a, b, ONE)).toEqual({ value: Math.sqrt(1 / 3), missing: ['so2', 'population'] });
  });

  test('measures the place in km on its scale', () => {
    // 1° of latitude on a scale of 111.1949 km is 1: 2·1 / 8
    const [a, b] = [traits('1'), traits('2', { place: { lon: 100, lat: 31 } })];
    expect(twinDistance(a, b, { ...ONE, place: (6371 * Math.PI) / 180 })?.value).toBeCloseTo(0.5, 9);
  });

  test('leaves out a part in which all cities are alike, and is null when nothing is left', () => {
    const [a, b] = [traits('1'), traits('2', { level: 1 })];
    const nothing: Scales = { level: 0, place: 0, pm10: 0, so2: 0, no2: 0, population: 0 };
    expect(twinDistance(a, b, { ...nothing, level: 2 })?.value).toBe(0.5);
    expect(twinDistance(a, b, nothing)).toBeNull();
  });
});
