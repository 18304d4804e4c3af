/** Hourly means a day needs (GB 3095-2012, table 4: SO2, NO2, CO, PM10, PM2.5). */
export const HOURS_OF_DAY = 20;

/**
 * The 24-hour mean of one station's day (GB 3095-2012, 3.10 and table 4).
 *
 * @param hours the day's hourly means in order, the hours ending 01:00 to 24:00; null is a missing hour
 * @returns in the unit of the hours, unrounded; null with fewer than 20 hours
 */
export function dailyMean(hours: readonly (number | null)[]): number | null {
  return meanOfAtLeast(HOURS_OF_DAY, hours);
}

/** The arithmetic mean of the values that are there; null when fewer than `least` are. */
export function meanOfAtLeast(least: number, values: readonly (number | null)[]): number | null {
  let sum = 0;
  let count = 0;
  for (const value of values) {
    if (value === null) continue;
    sum += value;
    count += 1;
  }
  return count > 0 && count >= least ? sum / count : null;
}
