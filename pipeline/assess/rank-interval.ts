import { daysInYear } from '../dates.ts';
import type { RankRow } from '../types.ts';

/** What a range of places allows for: rounding and missing days, or rounding alone where the missing days cannot be weighed. */
type Holds = Exclude<RankRow['holds'], null>;

/** Where a city's index (or concentration) may lie. */
export type Interval = Readonly<{ low: number; high: number; holds: Holds }>;

/** One concentration that goes into an index. */
export type IntervalInput = Readonly<{
  /** The year's figure, unrounded. */
  value: number;
  /** What one unit of it adds to the index: weight / limit by the rule; 1 where the ranking is by the concentration itself. */
  perUnit: number;
  /** Half a unit of the last place to which the rule rounds it: by that of 2014 0.5 µg/m³, CO 0.05 mg/m³. */
  halfUnit: number;
  /** Share of the year's days without a value, 0 to 1; null where the archive does not tell. */
  lost: number | null;
  /** The same statistic of single months, by `YYYY-MM`. */
  months: ReadonlyMap<string, number>;
}>;

/** Share of a year's days without a value; null where the days were not counted. */
export const lostShare = (year: number, validDays: number | null): number | null =>
  validDays === null ? null : Math.max(0, daysInYear(year) - validDays) / daysInYear(year);

/**
 * The interval in which a city's index may lie (unit of the score; a bound, not a standard error):
 *
 *     score ∓ Σ half unit × weight / limit                           rounding, which the rule does before it divides
 *     … and, for each month M, + Σ lost × (value of M − value) × weight / limit    missing days, had they all been like month M
 *
 * The lowest and the highest of the months count, so that the ends say: had the missing days been like the city's best month, or
 * like its worst. One month is taken for all pollutants together, since a day is missing for all alike. For percentiles the
 * monthly percentile stands in the same formula, which is an approximation. Where days are missing and no month is known for
 * every input, or the days were not counted, only rounding is held (`rounding`).
 */
export function intervalOf(score: number, inputs: readonly IntervalInput[]): Interval {
  const rounding = inputs.reduce((sum, { halfUnit, perUnit }) => sum + halfUnit * perUnit, 0);
  const around = (down: number, up: number, holds: Holds): Interval => ({
    low: score - rounding + down,
    high: score + rounding + up,
    holds,
  });
  const losses = inputs.map(({ lost }) => lost);
  if (losses.includes(null)) return around(0, 0, 'rounding');
  if (losses.every((lost) => lost === 0)) return around(0, 0, 'rounding-and-days');
  const months = [...(inputs[0]?.months.keys() ?? [])].filter((month) => inputs.every((one) => one.months.has(month)));
  if (months.length === 0) return around(0, 0, 'rounding');
  const shifts = months.map((month) =>
    inputs.reduce(
      (sum, { lost, perUnit, value, months: of }) => sum + (lost ?? 0) * ((of.get(month) ?? value) - value) * perUnit,
      0,
    ),
  );
  return around(Math.min(0, ...shifts), Math.max(0, ...shifts), 'rounding-and-days');
}

/**
 * The best and the worst place a city can have, every other city being anywhere in its interval: best = 1 + the cities that
 * are better in any case (their high end below its low end), worst = 1 + the other cities that can be better (their low end below
 * its high end). A city that can only be equal does not push it down, because equal cities share a place.
 *
 * @param all the intervals of all cities ranked
 * @returns the places of one of them
 */
export function placesAmong(all: readonly Interval[]): (own: Interval) => Readonly<{ low: number; high: number }> {
  const lows = all.map(({ low }) => low).sort((a, b) => a - b);
  const highs = all.map(({ high }) => high).sort((a, b) => a - b);
  return (own) => {
    const itself = own.low < own.high ? 1 : 0;
    return { low: 1 + below(highs, own.low), high: 1 + below(lows, own.high) - itself };
  };
}

/** How many of the ascending numbers are below one, by halving. */
function below(ascending: readonly number[], bound: number): number {
  let [from, to] = [0, ascending.length];
  while (from < to) {
    const middle = (from + to) >> 1;
    if ((ascending[middle] ?? Infinity) < bound) from = middle + 1;
    else to = middle;
  }
  return from;
}
