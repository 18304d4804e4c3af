import { daysInMonth, daysInYear } from '../dates.ts';
import type { Capture } from '../types.ts';

/** Daily values a year needs (GB 3095-2012, table 4; HJ 663-2013 asks the same of the percentiles of daily values). */
export const DAYS_OF_YEAR = 324;

/** Daily values a month needs: 27, in February 25, in leap years too (GB 3095-2012, table 4). */
export function daysRequired(month: number): 25 | 27 {
  return month === 2 ? 25 : 27;
}

/**
 * Whether a year holds enough valid days (GB 3095-2012, table 4): at least 324, and 27 in each month, 25 in February.
 *
 * @param validDays how many valid days each of the twelve months has, January first; a missing month counts 0
 * @returns `valid`; `short` when the rule is not met but at least half the days of the year are valid (the value is kept
 *   and marked); `insufficient` when fewer are (the value is null). Half the year is this project's line, not the standard's.
 */
export function annualCapture(year: number, validDays: readonly number[]): Exclude<Capture, 'unknown'> {
  const months = Array.from({ length: 12 }, (_, i) => validDays[i] ?? 0);
  const total = months.reduce((sum, days) => sum + days, 0);
  if (total >= DAYS_OF_YEAR && months.every((days, i) => days >= daysRequired(i + 1))) return 'valid';
  return total * 2 >= daysInYear(year) ? 'short' : 'insufficient';
}

/** The same for one month: `valid` from 27 days (25 in February), `short` from half the month's days, else `insufficient`. */
export function monthlyCapture(year: number, month: number, validDays: number): Exclude<Capture, 'unknown'> {
  if (validDays >= daysRequired(month)) return 'valid';
  return validDays * 2 >= daysInMonth(year, month) ? 'short' : 'insufficient';
}
