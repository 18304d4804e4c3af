import type { Fault, FaultLog } from './faults.ts';
import { itemAt } from './layout.ts';

const LF = 10;
const COMMA = 44;
const ZERO = 48;

/** What a line begins with: its row of the grid (pollutant × 24 + label), and where its fourth cell begins. */
export type Lead = Readonly<{ row: number; cells: number }>;

/**
 * Reads how a line begins; null when it belongs to no row that is read, which is noted where it is a fault.
 *
 * @param at where the line begins
 * @param end of the file
 * @param date the file's day, YYYYMMDD as a number
 */
export function readLead(
  bytes: Buffer,
  at: number,
  end: number,
  date: number,
  line: number,
  faults: FaultLog,
): Lead | null {
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
  return item < 0 || bytes[q] === LF ? null : { row: item * 24 + hour, cells: q + 1 };
}

/** A line cut off within its first three cells is noted as cut elsewhere, not as false. */
function noteLead(
  fault: Fault,
  bytes: Buffer,
  at: number,
  q: number,
  end: number,
  line: number,
  faults: FaultLog,
): null {
  if (q < end) noteRow(fault, bytes, at, line, faults);
  return null;
}

/** Notes a line by how it begins. */
export function noteRow(fault: Fault, bytes: Buffer, at: number, line: number, faults: FaultLog): void {
  faults.note(fault, line, () => `“${printable(bytes, at, Math.min(at + 24, bytes.indexOf(LF, at)))}”`);
}

export const printable = (bytes: Buffer, from: number, to: number): string =>
  bytes
    .toString('latin1', from, to)
    .replace(/[^ -~]/g, '·')
    .trimEnd();
