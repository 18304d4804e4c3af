import { describe, expect, test } from 'vitest';
import { direction, formatNumber, printed, printedNumber } from '../../pipeline/facts/format.ts';

describe('a number as printed', () => {
  // GB/T 8170-2008: half to the even digit, once, from the unrounded value.
  test.each([
    [34.5, 0, '34'],
    [35.5, 0, '36'],
    [2.51, 0, '3'],
    [0.25, 1, '0.2'],
    [0.35, 1, '0.4'],
    [2.675, 2, '2.68'],
    [1.005, 2, '1.00'],
    [78, 1, '78.0'],
  ])('%d to %i decimals is %s', (value, decimals, text) => {
    expect(formatNumber(value, decimals)).toBe(text);
  });

  test('has a true minus sign (U+2212), and none before zero', () => {
    expect(formatNumber(-9.3, 1)).toBe('\u22129.3');
    expect(formatNumber(-0.04, 1)).toBe('0.0');
  });

  test('is grouped from five digits on, so that years stay whole', () => {
    expect(formatNumber(2018, 0)).toBe('2018');
    expect(formatNumber(9999, 0)).toBe('9999');
    expect(formatNumber(10000, 0)).toBe('10,000');
    expect(formatNumber(-1234567.89, 1)).toBe('\u22121,234,567.9');
  });

  test('is an en dash when it is missing, in both languages and without a unit', () => {
    const missing = { value: null, decimals: 0, unit: 'µg/m³' };
    expect([printedNumber(missing), printed(missing, 'en'), printed(missing, 'zh')]).toEqual(['–', '–', '–']);
  });
});

describe('a unit as printed', () => {
  test.each([
    ['µg/m³', '39\u00a0µg/m³', '39微克/立方米'],
    ['mg/m³', '39\u00a0mg/m³', '39毫克/立方米'],
    ['%', '39%', '39%'],
    ['pp', '39\u00a0percentage points', '39个百分点'],
    ['cities', '39', '39'],
  ])('%s', (unit, en, zh) => {
    expect(printed({ value: 39, decimals: 0, unit }, 'en')).toBe(en);
    expect(printed({ value: 39, decimals: 0, unit }, 'zh')).toBe(zh);
  });
});

test('the direction of a change is that of what is printed: -0.04 at one decimal is unchanged', () => {
  const way = (value: number | null, decimals = 1) => direction({ value, decimals });
  expect([way(0.06), way(-0.06), way(-0.04), way(0.05), way(null)]).toEqual(['up', 'down', 'same', 'same', null]);
  expect(way(-0.04, 2)).toBe('down');
});

describe('a large number in Chinese', () => {
  // 万 is 10^4, 亿 10^8; digits beyond those of the source are not made up, zeros at the end of a fraction not kept.
  test.each([
    [20, 0, 'million vehicles', '2000万', '20\u00a0million'],
    [0.777, 3, 'million vehicles', '77.7万', '0.777\u00a0million'],
    [310, 0, 'million vehicles', '3.1亿', '310\u00a0million'],
    [4.74, 2, 'million households', '474万', '4.74\u00a0million'],
    [1.43, 2, 'billion yuan', '14.3亿元', '1.43\u00a0billion yuan'],
    [82700, 0, 'billion yuan', '82.7万亿元', '82,700\u00a0billion yuan'],
    [54000, 0, 'billion yuan', '54万亿元', '54,000\u00a0billion yuan'],
    [1651.1, 1, 'billion yuan', '1.6511万亿元', '1651.1\u00a0billion yuan'],
    [818, 1, 'billion yuan', '8180亿元', '818.0\u00a0billion yuan'],
    [200000, 0, 'boilers', '20万', '200,000'],
    [62000, 0, 'enterprises', '6.2万', '62,000'],
    [47240, 0, 'deaths', '47,240', '47,240'],
    [9000, 0, 'cases', '9000', '9000'],
    [65, 0, 'Mt', '6500万吨', '65\u00a0million tonnes'],
    [170, 0, 'Mt', '1.7亿吨', '170\u00a0million tonnes'],
    [19.744, 3, 'Mt', '1974.4万吨', '19.744\u00a0million tonnes'],
    [658, 0, 'GW', '6.58亿千瓦', '658\u00a0GW'],
    [-0.5, 1, 'billion yuan', '\u22125亿元', '\u22120.5\u00a0billion yuan'],
  ])('%d with %i decimals in %s is %s', (value, decimals, unit, zh, en) => {
    expect(printed({ value, decimals, unit }, 'zh')).toBe(zh);
    expect(printed({ value, decimals, unit }, 'en')).toBe(en);
  });
});
