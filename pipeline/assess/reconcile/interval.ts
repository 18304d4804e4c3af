/** What a reason can make of a difference, computed less published, from `low` to `high`, in the unit of the difference. */
export type Interval = Readonly<{ low: number; high: number }>;

export const NOTHING: Interval = { low: 0, high: 0 };

export const about = (size: number): Interval => ({ low: -size, high: size });

/** From nothing to what the values say: an effect may be anywhere between. */
export const upTo = (...values: readonly number[]): Interval => ({
  low: Math.min(0, ...values),
  high: Math.max(0, ...values),
});

export const plus = (a: Interval, b: Interval): Interval => ({ low: a.low + b.low, high: a.high + b.high });

export const times = ({ low, high }: Interval, factor: number): Interval =>
  factor < 0 ? { low: high * factor, high: low * factor } : { low: low * factor, high: high * factor };

/** Whether a value lies in it, but for the last digits of a float. */
export const holds = ({ low, high }: Interval, value: number): boolean => value >= low - 1e-9 && value <= high + 1e-9;
