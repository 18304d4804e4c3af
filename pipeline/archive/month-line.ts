import { monthlyCapture } from '../standards/data-capture.ts';
import type { Capture, CityMonth, Method } from '../types.ts';
import { storedValue } from './stored-value.ts';

export const MONTH_COLUMNS = 'code,month,subject,statistic,value,valid_days,basis,method,source';

/**
 * A row of city-month.csv as the line it is in the table. There are a hundred thousand of them a year of hours: as lines they
 * take a tenth of the memory and time that objects would, and most only pass through. No cell needs quotes: codes, ids and
 * numbers.
 */
export type MonthLine = string;

export function monthLine(row: CityMonth): MonthLine {
  const { code, month, subject, statistic, validDays, basis, method, source } = row;
  const value = storedValue(row.value, subject, method);
  return `${code},${month},${subject},${statistic},${value},${validDays ?? ''},${basis},${method},${source}`;
}

/** What a line competes by. */
export type MonthParts = Readonly<{ year: number; method: Method; capture: Capture }>;

export function partsOf(line: MonthLine): MonthParts {
  const [, month = '', , , value = '', days = '', , method = ''] = line.split(',');
  const year = Number(month.slice(0, 4));
  return { year, method: method as Method, capture: captureOf(year, Number(month.slice(5)), value, days) };
}

function captureOf(year: number, month: number, value: string, days: string): Capture {
  if (value === '') return 'insufficient';
  return days === '' ? 'unknown' : monthlyCapture(year, month, Number(days));
}

/** Code, month, subject and statistic: what a line is about. */
export function keyOf(line: MonthLine): string {
  let at = -1;
  for (let cell = 0; cell < 4; cell++) at = line.indexOf(',', at + 1);
  return line.slice(0, at);
}
