import type { Pollutant } from './types.ts';

/** The unit in which a pollutant's concentration is stored and printed: mg/m³ for CO, µg/m³ (U+00B5) for the others. */
export function concentrationUnit(pollutant: Pollutant): 'µg/m³' | 'mg/m³' {
  return pollutant === 'co' ? 'mg/m³' : 'µg/m³';
}

/**
 * Decimals to which HJ 633 has concentrations rounded before the index of a day, and HJ 663-2013 before they are printed and
 * compared: CO 1, others 0. Those of a year's rules: standards/rules.ts, decimalsOn.
 */
export function concentrationDecimals(pollutant: Pollutant): 0 | 1 {
  return pollutant === 'co' ? 1 : 0;
}

/** The annual statistic by which each pollutant is assessed in the ministry's bulletins. */
export const BULLETIN_STATISTIC = {
  pm25: 'annual-mean',
  pm10: 'annual-mean',
  so2: 'annual-mean',
  no2: 'annual-mean',
  co: 'p95-daily',
  o3: 'p90-mda8',
} as const satisfies Record<Pollutant, string>;
