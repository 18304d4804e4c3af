import { stringify } from 'csv-stringify/sync';

/** One reason why a row was not taken: a row with two faults has two. */
export type Rejection = Readonly<{
  file: string;
  /** Row number as a spreadsheet program shows it. */
  row: number;
  /** Column of the spreadsheet; empty where the fault is not in one. */
  column: string;
  value: string;
  rule: string;
  message: string;
  remedy: string;
}>;

const COLUMNS = ['file', 'row', 'column', 'value', 'rule', 'message', 'remedy'] as const;

export const rejectedCsv = (rejections: readonly Rejection[]): string =>
  stringify([[...COLUMNS], ...rejections.map((rejection) => COLUMNS.map((column) => rejection[column]))]);

/** Columns a terminal gives to a text: Chinese characters take two. */
const width = (text: string): number => [...text].reduce((sum, char) => sum + (/[ᄀ-￯]/.test(char) ? 2 : 1), 0);

function cut(text: string, most: number): string {
  const chars = [...text.replace(/\s+/g, ' ')];
  while (width(chars.join('')) > most) chars.splice(-2, 2, '…');
  return chars.join('');
}

/** All rejections as a table for a terminal, each with what to do on a line of its own. */
export function rejectedTable(rejections: readonly Rejection[]): string {
  const rows = rejections.map(({ row, column, value, rule, message }) => [
    String(row),
    cut(column, 20),
    cut(value, 24),
    rule,
    message,
  ]);
  const head = ['row', 'column', 'value', 'rule', 'what is wrong, and what to do'];
  const widths = head.map((name, i) => Math.max(width(name), ...rows.map((cells) => width(cells[i] ?? ''))));
  const line = (cells: readonly string[]) =>
    cells
      .map((cell, i) => (i === cells.length - 1 ? cell : cell + ' '.repeat((widths[i] ?? 0) - width(cell))))
      .join('  ');
  const margin = ' '.repeat(widths.slice(0, 4).reduce((sum, one) => sum + one + 2, 0));
  return [line(head), ...rows.flatMap((cells, i) => [line(cells), `${margin}→ ${rejections[i]?.remedy ?? ''}`])].join(
    '\n',
  );
}
