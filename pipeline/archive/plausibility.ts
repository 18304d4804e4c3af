import type { Pollutant } from '../types.ts';
import type { Series, Span } from './adapter.ts';

/**
 * The highest value each series can have in a city, as the mean (ozone: maximum, index: value) of a day, or as the mean of a
 * month or year. Above it a value is an instrument's or a program's fault and is refused. The lines are drawn above what the
 * network has truly seen, so that no episode is lost, and below what is known to be false:
 * PM2.5 day: 1,771 Kashgar, dust of March 2016. PM10 day: 8,819 Kashgar, the same storm; the instruments end at 10,000.
 * SO2 day: 801 Linfen, January 2017; false: 1,300 to 1,471 Lin'an, October 2016. NO2 day: 233 Xingtai, December 2013; false:
 * 374 and 471 Garzê, 574 Taicang. CO day: 19.1 Tangshan, December 2016. O3: hours above 800 begin class 6 and in these
 * archives stand alone in winter or among normal days (Qingyuan 1,080).
 * Months: PM2.5 704 and PM10 2,221 in the Tarim basin, SO2 351 Linfen, CO 8.5 Yushu, NO2 125 Linxia, mean MDA8 219 Linfen are
 * kept; false are the rows of Henan of 2013: PM2.5 15,326, CO 21 to 3,450, O3 256 to 1,489.
 */
const HIGHEST: Readonly<Record<'day' | 'longer', Readonly<Record<Series, number>>>> = {
  day: { pm25: 2500, pm10: 10_000, so2: 1000, no2: 300, co: 30, 'o3-mda8': 500, 'o3-max1h': 800, aqi: 1000 },
  longer: { pm25: 1000, pm10: 3000, so2: 400, no2: 150, co: 10, 'o3-mda8': 250, 'o3-max1h': 350, aqi: 500 },
};

/**
 * The highest hourly mean a station can have (µg/m³, CO mg/m³); above it a value is refused. Seen in
 * 2019 and kept: PM2.5 2,145 Harbin; PM10 9,985 Jiayuguan, the instruments end at 10,000; SO2 1,043 Jinchang; NO2 916
 * Chuzhou; CO 20.6 Datong; O3 700. Known to be false: CO 90.0, which ten stations write for an hour each, and O3 1,200.
 */
export const HIGHEST_HOUR: Readonly<Record<Pollutant, number>> = {
  pm25: 2500,
  pm10: 10_000,
  so2: 2000,
  no2: 1000,
  co: 50,
  o3: 1000,
};

export type Reading =
  | Readonly<{ kind: 'value'; value: number }>
  /** Nothing was measured: an empty cell, NA, or 0, which these archives write for a missing value. */
  | Readonly<{ kind: 'missing'; zero: boolean }>
  | Readonly<{ kind: 'refused'; why: string }>;

/** Reads a cell as a concentration or index; says why when it cannot be one. */
export function reading(text: string, series: Series, span: Span): Reading {
  const cell = text.trim();
  if (cell === '' || cell === 'NA' || cell === '—' || cell === '-') return { kind: 'missing', zero: false };
  if (!/^-?\d+(\.\d+)?(e-?\d+)?$/i.test(cell)) return { kind: 'refused', why: 'is not a number' };
  const value = Number(cell);
  if (value === 0) return { kind: 'missing', zero: true };
  if (value < 0) return { kind: 'refused', why: 'is negative' };
  const highest = HIGHEST[span === 'day' ? 'day' : 'longer'][series];
  if (value > highest) return { kind: 'refused', why: `is above ${highest}, more than a ${span} can be` };
  return { kind: 'value', value };
}

/**
 * PM2.5 is a part of PM10, yet the two are measured by different instruments, so a little more PM2.5 is noise (1.7 % of
 * days) and, in the worst smog, up to twice as much is seen (Harbin 2016-11-04: 664 and 416). Three times as much, at a level
 * where noise is no explanation, means that one of the two is false; which one cannot be told from the row (Linfen
 * 2013-12-13, 1,008.9 and 91.8: PM2.5; Beijing 2015-12-09, 245.3 and 9.9: PM10), so neither is used.
 */
export function contradict(pm25: number, pm10: number): boolean {
  return pm25 > 100 && pm25 > 3 * pm10;
}
