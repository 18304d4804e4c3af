/** Calendar arithmetic on `YYYY`, `YYYY-MM` and `YYYY-MM-DD` strings; no clock, no time zone. */

export function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInYear(year: number): 365 | 366 {
  return isLeap(year) ? 366 : 365;
}

/** @param month 1 to 12 */
export function daysInMonth(year: number, month: number): number {
  return [31, isLeap(year) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31][month - 1] ?? 0;
}

/** Whether a partial date (`2018`, `2018-07`, `2018-07-03`) names a day, month or year that exists. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(text) ?? [];
  if (!year) return false;
  if (month && (Number(month) < 1 || Number(month) > 12)) return false;
  return !day || (Number(day) >= 1 && Number(day) <= daysInMonth(Number(year), Number(month)));
}

export function yearOf(date: string): number {
  return Number(date.slice(0, 4));
}

/** Whether `from ≤ date ≤ to`, comparing only as far as the shorter date is known; an open end is null. */
export function within(date: string, from: string | null, to: string | null): boolean {
  return (from === null || compared(date, from) >= 0) && (to === null || compared(date, to) <= 0);
}

function compared(a: string, b: string): -1 | 0 | 1 {
  const length = Math.min(a.length, b.length);
  const [one, other] = [a.slice(0, length), b.slice(0, length)];
  return one < other ? -1 : one > other ? 1 : 0;
}

/** The day after (or `by` days after, negative: before) a day YYYY-MM-DD. */
export function dayAfter(day: string, by = 1): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, date + by)).toISOString().slice(0, 10);
}
