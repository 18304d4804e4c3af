import { expect, test } from 'vitest';
import { contradict, reading } from '../../pipeline/archive/plausibility.ts';

test('zero, an empty cell and NA are missing values', () => {
  expect(reading('0', 'pm25', 'day')).toEqual({ kind: 'missing', zero: true });
  expect(reading('0.0', 'co', 'day')).toEqual({ kind: 'missing', zero: true });
  expect(reading('', 'pm25', 'day')).toEqual({ kind: 'missing', zero: false });
  expect(reading('NA', 'pm25', 'year')).toEqual({ kind: 'missing', zero: false });
});

test.each([
  ['12a', 'is not a number'],
  ['1,5', 'is not a number'],
  ['-3', 'is negative'],
  ['2500.1', 'is above 2500, more than a day can be'],
])('%s is refused: it %s', (text, why) => {
  expect(reading(text, 'pm25', 'day')).toEqual({ kind: 'refused', why });
});

test('the dust of Kashgar is kept, at 8819 of PM10 and 1771 of PM2.5', () => {
  expect(reading('8819.1', 'pm10', 'day')).toEqual({ kind: 'value', value: 8819.1 });
  expect(reading('1771.2', 'pm25', 'day')).toEqual({ kind: 'value', value: 1771.2 });
  expect(contradict(1708.4, 8819.1)).toBe(false);
});

// The corrupt rows of Henan, 2013, monthly archive.
test.each([
  ['15326', 'pm25'],
  ['3449.621', 'co'],
  ['21.257', 'co'],
  ['1489', 'o3-mda8'],
  ['256', 'o3-mda8'],
] as const)('a month of %s of %s is refused', (text, series) => {
  expect(reading(text, series, 'month').kind).toBe('refused');
});

test('the highest true months are kept', () => {
  expect(reading('704', 'pm25', 'month').kind).toBe('value');
  expect(reading('2221', 'pm10', 'month').kind).toBe('value');
  expect(reading('351', 'so2', 'month').kind).toBe('value');
  expect(reading('219', 'o3-mda8', 'month').kind).toBe('value');
});

test('PM2.5 three times PM10 is a contradiction above 100, not below and not at a little more', () => {
  expect(contradict(1008.9, 91.8)).toBe(true); // Linfen 2013-12-13
  expect(contradict(245.3, 9.9)).toBe(true); // Beijing 2015-12-09
  expect(contradict(663.7, 415.8)).toBe(false); // Harbin 2016-11-04
  expect(contradict(300, 100)).toBe(false);
  expect(contradict(100, 10)).toBe(false);
});
