import { type Breakpoint, POLLUTANTS, type Pollutant } from '../types.ts';
import { concentrationDecimals } from '../units.ts';
import { aqiRuleOf } from './aqi-rules.ts';
import { iaqi, type Point } from './iaqi.ts';
import type { Choices } from './options.ts';
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
 * The index of each pollutant on a day (HJ 633, formula 1). Concentrations are first rounded as they are published (half to
 * even; CO 1 decimal, others 0). Ozone is judged by its 8-hour maximum, as the city statistics are; above 800 µg/m³, where that
 * column ends, by its 1-hour maximum (2012) or with the column's last index (2026).
 *
 * @param table the breakpoints in force on the day, one version
 * @param ozone with `both` the highest hour counts beside the 8-hour maximum where the version has seven items (2012)
 * @returns null for a pollutant that is missing (printed NA)
 */
export function dailyIndices(
  day: DayConcentrations,
  table: readonly Breakpoint[],
  ozone: Choices['daily-ozone'] = 'mda8',
): Readonly<Record<Pollutant, number | null>> {
  const rule = aqiRuleOf(table);
  const indexOf = (pollutant: Pollutant, averaging: Breakpoint['averaging'], value: number | null): number | null => {
    if (value === null) return null;
    const points = pointsOf(table, pollutant, averaging);
    const index = iaqi(roundedNumber(value, concentrationDecimals(pollutant)), points);
    return index === null && rule.beyond === 'last-index' ? (points.at(-1)?.iaqi ?? null) : index;
  };
  const ofOzone = () => {
    const long = indexOf('o3', 'mda8', day.o3);
    const isAsked = (ozone === 'both' && rule.ozoneHour) || (long === null && day.o3 !== null);
    const short = isAsked ? indexOf('o3', '1h', day.o3Max1h ?? null) : null;
    return long === null || short === null ? (long ?? short) : Math.max(long, short);
  };
  const found = POLLUTANTS.map((pollutant) => [
    pollutant,
    pollutant === 'o3' ? ofOzone() : indexOf(pollutant, '24h', day[pollutant]),
  ]);
  return Object.fromEntries(found) as Record<Pollutant, number | null>;
}

/**
 * The daily AQI of HJ 633 (formula 2): the largest of the pollutants' indices, see dailyIndices.
 *
 * @returns null when no pollutant has an index, and by HJ 633-2026 also when one is missing and the others give 100 or less: then
 *   the single indices are published and the AQI is NA. A missing pollutant is left out and null in `indices`
 */
export function dailyAqi(
  day: DayConcentrations,
  table: readonly Breakpoint[],
  ozone: Choices['daily-ozone'] = 'mda8',
): AirQualityIndex | null {
  const indices = dailyIndices(day, table, ozone);
  const known = Object.values(indices).filter((index) => index !== null);
  if (known.length === 0) return null;
  const aqi = Math.max(...known);
  if (aqi <= 100 && known.length < POLLUTANTS.length && aqiRuleOf(table).incomplete === 'above-100') return null;
  const primary = aqi > 50 ? POLLUTANTS.filter((pollutant) => indices[pollutant] === aqi) : [];
  return { aqi, class: aqiClass(aqi), primary, indices };
}

/**
 * The hourly index of SO2 (HJ 633, table 1 and notes): above 800 µg/m³ the 1-hour column ends; by HJ 633-2012 the 24-hour
 * concentration is used instead, by HJ 633-2026 the index stays at 200.
 *
 * @returns null when the 24-hour mean is needed and missing
 */
export function so2HourlyIndex(hour: number, mean24h: number | null, table: readonly Breakpoint[]): number | null {
  const points = pointsOf(table, 'so2', '1h');
  const index = iaqi(hour, points);
  if (index !== null) return index;
  if (aqiRuleOf(table).beyond === 'last-index') return points.at(-1)?.iaqi ?? null;
  return mean24h === null ? null : iaqi(mean24h, pointsOf(table, 'so2', '24h'));
}
