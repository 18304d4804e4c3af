import { POLLUTANTS } from '../../types.ts';
import { HIGHEST_HOUR } from '../plausibility.ts';
import type { Fault, FaultLog } from './faults.ts';
import type { HourGrid } from './hour-grid.ts';
import { itemAt, type Layout } from './layout.ts';

const HIGHEST = POLLUTANTS.map((pollutant) => HIGHEST_HOUR[pollutant]);
const LF = 10;
const CR = 13;
const COMMA = 44;
const POINT = 46;
const ZERO = 48;

/**
 * Reads the rows of one file into a grid, byte by byte: no strings are made, and rows that are not read are passed over in
 * one search for the line end. Every digit is looked at as a digit, so that a letter is never misread as one.
 *
 * @param bytes the file; `bytes[end]` must be a line feed, which ends a last line that has none
 * @param start where the second line begins
 * @param date the file's day, YYYYMMDD as a number
 */
export function scanRows(
  bytes: Buffer,
  start: number,
  end: number,
  date: number,
  { places }: Layout,
  grid: HourGrid,
  faults: FaultLog,
): void {
  const { values, seen } = grid;
  const width = places.length;
  let line = 1;
  let at = start;
  while (at < end) {
    line += 1;
    const first = bytes[at];
    if (first === LF || (first === CR && bytes[at + 1] === LF)) {
      at += first === LF ? 1 : 2;
      continue;
    }
    const row = readLead(bytes, at, end, date, line, faults);
    if (row < 0) {
      const next = bytes.indexOf(LF, at);
      if (next >= end) noteCut(bytes, at, end, width, line, faults);
      at = next + 1;
      continue;
    }
    if (seen[row] === 1) {
      noteRow('duplicate-hour', bytes, at, line, faults);
      at = bytes.indexOf(LF, at) + 1;
      continue;
    }
    seen[row] = 1;
    const pollutant = (row / 24) | 0;
    const base = grid.row(pollutant, row % 24);
    const highest = HIGHEST[pollutant] as number;
    let q = cellsAt(bytes, at);
    let cell = 0;
    for (; cell < width; cell++) {
      const from = q;
      let byte = bytes[q] as number;
      // Whole numbers stay whole numbers until they are stored: that is what makes this loop fast.
      let whole = 0;
      while ((byte - ZERO) >>> 0 < 10) {
        whole = (whole * 10 + byte - ZERO) | 0;
        byte = bytes[++q] as number;
      }
      if (byte === COMMA && q - from < 9 && whole <= highest) {
        values[base + (places[cell] as number)] = q > from ? whole : Number.NaN;
        q += 1;
        continue;
      }
      // One decimal, as all of CO has.
      const tenths = (bytes[q + 1] as number) - ZERO;
      if (
        byte === POINT &&
        tenths >>> 0 < 10 &&
        bytes[q + 2] === COMMA &&
        q > from &&
        q - from < 9 &&
        whole < highest
      ) {
        values[base + (places[cell] as number)] = (whole * 10 + tenths) / 10;
        q += 3;
        continue;
      }
      q = endOfCell(bytes, q);
      byte = bytes[q] as number;
      // The last cell of a line that is cut off may be half a number, and is no fault of its own.
      const cut = q >= end && cell < width - 1;
      values[base + (places[cell] as number)] = cut ? Number.NaN : readCell(bytes, from, q, highest, line, faults);
      if (byte !== COMMA) break;
      q += 1;
    }
    // A cell ended by anything but a comma was the last; had the row all its cells, that was the header's last too.
    const exact = cell === width - 1;
    while (bytes[q] !== LF) q += 1;
    if (!exact && q >= end && cell < width) {
      // What stands last may be the beginning of a longer number.
      for (let i = cell; i < width; i++) values[base + (places[i] as number)] = Number.NaN;
      noteCut(bytes, at, end, width, line, faults);
    } else if (!exact) {
      seen[row] = 0;
      noteLength(bytes, at, q, width, line, faults);
    }
    if (seen[row] === 1) grid.add(pollutant, row % 24);
    at = q + 1;
  }
  grid.emptyUnseen();
}

/** Where a cell ends: at a comma, a line feed, or the carriage return before it. */
function endOfCell(bytes: Buffer, from: number): number {
  let q = from;
  while (bytes[q] !== COMMA && bytes[q] !== LF && (bytes[q] !== CR || bytes[q + 1] !== LF)) q += 1;
  return q;
}

/** A cell that is no small whole number: with decimals, the last of its row, refused, or empty. NaN where it has no value. */
function readCell(bytes: Buffer, from: number, to: number, highest: number, line: number, faults: FaultLog): number {
  if (from === to) return Number.NaN;
  let value = 0;
  let scale = 0;
  for (let q = from; q < to; q++) {
    const byte = bytes[q] as number;
    if ((byte - ZERO) >>> 0 < 10) {
      value = value * 10 + byte - ZERO;
      scale *= 10;
    } else if (byte === POINT && scale === 0 && q > from && q < to - 1) scale = 1;
    else {
      noteRefused(textOf(bytes, from, to), line, faults);
      return Number.NaN;
    }
  }
  if (scale > 1) value /= scale;
  if (value <= highest) return value;
  faults.note('implausible', line, () => textOf(bytes, from, to));
  return Number.NaN;
}

/** The row of the grid that a line belongs to; -1 when it belongs to none, which is noted where it is a fault. */
function readLead(bytes: Buffer, at: number, end: number, date: number, line: number, faults: FaultLog): number {
  let q = at;
  let day = 0;
  while (((bytes[q] as number) - ZERO) >>> 0 < 10) day = day * 10 + (bytes[q++] as number) - ZERO;
  if (bytes[q] !== COMMA || day !== date) {
    return noteLead('wrong-date', bytes, at, q, end, line, faults);
  }
  const hourAt = ++q;
  let hour = 0;
  while (((bytes[q] as number) - ZERO) >>> 0 < 10) hour = hour * 10 + (bytes[q++] as number) - ZERO;
  if (bytes[q] !== COMMA || q === hourAt || hour > 23) {
    return noteLead('bad-hour', bytes, at, q, end, line, faults);
  }
  const typeAt = ++q;
  while (bytes[q] !== COMMA && bytes[q] !== LF) q += 1;
  const item = itemAt(bytes, typeAt, q);
  if (item === null) return noteLead('unknown-type', bytes, at, q, end, line, faults);
  return item < 0 || bytes[q] === LF ? -1 : item * 24 + hour;
}

/** Where the fourth cell begins. */
function cellsAt(bytes: Buffer, at: number): number {
  return bytes.indexOf(COMMA, bytes.indexOf(COMMA, bytes.indexOf(COMMA, at) + 1) + 1) + 1;
}

/** A line cut off within its first three cells is noted as cut elsewhere, not as false. */
function noteLead(fault: Fault, bytes: Buffer, at: number, q: number, end: number, line: number, faults: FaultLog): -1 {
  if (q < end) noteRow(fault, bytes, at, line, faults);
  return -1;
}

// No closure may stand in scanRows or readLead themselves: what it captures would live on the heap, and the loop would be half as fast.
function noteRow(fault: Fault, bytes: Buffer, at: number, line: number, faults: FaultLog): void {
  faults.note(fault, line, () => leadOf(bytes, at));
}

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

function noteRefused(text: string, line: number, faults: FaultLog): void {
  faults.note(/^-\d+(\.\d+)?$/.test(text) ? 'negative' : 'not-a-number', line, () => `“${text}”`);
}

const textOf = (bytes: Buffer, from: number, to: number): string =>
  printable(bytes.toString('latin1', from, Math.min(to, from + 40)));

/** The beginning of a line, to tell it by. */
function leadOf(bytes: Buffer, at: number): string {
  return `“${printable(bytes.toString('latin1', at, Math.min(at + 24, bytes.indexOf(LF, at))))}”`;
}

const printable = (text: string): string => text.replace(/[^ -~]/g, '·').trimEnd();
