import { POLLUTANTS } from '../../types.ts';
import { HIGHEST_HOUR } from '../plausibility.ts';

/**
 * Cells as most are: empty, one to three digits, or one digit with one decimal, and a comma. What such a cell means is looked up
 * by its first three bytes, so that nothing has to be guessed about its length: guessing wrong is what costs time in a
 * loop over digits. Two rows are read side by side, because the beginning of a cell is known only when the one before
 * has been read, and a processor has time for two meanwhile.
 */

const COMMA = 44;
/** Bytes from the comma to beyond the digits, `,-./0123456789:;`, are told by four bits: the byte less a comma's. */
const BITS = 4;
const OTHERS = -1 << BITS;
const POINT = 2;
const FIRST_DIGIT = 4;
const MASK = (1 << (3 * BITS)) - 1;
/** How many bytes a cell takes, its comma among them, stands in three bits of an entry; the index of its value above them. */
const LENGTH = 7;
const INDEX = 3;
/** A length that only cells of three characters have: the fourth byte must be their comma. */
const FOUR = 4;
/** No plain cell begins so. */
const NONE = -1;

const EMPTY = 1000;
const TENTHS = 1001;
/** What the indices stand for: 0 to 999 themselves, then a cell without value, then tenths. */
const VALUES = Float64Array.from({ length: TENTHS + 100 }, (_, i) =>
  i < EMPTY ? i : i === EMPTY ? Number.NaN : (i - TENTHS) / 10,
);

/** The entry of each beginning of a cell. @param highest whole numbers above it are no plain cells */
function entries(highest: number): Int16Array {
  return Int16Array.from({ length: MASK + 1 }, (_, begins) => {
    const [a = 0, b = 0, c = 0] = [2, 1, 0].map((byte) => (begins >> (byte * BITS)) & ~OTHERS);
    const digits = [a, b, c].findIndex((byte) => byte < FIRST_DIGIT || byte > FIRST_DIGIT + 9);
    const [x, y, z] = [a - FIRST_DIGIT, b - FIRST_DIGIT, c - FIRST_DIGIT];
    const whole = (number: number, length: number) => (number <= highest ? (number << INDEX) | length : NONE);
    if (a === 0) return (EMPTY << INDEX) | 1;
    if (digits === 1 && b === 0) return whole(x, 2);
    if (digits === 2 && c === 0) return whole(10 * x + y, 3);
    if (digits < 0) return whole(100 * x + 10 * y + z, FOUR);
    const isTenths = digits === 1 && b === POINT && z >= 0 && z <= 9;
    return isTenths ? ((TENTHS + 10 * x + z) << INDEX) | FOUR : NONE;
  });
}

const WHOLE = entries(EMPTY);
const ENTRIES = POLLUTANTS.map((pollutant) =>
  HIGHEST_HOUR[pollutant] < EMPTY ? entries(HIGHEST_HOUR[pollutant]) : WHOLE,
);

/** Where a row is being read. */
export type Cursor = {
  /** Index in POLLUTANTS. */
  readonly pollutant: number;
  /** Where its values go. */
  readonly base: number;
  /** Where the next cell begins. */
  at: number;
};

/**
 * Reads cells of two rows as long as both are plain, and moves the cursors behind them.
 *
 * @param bytes with three bytes to read beyond the last cell
 * @param places where the value of each cell goes, from the row's base
 * @returns the first cell that is not plain in both rows, or `places.length`
 */
export function readPlainCells(
  bytes: Uint8Array,
  first: Cursor,
  second: Cursor,
  from: number,
  places: Int32Array,
  values: Float64Array,
): number {
  const [entriesA, entriesB] = [ENTRIES[first.pollutant], ENTRIES[second.pollutant]];
  if (!entriesA || !entriesB) return from;
  const baseA = first.base;
  const baseB = second.base;
  let a = first.at;
  let b = second.at;
  let cell = from;
  for (; cell < places.length; cell++) {
    const a0 = (bytes[a] as number) - COMMA;
    const a1 = (bytes[a + 1] as number) - COMMA;
    const a2 = (bytes[a + 2] as number) - COMMA;
    const b0 = (bytes[b] as number) - COMMA;
    const b1 = (bytes[b + 1] as number) - COMMA;
    const b2 = (bytes[b + 2] as number) - COMMA;
    const entryA = entriesA[((a0 << (2 * BITS)) | (a1 << BITS) | a2) & MASK] as number;
    const entryB = entriesB[((b0 << (2 * BITS)) | (b1 << BITS) | b2) & MASK] as number;
    // One test for all that can be wrong: a byte of another kind, no plain cell, a fourth byte that is no comma.
    const others = (a0 | a1 | a2 | b0 | b1 | b2) & OTHERS;
    const fourthA = -((entryA >> 2) & 1) & ((bytes[a + 3] as number) ^ COMMA);
    const fourthB = -((entryB >> 2) & 1) & ((bytes[b + 3] as number) ^ COMMA);
    if ((others | fourthA | fourthB | ((entryA | entryB) >> 31)) !== 0) break;
    const place = places[cell] as number;
    values[baseA + place] = VALUES[entryA >> INDEX] as number;
    values[baseB + place] = VALUES[entryB >> INDEX] as number;
    a += entryA & LENGTH;
    b += entryB & LENGTH;
  }
  first.at = a;
  second.at = b;
  return cell;
}
