import { closeSync, fstatSync, openSync, readSync } from 'node:fs';
import path from 'node:path';
import { constants, crc32, gunzipSync } from 'node:zlib';
import { FaultLog } from './faults.ts';
import type { HourGrid } from './hour-grid.ts';
import { type Columns, type Layout, LEAD, readLayout } from './layout.ts';
import { scanRows } from './scan.ts';

/** The day of a file: the eight digits in its name; null where there are none. `20190408` for `china_sites_20190408.csv`. */
export function dayOfName(file: string): string | null {
  const [, year, month, day] = /(?<!\d)(20\d\d)(\d\d)(\d\d)(?!\d)/.exec(path.basename(file)) ?? [];
  if (!year) return null;
  const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day)));
  return date.toISOString().slice(0, 10) === `${year}-${month}-${day}` ? `${year}-${month}-${day}` : null;
}

/** What is remembered of a file once it has been read. */
export type FileFacts = Readonly<{
  /** Hours (labels) with at least one row. */
  labels: readonly number[];
  /** The columns that count, in the order of the header; empty when there is none. */
  names: readonly string[];
  /** Values per column, for columns of which nothing is known. */
  strangers: Readonly<Record<string, number>>;
  faults: FaultLog;
}>;

/** A header as it stands, what it says, and the columns of which nothing is known. */
type Headed = Readonly<{ text: string; layout: Layout; strangers: readonly string[] }>;

/** A line feed that ends the last line, and what scanRows may read beyond it. */
const BEYOND = 4;

/** One buffer for all files, so that memory stays flat; it grows to the largest file. */
export class FileReader {
  #buffer = Buffer.allocUnsafe(2 << 20);
  #end = 0;
  #held: string | null = null;
  #headed: Headed | null = null;
  readonly #columns: Columns;

  constructor(columns: Columns) {
    this.#columns = columns;
  }

  /** The checksum of a file's bytes, unpacked. */
  checksum(file: string): number {
    this.#load(file);
    return crc32(this.#buffer.subarray(0, this.#end));
  }

  /**
   * The hours of a file.
   *
   * @param date YYYY-MM-DD: rows of another date are left out
   * @param isKnown whether anything is known of a column; the values of the others are counted
   */
  scan(file: string, date: string, grid: HourGrid, isKnown: (name: string) => boolean): FileFacts {
    this.#load(file);
    const faults = new FaultLog();
    const nothing = { labels: [], names: [], strangers: {}, faults };
    if (this.#end === 0) {
      grid.clear(this.#columns.size, null);
      faults.note('empty-file', null);
      return nothing;
    }
    const mark = this.#buffer[0] === 0xef && this.#buffer[1] === 0xbb && this.#buffer[2] === 0xbf ? 3 : 0;
    if (mark > 0) faults.note('bom', 1);
    const lineEnd = this.#buffer.indexOf(10, mark);
    const header = this.#buffer.subarray(mark, this.#buffer[lineEnd - 1] === 13 ? lineEnd - 1 : lineEnd);
    if (header.toString('latin1', 0, LEAD.length) !== LEAD) {
      grid.clear(this.#columns.size, null);
      const begins = header.toString('latin1', 0, 30).replace(/[^ -~]/g, '·');
      faults.note('unknown-form', 1, () => `it begins “${begins}”`);
      return nothing;
    }
    const { layout, strangers } = this.#layoutOf(header, isKnown);
    if (layout.duplicates.length > 0) {
      faults.note('duplicate-column', 1, () => layout.duplicates.slice(0, 12).join(', '), layout.duplicates.length);
    }
    grid.clear(this.#columns.size, layout.places);
    scanRows(this.#buffer, lineEnd + 1, this.#end, Number(date.replaceAll('-', '')), layout, grid, faults);
    const labels = grid.labels();
    if (lineEnd + 1 >= this.#end) faults.note('header-only', 1);
    else if (labels.length < 24) noteHours(labels, faults);
    return { labels, names: layout.names, strangers: countStrangers(strangers, grid, this.#columns), faults };
  }

  /** Most files have the header of the one before. */
  #layoutOf(header: Buffer, isKnown: (name: string) => boolean): Headed {
    const text = header.toString('latin1');
    if (this.#headed?.text !== text) {
      const layout = readLayout(header, this.#columns);
      this.#headed = { text, layout, strangers: layout.names.filter((name) => !isKnown(name)) };
    }
    return this.#headed;
  }

  /** Reads a file, plain or .gz; one that is held already is not read again. */
  #load(file: string): void {
    if (this.#held === file) return;
    this.#end = this.#read(file);
    if (this.#buffer[0] === 0x1f && this.#buffer[1] === 0x8b) this.#unpack();
    this.#buffer[this.#end] = 10;
    this.#held = file;
  }

  #read(file: string): number {
    const handle = openSync(file, 'r');
    try {
      const { size } = fstatSync(handle);
      this.#room(size);
      let end = 0;
      while (end < size) {
        const got = readSync(handle, this.#buffer, end, size - end, null);
        if (got === 0) break;
        end += got;
      }
      return end;
    } finally {
      closeSync(handle);
    }
  }

  /** What of a .gz can be unpacked: of one that is cut off, what came before; of a broken one nothing, so it has no form. */
  #unpack(): void {
    let plain: Buffer;
    try {
      plain = gunzipSync(this.#buffer.subarray(0, this.#end), { finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return;
    }
    this.#room(plain.length);
    plain.copy(this.#buffer);
    this.#end = plain.length;
  }

  #room(bytes: number): void {
    if (this.#buffer.length < bytes + BEYOND) this.#buffer = Buffer.allocUnsafe(bytes + (bytes >> 3) + BEYOND);
  }
}

function noteHours(labels: readonly number[], faults: FaultLog): void {
  const missing = Array.from({ length: 24 }, (_, label) => label).filter((label) => !labels.includes(label));
  faults.note('missing-hours', null, () => missing.join(', '), missing.length);
}

/** The values of columns of which nothing is known. */
function countStrangers(strangers: readonly string[], grid: HourGrid, columns: Columns): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of strangers) {
    counts[name] = grid.countOf(columns.place(name));
  }
  return counts;
}
