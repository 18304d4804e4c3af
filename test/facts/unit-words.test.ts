import { expect, test } from 'vitest';
import { printedNumber } from '../../pipeline/facts/format.ts';
import { inTableUnit, printedUnit, tableScale, unitOf } from '../../pipeline/facts/unit-words.ts';

test('a unit that has no words stands on an axis as it is, and follows no number', () => {
  expect(unitOf('records')).toEqual({ en: 'records', zh: 'records' });
  expect(printedUnit('records', 'en')).toBe('');
});

// 万 is 10^4, 亿 10^8: 31.1 × 10^6 t are 3110 × 10^4 t; 20.48 × 10^9 yuan are 204.8 × 10^8 yuan.
test.each([
  [31.1, 1, 'Mt', '3110', '万吨'],
  [69.93, 2, 'Mt', '6993', '万吨'],
  [20.48, 2, 'billion yuan', '204.8', '亿元'],
  [5, 0, 'billion yuan', '50', '亿元'],
  [39, 0, 'µg/m³', '39', '微克/立方米'],
])('%d (%i decimals) %s is %s in %s in Chinese tables and figures', (value, decimals, unit, number, words) => {
  const shown = inTableUnit({ value, decimals, unit });
  expect([printedNumber(shown), unitOf(shown.unit).zh]).toEqual([number, words]);
  expect(shown.value).toBeCloseTo(value * tableScale(shown.unit), 9);
});

test('a missing number stays missing', () => {
  expect(printedNumber(inTableUnit({ value: null, decimals: 0, unit: 'Mt' }))).toBe('–');
});
