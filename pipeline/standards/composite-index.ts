import { POLLUTANTS, type Pollutant } from '../types.ts';
import { concentrationDecimals } from '../units.ts';
import { roundedNumber } from './rounding.ts';

/** A period's concentration of each pollutant: means of PM2.5, PM10, SO2, NO2, CO-P95, O3-8h-P90; and the limit of each. */
export type SixValues = Readonly<Record<Pollutant, number | null>>;

export type CompositeIndex = Readonly<{
  /** Σ C/S, unrounded; ranked and printed to 2 decimals. */
  index: number;
  /** C/S of each pollutant, unrounded. */
  single: Readonly<Record<Pollutant, number>>;
  /** The pollutants with the largest single index, several when they tie. */
  largest: readonly Pollutant[];
}>;

/**
 * The composite index of air quality (技术规定 环办〔2014〕64号): the sum of the six single indices C/S with equal weights,
 * the smaller the better. Concentrations are rounded first, half to even (CO 1 decimal, others 0).
 *
 * @param limits class 2: annual for PM2.5, PM10, SO2, NO2; 24 h for CO; 8 h for O3
 * @returns null when any of the six is missing: a sum of five is not an index
 */
export function compositeIndex(values: SixValues, limits: Readonly<Record<Pollutant, number>>): CompositeIndex | null {
  const single: Partial<Record<Pollutant, number>> = {};
  for (const pollutant of POLLUTANTS) {
    const value = values[pollutant];
    if (value === null) return null;
    single[pollutant] = roundedNumber(value, concentrationDecimals(pollutant)) / limits[pollutant];
  }
  const complete = single as Record<Pollutant, number>;
  const index = POLLUTANTS.reduce((sum, pollutant) => sum + complete[pollutant], 0);
  const highest = Math.max(...Object.values(complete));
  return { index, single: complete, largest: POLLUTANTS.filter((pollutant) => complete[pollutant] === highest) };
}
