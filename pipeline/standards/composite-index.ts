import { POLLUTANTS, type Pollutant } from '../types.ts';
import { roundedNumber } from './rounding.ts';
import type { IndexRule } from './rules.ts';

/** A period's concentration of each pollutant: means of PM2.5, PM10, SO2, NO2, CO-P95, O3-8h-P90. */
export type SixValues = Readonly<Record<Pollutant, number | null>>;

export type CompositeIndex = Readonly<{
  /** Σ w·C/S, unrounded; ranked and printed to the decimals of the rule. */
  index: number;
  /** w·C/S of each pollutant, unrounded. */
  single: Readonly<Record<Pollutant, number>>;
  /** The pollutants with the largest part, several when they tie. */
  largest: readonly Pollutant[];
}>;

/**
 * The composite index of air quality: the sum of the six single indices w·C/S, the smaller the better. By 环办〔2014〕64号 all
 * weights are 1; HJ 663-2026, as programs implement it, has PM2.5 three times and O3 and NO2 twice. Concentrations are rounded
 * first, half to even, as the rule has it.
 *
 * @param rule weights, limits of class 2 and decimals in force, see rules.ts
 * @returns null when any of the six values or limits is missing: a sum of five is not an index
 */
export function compositeIndex(values: SixValues, rule: IndexRule): CompositeIndex | null {
  const single: Partial<Record<Pollutant, number>> = {};
  for (const pollutant of POLLUTANTS) {
    const value = values[pollutant];
    const { limit, weight, decimals } = rule.parts[pollutant];
    if (value === null || limit === null) return null;
    single[pollutant] = (weight * roundedNumber(value, decimals)) / limit;
  }
  const complete = single as Record<Pollutant, number>;
  const index = POLLUTANTS.reduce((sum, pollutant) => sum + complete[pollutant], 0);
  const highest = Math.max(...Object.values(complete));
  return { index, single: complete, largest: POLLUTANTS.filter((pollutant) => complete[pollutant] === highest) };
}
