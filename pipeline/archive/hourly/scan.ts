import { POLLUTANTS } from '../../types.ts';
import { HIGHEST_HOUR } from '../plausibility.ts';
import { endOfCell, readCell } from './cell.ts';
import type { FaultLog } from './faults.ts';
import type { HourGrid } from './hour-grid.ts';
import type { Layout } from './layout.ts';
import { noteRow, readLead } from './lead.ts';
import { type Cursor, readPlainCells } from './plain-cells.ts';

const HIGHEST = POLLUTANTS.map((pollutant) => HIGHEST_HOUR[pollutant]);
const LF = 10;
const CR = 13;
const COMMA = 44;

/** A row that is being read: its place in the file and in the grid. */
type Row = Cursor & Readonly<{ row: number; line: number; begins: number }>;

/**
 * Reads the rows of one file into a grid, byte by byte: no strings are made, and rows that are not read are passed over in
 * one search for the line end. Every digit is looked at as a digit, so that a letter is never misread as one.
 *
 * @param bytes the file; `bytes[end]` must be a line feed, which ends a last line that has none, and three bytes follow
 * @param start where the second line begins
 * @param date the file's day, YYYYMMDD as a number
 */
export function scanRows(
  bytes: Buffer,
  start: number,
  end: number,
  date: number,
  layout: Layout,
  grid: HourGrid,
  faults: FaultLog,
): void {
  const { seen } = grid;
  const reader = new RowReader(bytes, end, layout, grid, faults);
  let line = 1;
  let next = start;
  for (let at = start; at < end; at = next) {
    line += 1;
    const to = bytes.indexOf(LF, at);
    next = to + 1;
    if (to === at || (to === at + 1 && bytes[at] === CR)) continue;
    const lead = readLead(bytes, at, end, date, line, faults);
    if (lead === null) {
      if (to >= end) noteCut(bytes, at, end, layout.places.length, line, faults);
      continue;
    }
    const { row, cells } = lead;
    // Whether a row counts is known when it has been read: one with too few cells leaves its place to the next.
    if (reader.isWaiting(row)) reader.readWaiting();
    if (seen[row] === 1) noteRow('duplicate-hour', bytes, at, line, faults);
    else reader.take({ row, pollutant: Math.floor(row / 24), base: row * grid.stride, line, begins: at, at: cells });
  }
  reader.readWaiting();
  grid.settle();
}

/** Reads rows two by two (plain-cells.ts). */
class RowReader {
  #waiting: Row | null = null;
  readonly #bytes: Buffer;
  readonly #end: number;
  readonly #places: Int32Array;
  readonly #grid: HourGrid;
  readonly #faults: FaultLog;

  constructor(bytes: Buffer, end: number, { places }: Layout, grid: HourGrid, faults: FaultLog) {
    this.#bytes = bytes;
    this.#end = end;
    this.#places = places;
    this.#grid = grid;
    this.#faults = faults;
  }

  isWaiting(row: number): boolean {
    return this.#waiting?.row === row;
  }

  /** Reads a row together with the one that waits, or has it wait for the next. */
  take(row: Row): void {
    const other = this.#waiting;
    this.#waiting = other === null ? row : null;
    if (other) this.#readBoth(other, row);
  }

  readWaiting(): void {
    if (this.#waiting) this.#readRest(this.#waiting, 0);
    this.#waiting = null;
  }

  #readBoth(first: Row, second: Row): void {
    let cell = 0;
    for (;;) {
      cell = readPlainCells(this.#bytes, first, second, cell, this.#places, this.#grid.values);
      if (cell === this.#places.length) break;
      const firstGoesOn = this.#readCell(first, cell);
      const secondGoesOn = this.#readCell(second, cell);
      if (firstGoesOn && secondGoesOn) {
        cell += 1;
        continue;
      }
      if (firstGoesOn) this.#readRest(first, cell + 1);
      else this.#endRow(first, cell);
      if (secondGoesOn) this.#readRest(second, cell + 1);
      else this.#endRow(second, cell);
      return;
    }
    this.#endRow(first, cell);
    this.#endRow(second, cell);
  }

  #readRest(row: Row, from: number): void {
    let cell = from;
    while (cell < this.#places.length && this.#readCell(row, cell)) cell += 1;
    this.#endRow(row, cell);
  }

  /** @returns whether a comma, and so another cell, follows */
  #readCell(row: Row, cell: number): boolean {
    const bytes = this.#bytes;
    const to = endOfCell(bytes, row.at);
    // The last cell of a line that is cut off may be half a number, and is no fault of its own.
    const cut = to >= this.#end && cell < this.#places.length - 1;
    const highest = HIGHEST[row.pollutant] as number;
    const value = cut ? Number.NaN : readCell(bytes, row.at, to, highest, row.line, this.#faults);
    this.#grid.values[row.base + (this.#places[cell] as number)] = value;
    const goesOn = bytes[to] === COMMA;
    row.at = goesOn ? to + 1 : to;
    return goesOn;
  }

  /** @param cell the last that was read, or the number of cells when others follow */
  #endRow({ row, base, line, begins, at }: Row, cell: number): void {
    const bytes = this.#bytes;
    const width = this.#places.length;
    const to = bytes.indexOf(LF, at);
    const exact = cell === width - 1;
    if (!exact && to >= this.#end && cell < width) {
      // What stands last may be the beginning of a longer number.
      this.#places.subarray(cell).forEach((place) => {
        this.#grid.values[base + place] = Number.NaN;
      });
      noteCut(bytes, begins, this.#end, width, line, this.#faults);
    } else if (!exact) {
      noteLength(bytes, begins, to, width, line, this.#faults);
      return;
    }
    this.#grid.seen[row] = 1;
  }
}

/** Notes a row that has not as many cells as the header. */
function noteLength(bytes: Buffer, at: number, end: number, width: number, line: number, faults: FaultLog): void {
  faults.note('row-length', line, () => `the first has ${countCells(bytes, at, end)} instead of ${width + 3}`);
}

/** Notes a last line that has fewer cells than the header. */
function noteCut(bytes: Buffer, at: number, end: number, width: number, line: number, faults: FaultLog): void {
  const cells = countCells(bytes, at, end);
  if (cells < width + 3) faults.note('truncated-line', line, () => `${cells} of ${width + 3} cells`);
}

function countCells(bytes: Buffer, at: number, end: number): number {
  let cells = 1;
  for (let q = at; q < end; q++) if (bytes[q] === COMMA) cells += 1;
  return cells;
}
