/**
 * A printed number stands for every value that rounds to it: 43 for 42.5 to 43.5. What two printed numbers imply is
 * therefore a range, and only a third number outside it contradicts them.
 */
export type Interval = Readonly<{ low: number; high: number }>;

/** Decimals with which a number is written; a table drops trailing zeros, so it may have been printed with more. */
export const decimalsOf = (value: number): number => (String(value).split('.')[1] ?? '').length;

/** What a printed number may have been before rounding. */
export function unrounded(value: number): Interval {
  const half = 0.5 * 10 ** -decimalsOf(value);
  return { low: value - half, high: value + half };
}

/** Whether two ranges touch, as far as binary fractions can tell. */
export const touch = (a: Interval, b: Interval): boolean => a.low <= b.high + 1e-9 && b.low <= a.high + 1e-9;

/** Relative change in % from one range to another; both above zero. */
export const changeBetween = (from: Interval, to: Interval): Interval => ({
  low: (to.low / from.high - 1) * 100,
  high: (to.high / from.low - 1) * 100,
});

/** The difference of two ranges. */
export const minus = (from: Interval, to: Interval): Interval => ({
  low: to.low - from.high,
  high: to.high - from.low,
});

/** The sum of several ranges. */
export const sum = (parts: readonly Interval[]): Interval => ({
  low: parts.reduce((total, { low }) => total + low, 0),
  high: parts.reduce((total, { high }) => total + high, 0),
});
