import { daysInMonth, daysInYear } from '../../dates.ts';

/**
 * The months of a period: `2018-03`, `2018-01..06`, or across years `2017-10..2018-03`. Empty for years, for spans of
 * years, and for spans that begin or end within a month.
 */
export function monthsOf(period: string): readonly string[] {
  const known = KNOWN.get(period) ?? spelled(period);
  KNOWN.set(period, known);
  return known;
}

/** Asked for each city of each figure: spelled out once. */
const KNOWN = new Map<string, readonly string[]>();

function spelled(period: string): readonly string[] {
  const [, first, second] = /^(\d{4}-\d{2})(?:\.\.((?:\d{4}-)?\d{2}))?$/.exec(period) ?? [];
  if (!first) return [];
  const last = second === undefined ? first : second.length === 2 ? `${first.slice(0, 5)}${second}` : second;
  const months: string[] = [];
  for (let month = first; month <= last; month = monthAfter(month)) months.push(month);
  return months;
}

function monthAfter(month: string): string {
  const [year = 0, of = 1] = month.split('-').map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, '0')}`;
}

const YEAR = /^\d{4}$/;
export const isYear = (period: string): boolean => YEAR.test(period);

/** Days of the calendar in a month YYYY-MM. */
export const daysOfMonth = (month: string): number => daysInMonth(Number(month.slice(0, 4)), Number(month.slice(5)));

/** Days of the calendar in a period made of a year or whole months; 0 for any other. */
export const daysOf = (period: string): number =>
  isYear(period) ? daysInYear(Number(period)) : monthsOf(period).reduce((sum, month) => sum + daysOfMonth(month), 0);

/** The same period `by` years on: 2017-10..2018-03 → 2016-10..2017-03 for -1. */
export const yearsOn = (period: string, by: number): string =>
  period.replace(/\d{4}/g, (year) => String(Number(year) + by));
