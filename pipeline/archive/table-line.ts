import { monthlyCapture } from '../standards/data-capture.ts';
import type { Capture, CityMonth, CityYear, Method } from '../types.ts';
import { storedValue } from './stored-value.ts';

/**
 * A row of city-year.csv or city-month.csv as the line it is there. A year of hours gives a hundred thousand: as lines they
 * take a tenth of the memory and time that objects would, and most only pass through. No cell needs quotes: codes, ids and
 * numbers. The first four cells (code, year or month, subject, statistic) are the key, and lines stand in its order.
 */
export type TableLine = string;

/** What a line competes by (merge.ts). */
export type LineParts = Readonly<{ year: number; method: Method; capture: Capture }>;

/** The two tables. */
export type LineTable = Readonly<{ file: string; header: string; partsOf: (line: TableLine) => LineParts }>;

export const YEAR_TABLE: LineTable = {
  file: 'city-year.csv',
  header: 'code,year,subject,statistic,value,valid_days,capture,basis,method,source',
  partsOf: (line) => {
    const [, year, , , , , capture, , method] = line.split(',');
    return { year: Number(year), method: method as Method, capture: capture as Capture };
  },
};

export const MONTH_TABLE: LineTable = {
  file: 'city-month.csv',
  header: 'code,month,subject,statistic,value,valid_days,basis,method,source',
  partsOf: (line) => {
    const [, month = '', , , value = '', days = '', , method] = line.split(',');
    const year = Number(month.slice(0, 4));
    return { year, method: method as Method, capture: captureOf(year, Number(month.slice(5)), value, days) };
  },
};

function captureOf(year: number, month: number, value: string, days: string): Capture {
  if (value === '') return 'insufficient';
  return days === '' ? 'unknown' : monthlyCapture(year, month, Number(days));
}

/** What all rows of an archive and a year share. */
export type Origin = Pick<CityYear, 'basis' | 'method' | 'source'>;

export function yearLine(row: Omit<CityYear, keyof Origin>, { basis, method, source }: Origin): TableLine {
  const { code, year, subject, statistic, validDays, capture } = row;
  const value = storedValue(row.value, subject, method);
  return line([code, year, subject, statistic, value, validDays, capture, basis, method, source]);
}

export function monthLine(row: Omit<CityMonth, keyof Origin>, { basis, method, source }: Origin): TableLine {
  const { code, month, subject, statistic, validDays } = row;
  const value = storedValue(row.value, subject, method);
  return line([code, month, subject, statistic, value, validDays, basis, method, source]);
}

/** The year of a line: what follows its code. */
export function yearOfLine(line: TableLine): number {
  const at = line.indexOf(',') + 1;
  return Number(line.slice(at, at + 4));
}

/** Joined rather than added up: a sum of strings keeps all its parts, and takes eight times the memory. */
const line = (cells: readonly (string | number | null)[]): TableLine => cells.join();

/** Code, year or month, subject and statistic: what a line is about. */
export function keyOf(line: TableLine): string {
  let at = -1;
  for (let cell = 0; cell < 4; cell++) at = line.indexOf(',', at + 1);
  return line.slice(0, at);
}
