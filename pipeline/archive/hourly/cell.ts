import type { FaultLog } from './faults.ts';
import { printable } from './lead.ts';

const LF = 10;
const CR = 13;
const COMMA = 44;
const POINT = 46;
const ZERO = 48;

/** Where a cell ends: at a comma, a line feed, or the carriage return before it. */
export function endOfCell(bytes: Buffer, from: number): number {
  let q = from;
  while (bytes[q] !== COMMA && bytes[q] !== LF && (bytes[q] !== CR || bytes[q + 1] !== LF)) q += 1;
  return q;
}

/**
 * Any cell as its value; NaN where it is empty, and where it is refused, which is noted.
 *
 * @param highest a value above it is refused
 */
export function readCell(
  bytes: Buffer,
  from: number,
  to: number,
  highest: number,
  line: number,
  faults: FaultLog,
): number {
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

function noteRefused(text: string, line: number, faults: FaultLog): void {
  faults.note(/^-\d+(\.\d+)?$/.test(text) ? 'negative' : 'not-a-number', line, () => `“${text}”`);
}

const textOf = (bytes: Buffer, from: number, to: number): string => printable(bytes, from, Math.min(to, from + 40));
