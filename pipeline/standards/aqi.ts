import { type Breakpoint, POLLUTANTS, type Pollutant } from '../types.ts';
import { concentrationDecimals } from '../units.ts';
import { iaqi, type Point } from './iaqi.ts';
import { roundedNumber } from './rounding.ts';

/**
 * One day of one city or station: 24-hour means, for ozone the daily maximum 8-hour mean, and the daily maximum 1-hour
 * value where it is known. µg/m³, CO mg/m³; null is missing.
 */
export type DayConcentrations = Readonly<Record<Pollutant, number | null> & { o3Max1h?: number | null }>;

export type AirQualityIndex = Readonly<{
  aqi: number;
  /** 1 excellent, 2 good, 3 light, 4 moderate, 5 heavy, 6 severe pollution. */
  class: AqiClass;
  /** The pollutants with the largest index, several when they tie; empty when the AQI is 50 or less. */
  primary: readonly Pollutant[];
  /** The index of each pollutant; null where it could not be computed (printed NA). */
  indices: Readonly<Record<Pollutant, number | null>>;
}>;

export type AqiClass = 1 | 2 | 3 | 4 | 5 | 6;

/** A good day: the air is of class 1 or 2 (HJ 633-2012, table 2). */
export const isGoodDay = (aqi: number): boolean => aqi <= 100;

/** A day of heavy or severe pollution: class 5 or 6 (HJ 633-2012, table 2). */
export const isHeavyDay = (aqi: number): boolean => aqi > 200;

/** The class of an index (HJ 633-2012, table 2): to 50, 100, 150, 200, 300, and above. */
export function aqiClass(aqi: number): AqiClass {
  if (aqi <= 50) return 1;
  if (aqi <= 100) return 2;
  if (aqi <= 150) return 3;
  if (aqi <= 200) return 4;
  return aqi <= 300 ? 5 : 6;
}

/** The breakpoints of one item, ascending; the table must hold one version of the standard only. */
export function pointsOf(
  table: readonly Breakpoint[],
  pollutant: Pollutant,
  averaging: Breakpoint['averaging'],
): Point[] {
  return table
    .filter((row) => row.pollutant === pollutant && row.averaging === averaging)
    .sort((a, b) => a.iaqi - b.iaqi);
}

/**
 * The daily AQI of HJ 633-2012 (formula 2): the largest of the pollutants' indices. Concentrations are first rounded as
 * they are published (half to even; CO 1 decimal, others 0). Ozone is judged by its 8-hour maximum, as the city statistics
 * are; above 800 µg/m³, where that column ends, by its 1-hour maximum.
 *
 * @param table the breakpoints in force on the day, one version
 * @returns null when no pollutant has an index; a missing pollutant is left out and null in `indices`
 */
export function dailyAqi(day: DayConcentrations, table: readonly Breakpoint[]): AirQualityIndex | null {
  const rounded = (pollutant: Pollutant, value: number) => roundedNumber(value, concentrationDecimals(pollutant));
  const indexOf = (pollutant: Pollutant): number | null => {
    const value = day[pollutant];
    if (value === null) return null;
    const averaging = pollutant === 'o3' ? 'mda8' : '24h';
    const index = iaqi(rounded(pollutant, value), pointsOf(table, pollutant, averaging));
    if (index !== null || pollutant !== 'o3') return index;
    return day.o3Max1h == null ? null : iaqi(rounded('o3', day.o3Max1h), pointsOf(table, 'o3', '1h'));
  };
  const indices = Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, indexOf(pollutant)])) as Record<
    Pollutant,
    number | null
  >;
  const known = Object.values(indices).filter((index) => index !== null);
  if (known.length === 0) return null;
  const aqi = Math.max(...known);
  const primary = aqi > 50 ? POLLUTANTS.filter((pollutant) => indices[pollutant] === aqi) : [];
  return { aqi, class: aqiClass(aqi), primary, indices };
}

/**
 * The hourly index of SO2 (HJ 633-2012, table 1, note 2): above 800 µg/m³ the 1-hour column ends and the 24-hour
 * concentration is used instead.
 *
 * @returns null when the 24-hour mean is needed and missing
 */
export function so2HourlyIndex(hour: number, mean24h: number | null, table: readonly Breakpoint[]): number | null {
  const index = iaqi(hour, pointsOf(table, 'so2', '1h'));
  if (index !== null) return index;
  return mean24h === null ? null : iaqi(mean24h, pointsOf(table, 'so2', '24h'));
}
