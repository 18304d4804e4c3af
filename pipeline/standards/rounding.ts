import { Decimal } from 'decimal.js';

/**
 * Rounds half to even at the last kept digit, once, from the unrounded value (GB/T 8170-2008, 3.2 and 3.3).
 * A number is taken as its shortest decimal string: 2.675 is two and 675 thousandths, not the binary fraction just below it.
 *
 * @returns a decimal string with exactly `decimals` digits after the point; never "-0".
 * @throws RangeError when the value is no finite number.
 */
export function roundHalfEven(value: number | string, decimals: number): string {
  const near = typeof value === 'number' ? nearest(value, decimals) : null;
  if (near !== null) return near.toFixed(decimals);
  return decimalOf(value)
    .toFixed(decimals, Decimal.ROUND_HALF_EVEN)
    .replace(/^-(0(?:\.0*)?)$/, '$1');
}

/** The same as a number, for comparison with limits and for indices. */
export function roundedNumber(value: number | string, decimals: number): number {
  const near = typeof value === 'number' ? nearest(value, decimals) : null;
  if (near !== null) return near;
  return Number(roundHalfEven(value, decimals));
}

/** The same as the shortest string, without trailing zeros: how tables store values (12.5, not 12.5000). */
export function roundedShortest(value: number | string, decimals: number): string {
  const near = typeof value === 'number' ? nearest(value, decimals) : null;
  // Below a millionth a number is written with an exponent.
  if (near !== null && (near === 0 || near >= 1e-6)) return String(near);
  return new Decimal(roundHalfEven(value, decimals)).toFixed();
}

/**
 * The nearest multiple of the last kept digit, where there can be no doubt which it is: not within a millionth of halfway, and
 * so far below 2^53 that the millionth is more than a product is inexact. Decimals, fifty times as slow, are only needed for
 * what is left; null says so.
 */
function nearest(value: number, decimals: number): number | null {
  // Nothing is scaled, so half is half.
  if (decimals === 0 && value >= 0 && value < 2 ** 31) {
    const floor = Math.floor(value);
    return value - floor === 0.5 ? floor + (floor % 2) : Math.round(value);
  }
  const scaled = Math.abs(value) * 10 ** decimals;
  if (!(scaled < 2 ** 31) || decimals > 8) return null;
  if (Math.abs(scaled - Math.floor(scaled) - 0.5) < 1e-6) return null;
  const rounded = Math.round(scaled) / 10 ** decimals;
  return value < 0 && rounded > 0 ? -rounded : rounded;
}

function decimalOf(value: number | string): Decimal {
  let decimal: Decimal;
  try {
    decimal = new Decimal(value);
  } catch (cause) {
    throw new RangeError(`“${value}” is no number and cannot be rounded`, { cause });
  }
  if (!decimal.isFinite()) throw new RangeError(`${value} is not finite and cannot be rounded`);
  return decimal;
}
