import type { At, Basis, Capture, CityMonth, CityYear, Method, Pollutant, Statistic, Subject } from '../types.ts';
import type { Row } from './read-table.ts';

/** air/city-year.csv, row by row. */
export function parseCityYears(rows: readonly Row[]): At<CityYear>[] {
  return rows.map((row) => ({
    at: row.at,
    code: row.text('code'),
    year: row.number('year'),
    subject: row.text('subject') as Subject,
    statistic: row.text('statistic') as Statistic,
    value: row.numberOrNull('value'),
    validDays: row.numberOrNull('valid_days'),
    capture: row.text('capture') as Capture,
    basis: row.text('basis') as Basis,
    method: row.text('method') as Method,
    source: row.text('source'),
  }));
}

/** air/city-month.csv, row by row. */
export function parseCityMonths(rows: readonly Row[]): CityMonth[] {
  return rows.map((row) => ({
    code: row.text('code'),
    month: row.text('month'),
    subject: row.text('subject') as Pollutant,
    statistic: row.text('statistic'),
    value: row.numberOrNull('value'),
    validDays: row.numberOrNull('valid_days'),
    basis: row.text('basis') as Basis,
    method: row.text('method') as Method,
    source: row.text('source'),
  }));
}
