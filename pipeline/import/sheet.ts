import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import type { CellValue, Worksheet } from 'exceljs';
import { decode } from '../archive/decode.ts';
import { ChinaAirError, nearest } from '../errors.ts';
import { dateOfCell } from './cell-date.ts';

/** A cell as the file holds it: dates as YYYY-MM-DD (shorter where the cell shows no day), formulas by their result; an error of the spreadsheet program by its name. */
export type RawCell = string | number | null | Readonly<{ error: string }>;
export type SheetRow = Readonly<{ at: number; cells: readonly RawCell[] }>;
export type Sheet = Readonly<{
  /** Name of the sheet; null for a CSV file, which has none. */
  name: string | null;
  header: readonly string[];
  /** Rows that are not blank; `at` is the row number a spreadsheet program shows. */
  rows: readonly SheetRow[];
}>;

const usage = (code: string, message: string, remedy: string, cause?: unknown) =>
  new ChinaAirError({ code, exit: 2, message, remedy, cause });

function textOf(value: CellValue, format: string | undefined): RawCell {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'boolean') return String(value);
  if (value instanceof Date) return dateOfCell(value, format);
  if ('error' in value) return { error: String(value.error) };
  if ('richText' in value) return value.richText.map(({ text }) => text).join('');
  if ('hyperlink' in value) return textOf(value.text as CellValue, format);
  return 'result' in value ? textOf(value.result as CellValue, format) : null;
}

/** The sheet that is meant: the one named, else the first that is not empty. */
function chosen(sheets: readonly Worksheet[], wanted: string | null, file: string): Worksheet {
  const names = sheets.map(({ name }) => name);
  const found =
    wanted === null
      ? sheets.find(({ actualRowCount }) => actualRowCount > 0)
      : sheets.find(({ name }) => name === wanted);
  if (found) return found;
  if (wanted === null) throw usage('empty', `${file} is empty.`, 'Give a file with a header and at least one row.');
  const near = nearest(wanted, names).join(', ');
  throw usage('no-sheet', `${file} has no sheet “${wanted}”.`, `Correct --sheet; the nearest are ${near}.`);
}

async function readXlsx(file: string, wanted: string | null): Promise<Readonly<{ name: string; rows: SheetRow[] }>> {
  // Loading the library takes longer than most files: only who reads a workbook pays for it.
  const { default: ExcelJS } = await import('exceljs');
  const book = new ExcelJS.Workbook();
  try {
    await book.xlsx.readFile(file);
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw usage('unreadable', `${file} cannot be read as a workbook: ${why}`, 'Save it anew as .xlsx or .csv.', cause);
  }
  const sheet = chosen(book.worksheets, wanted, file);
  const rows: SheetRow[] = [];
  sheet.eachRow((row, at) => {
    const cells: RawCell[] = [];
    row.eachCell((cell, column) => {
      cells[column - 1] = textOf(cell.value, cell.numFmt);
    });
    rows.push({ at, cells: Array.from(cells, (cell) => cell ?? null) });
  });
  return { name: sheet.name, rows };
}

/** Comma, semicolon or tab: whichever the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1);
  const count = (mark: string) => line.split(mark).length;
  return [',', ';', '\t'].reduce((best, mark) => (count(mark) > count(best) ? mark : best));
}

function readCsv(file: string): SheetRow[] {
  const text = decode(readFileSync(file));
  try {
    const records: string[][] = parse(text, { bom: true, relax_column_count: true, delimiter: delimiterOf(text) });
    return records.map((cells, i) => ({ at: i + 1, cells }));
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw usage(
      'unreadable',
      `${file} cannot be read as CSV: ${why}`,
      'Quote cells that hold commas or quotes.',
      cause,
    );
  }
}

const isBlank = ({ cells }: SheetRow): boolean =>
  cells.every((cell) => cell === null || (typeof cell === 'string' && cell.trim() === ''));

/**
 * Reads a sheet of a workbook (.xlsx), or a CSV file (UTF-8, or GB18030 as Chinese spreadsheet programs write it).
 *
 * @param sheet name of the sheet; null: the first that is not empty
 * @param headerRow number of the row with the names of the columns, as a spreadsheet program counts
 * Errors, exit 2: no-file, file-form, unreadable, no-sheet, empty.
 */
export async function readSheet(file: string, sheet: string | null, headerRow: number): Promise<Sheet> {
  if (!existsSync(file) || !statSync(file).isFile())
    throw usage('no-file', `There is no file ${file}.`, 'Correct the name of the file.');
  const form = path.extname(file).toLowerCase();
  if (form !== '.xlsx' && form !== '.csv')
    throw usage('file-form', `${file} is neither .xlsx nor .csv.`, 'Save it as .xlsx or .csv.');
  if (form === '.csv' && sheet !== null)
    throw usage('no-sheet', `${file} is CSV and has no sheets.`, 'Leave out --sheet, or give the workbook.');
  const read = form === '.xlsx' ? await readXlsx(file, sheet) : { name: null, rows: readCsv(file) };
  const header = read.rows.find(({ at }) => at === headerRow);
  const rows = read.rows.filter((row) => row.at > headerRow && !isBlank(row));
  if (!header || rows.length === 0) {
    const what = header ? 'has a header and no rows' : `has nothing in row ${headerRow}, where its header should be`;
    throw usage('empty', `${file} ${what}.`, 'Give a file with a header and at least one row.');
  }
  const names = Array.from(header.cells, (cell) =>
    cell === null || typeof cell === 'object' ? '' : String(cell).trim(),
  );
  return { name: read.name, header: names, rows };
}
