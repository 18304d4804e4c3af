import { isDate } from '../dates.ts';

/** The date of a spreadsheet's cell, as exact as the cell shows it: a cell that shows “2017年8月” holds a day nobody meant. */
export function dateOfCell(value: Date, format = 'yyyy-mm-dd'): string {
  const day = value.toISOString().slice(0, 10);
  const shown = format.toLowerCase().replace(/\[[^\]]*\]|"[^"]*"/g, '');
  if (/d/.test(shown) || !/y/.test(shown)) return day;
  return /m/.test(shown) ? day.slice(0, 7) : day.slice(0, 4);
}

/** A form in which dates are written: YYYY, MM or M, DD or D, and anything else as it stands. */
export type DateForm = Readonly<{ text: string; pattern: RegExp }>;

/** Null when the text has no YYYY, or a day and no month. */
export function dateForm(text: string): DateForm | null {
  if (!text.includes('YYYY') || (/D/.test(text) && !/M/.test(text))) return null;
  const escaped = text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
  const pattern = escaped
    .replace('YYYY', '(?<year>\\d{4})')
    .replace(/MM?/, '(?<month>\\d{1,2})')
    .replace(/DD?/, '(?<day>\\d{1,2})');
  return { text, pattern: new RegExp(`^${pattern}$`) };
}

/** Forms that cannot be meant otherwise. Days and months the other way round have to be named in the map. */
const PLAIN = [
  'YYYY-M-D',
  'YYYY/M/D',
  'YYYY.M.D',
  'YYYY年M月D日',
  'YYYY年M月D号',
  'YYYY-M',
  'YYYY/M',
  'YYYY.M',
  'YYYY年M月',
  'YYYY年',
  'YYYY',
  'YYYYMMDD',
].flatMap((text) => {
  const form = dateForm(text);
  return form ? [text === 'YYYYMMDD' ? { text, pattern: /^(?<year>\d{4})(?<month>\d\d)(?<day>\d\d)$/ } : form] : [];
});

/** Days since 1899-12-30, as spreadsheets count; of 1990 to 2099, since any other number is not meant as a day. */
const SERIAL = { from: 32874, to: 73050 };

/**
 * A date as YYYY, YYYY-MM or YYYY-MM-DD from what a spreadsheet holds: text in a plain form or one of `more`, with or without
 * a time of day; a day as the number a spreadsheet stores. Null when it is none, or no day that exists.
 */
export function readDate(value: string, more: readonly DateForm[] = []): string | null {
  const text = value
    .normalize('NFKC')
    .replace(/[T ]\d{1,2}:\d{2}(:\d{2}(\.\d+)?)?Z?$/, '')
    .replace(/\s+/g, '');
  const serial = /^\d{5}(\.\d+)?$/.test(text) ? Math.floor(Number(text)) : 0;
  if (serial >= SERIAL.from && serial <= SERIAL.to)
    return new Date(Date.UTC(1899, 11, 30) + serial * 86_400_000).toISOString().slice(0, 10);
  for (const { pattern } of [...more, ...PLAIN]) {
    const { year, month, day } = pattern.exec(text)?.groups ?? {};
    if (!year) continue;
    const date = [year, month?.padStart(2, '0'), day?.padStart(2, '0')].filter(Boolean).join('-');
    return isDate(date) ? date : null;
  }
  return null;
}
