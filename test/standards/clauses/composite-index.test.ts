import { expect, test } from 'vitest';
import { comparable, rebase } from '../../../pipeline/standards/basis.ts';
import { compositeIndex } from '../../../pipeline/standards/composite-index.ts';
import { roundHalfEven } from '../../../pipeline/standards/rounding.ts';
import { type IndexRule, indexRuleOn } from '../../../pipeline/standards/rules.ts';
import { BREAKS, SHIPPED } from '../shipped-tables.ts';

function ruleOn(date: string): IndexRule {
  const rule = indexRuleOn(SHIPPED, date);
  if (!rule) throw new Error(`no rule on ${date}`);
  return rule;
}
const AT_2012 = { pm25: 35, pm10: 70, so2: 60, no2: 40, co: 4, o3: 160 };
const AT_TRANSITION = { pm25: 30, pm10: 60, so2: 60, no2: 40, co: 4, o3: 160 };
const AT_FINAL = { pm25: 25, pm10: 50, so2: 20, no2: 30, co: 4, o3: 160 };
const MEANS_2013 = { so2: 40, no2: 44, pm10: 118, pm25: 72, co: 2.5, o3: 139 };
const SOME = { pm25: 33.3, pm10: 54, so2: 9, no2: 24, co: 0.8, o3: 144 };

test.each([
  ['环办〔2014〕64号: at the limits, six times 1', '2019-12-31', AT_2012, 3, '6.000'],
  ['环办〔2014〕64号: 74 cities 2013, 0.667+1.100+1.686+2.057+0.625+0.869', '2014-12-31', MEANS_2013, 2, '7.00'],
  ['环办〔2014〕64号: PM2.5 of 35.4 is 35 first', '2019-12-31', { ...AT_2012, pm25: 35.4 }, 3, '6.000'],
  ['HJ 663-2026: at the limits of the transition, 3+1+1+2+1+2', '2026-12-31', AT_TRANSITION, 3, '10.000'],
  ['HJ 663-2026: at the final limits', '2031-12-31', AT_FINAL, 3, '10.000'],
  ['HJ 663-2026: 3·33.3/30 + 54/60 + 9/60 + 2·24/40 + 0.8/4 + 2·144/160', '2026-12-31', SOME, 3, '7.580'],
  ['HJ 663-2026: 33.25 is 33.2 first, so 0.01 less', '2026-12-31', { ...SOME, pm25: 33.25 }, 3, '7.570'],
] as const)('%s', (_, date, values, decimals, expected) => {
  expect(roundHalfEven(compositeIndex(values, ruleOn(date))?.index ?? Number.NaN, decimals)).toBe(expected);
});

test('the index has 2 decimals by the rule of 2014 and 3 by that of 2026, which was not seen as an official text', () => {
  expect([ruleOn('2025-12-31').decimals, ruleOn('2026-12-31').decimals]).toEqual([2, 3]);
  expect([ruleOn('2025-12-31').seen, ruleOn('2026-12-31').seen]).toEqual([true, false]);
});

// GB 3095-2012, amendment of 2018: gases times 273/298.15 = 0.9157.
test.each([
  ['o3', 151, '138.3', '151·0.9157 = 138.27'],
  ['no2', 29, '26.6', '29·0.9157 = 26.56'],
  ['so2', 14, '12.8', '14·0.9157 = 12.82'],
] as const)('amendment of 2018: %s of %i at 273 K is %s at 298.15 K (%s)', (gas, old, expected, _why) => {
  const now = rebase(old, comparable(gas, 'standard-273K', 'actual-298K', BREAKS));
  expect(typeof now === 'number' && roundHalfEven(now, 1)).toBe(expected);
});

test('amendment of 2018: from 138.2627 back is 151, and for particles there is no single factor', () => {
  // 151 × 0.915647 = 138.2627
  expect(rebase(138.2627, comparable('o3', 'actual-298K', 'standard-273K', BREAKS))).toBeCloseTo(151, 3);
  expect(comparable('pm25', 'standard-273K', 'actual-298K', BREAKS).kind).toBe('bracket');
});
