import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { decode } from './decode.ts';

/** The cells of the first line; empty for an empty file. */
export function firstLine(bytes: Uint8Array): string[] {
  const [line = ''] = decode(bytes).split(/\r?\n/, 1);
  try {
    return (parse(line, { relax_column_count: true, relax_quotes: true }) as string[][])[0] ?? [];
  } catch {
    return line.split(',');
  }
}

/**
 * All rows as text, none left out, so that index + 1 is the line a person sees in an editor. An empty line is one empty cell.
 * Rows of another length are passed on for the adapter to report.
 */
export function rowsOf(bytes: Uint8Array): string[][] {
  return parse(decode(bytes), { relax_column_count: true, relax_quotes: true });
}

/** `包头` for `/raw/包头.csv`: the only place where some archives name the city. */
export function nameOf(file: string): string {
  return path.basename(file, path.extname(file)).normalize('NFC').trim();
}
