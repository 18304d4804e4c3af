import type { Breakpoint } from '../types.ts';

/** What versions of the standard differ in besides the breakpoints. */
export type AqiRule = Readonly<{
  /**
   * Above a column that ends before 500 (SO2 1 h and O3 8 h at 800 µg/m³): `other-item`, the 24-hour mean of SO2 and the
   * 1-hour value of ozone are used instead; `last-index`, the index stays at the column's last (200 and 300).
   */
  beyond: 'other-item' | 'last-index';
  /** When a pollutant is missing: the index is `published` from the others, or only `above-100`. */
  incomplete: 'published' | 'above-100';
  /** Whether the daily report counts ozone by its highest hour as well (seven items) or by the 8-hour maximum alone (six). */
  ozoneHour: boolean;
}>;

/**
 * By number of the standard, as standards/aqi-breakpoints.csv has it; both texts were seen. HJ 633-2012: notes of table 1,
 * items of the daily report. HJ 633-2026: the same, and its rule for incomplete days. Its exception, a pollutant that a site never
 * measures and that was not primary for three years, is no matter of daily values and is not known here.
 */
const HJ_633_2012: AqiRule = { beyond: 'other-item', incomplete: 'published', ozoneHour: true };
const RULES: ReadonlyMap<string, AqiRule> = new Map([
  ['HJ 633-2012', HJ_633_2012],
  ['HJ 633-2026', { beyond: 'last-index', incomplete: 'above-100', ozoneHour: false }],
]);

/** The rule that goes with a table of breakpoints of one version; breakpoints of another name are read as HJ 633-2012. */
export function aqiRuleOf(table: readonly Breakpoint[]): AqiRule {
  return RULES.get(table[0]?.standard ?? '') ?? HJ_633_2012;
}
