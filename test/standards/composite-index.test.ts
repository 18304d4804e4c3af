import { expect, test } from 'vitest';
import { compositeIndex } from '../../pipeline/standards/composite-index.ts';
import { equalWeights } from '../../pipeline/standards/rules.ts';

const LIMITS = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 };
const RULE = equalWeights(LIMITS);

test('at the limits the index is 6 and all six tie as largest', () => {
  const at = compositeIndex(LIMITS, RULE);
  expect(at?.index).toBe(6);
  expect(at?.largest).toEqual(['pm25', 'pm10', 'so2', 'no2', 'co', 'o3']);
});

test('the means of the 74 cities in 2013 give 7.00, PM2.5 the most', () => {
  // 0.667 + 1.100 + 1.686 + 2.057 + 0.625 + 0.869 (standards.md section 12)
  const index = compositeIndex({ so2: 40, no2: 44, pm10: 118, pm25: 72, co: 2.5, o3: 139 }, RULE);
  expect(index?.index).toBeCloseTo(7.003, 2);
  expect(index?.single.pm25).toBeCloseTo(2.057, 3);
  expect(index?.largest).toEqual(['pm25']);
});

test('concentrations are rounded first', () => {
  const zero = { pm25: 0, pm10: 0, so2: 0, no2: 0, co: 0, o3: 0 };
  expect(compositeIndex({ ...zero, pm25: 34.5 }, RULE)?.index).toBe(34 / 35);
  expect(compositeIndex({ ...zero, co: 2.04 }, RULE)?.index).toBe(0.5);
});

test('with one of six missing there is no index', () => {
  expect(compositeIndex({ ...LIMITS, o3: null }, RULE)).toBeNull();
});

test('with one of six limits missing there is none either', () => {
  expect(compositeIndex(LIMITS, equalWeights({ ...LIMITS, so2: null }))).toBeNull();
});
