import { expect, test } from 'vitest';
import { comparable, rebase } from '../../pipeline/standards/basis.ts';
import { BREAKS } from './tables.ts';

// standards.md section 12: 151 -> 138.3, 29 -> 26.6, 14 -> 12.8.
test.each([
  ['o3', 151, 138.3],
  ['no2', 29, 26.6],
  ['so2', 14, 12.8],
] as const)('%s %f at 273 K is %f at 298 K', (pollutant, old, expected) => {
  expect(rebase(old, comparable(pollutant, 'standard-273K', 'actual-298K', BREAKS))).toBeCloseTo(expected, 1);
});

test('there and back is the same value', () => {
  const there = rebase(100, comparable('no2', 'standard-273K', 'actual-298K', BREAKS));
  expect(rebase(Number(there), comparable('no2', 'actual-298K', 'standard-273K', BREAKS))).toBeCloseTo(100, 10);
});

test('values on one basis compare directly', () => {
  expect(comparable('pm25', 'mixed-2018', 'mixed-2018', BREAKS)).toEqual({ kind: 'same' });
});

test('particulates have a bracket, not a factor', () => {
  expect(comparable('pm25', 'standard-273K', 'actual-298K', BREAKS)).toEqual({ kind: 'bracket', low: 0.9, high: 0.97 });
  expect(rebase(100, comparable('pm10', 'standard-273K', 'actual-298K', BREAKS))).toEqual([90, 97]);
});

test('a mixed year has a bracket against either side', () => {
  expect(comparable('no2', 'standard-273K', 'mixed-2018', BREAKS)).toEqual({ kind: 'bracket', low: 0.9157, high: 1 });
  const back = comparable('pm25', 'actual-298K', 'mixed-2018', BREAKS);
  expect(back).toEqual({ kind: 'bracket', low: 1, high: 1 / 0.9 });
});
