import { meanOfAtLeast } from './daily-mean.ts';
import type { Choices } from './options.ts';

/** Hourly means a window of eight needs (GB 3095-2012, table 4). */
export const HOURS_OF_WINDOW = 6;
/** Windows a day needs, of the 17 that end at 08:00 to 24:00 (HJ 663-2013, validity of the daily maximum 8-hour mean). */
export const WINDOWS_OF_DAY = 14;

/**
 * The daily maximum 8-hour mean of ozone at one station (HJ 663-2013; GB 3095-2012, table 4): the highest of the 17 running
 * means whose eight hours all lie in the day, so the first ends at 08:00 and the last at 24:00.
 *
 * @param hours 24 hourly means in order, those ending 01:00 to 24:00; null is a missing hour. In the network's files a
 *   label is the END of its hour: 24:00 is label 0 of the next day's file.
 * @param limit the limit above which a day counts even with fewer than 14 windows, because more windows could only raise
 *   the maximum (µg/m³, class 2 of GB 3095-2012)
 * @param short whether such a day counts (recalled, not read; see options.ts)
 * @returns µg/m³, unrounded; null when fewer than 14 windows are valid and none is above the limit
 * @throws RangeError when there are not 24 hours
 */
export function mda8(
  hours: readonly (number | null)[],
  limit = 160,
  short: Choices['short-mda8'] = 'above-limit',
): number | null {
  if (hours.length !== 24) throw new RangeError(`a day has 24 hours, not ${hours.length}`);
  let highest: number | null = null;
  let windows = 0;
  for (let end = 8; end <= 24; end++) {
    const mean = meanOfAtLeast(HOURS_OF_WINDOW, hours.slice(end - 8, end));
    if (mean === null) continue;
    windows += 1;
    if (highest === null || mean > highest) highest = mean;
  }
  if (highest === null) return null;
  return windows >= WINDOWS_OF_DAY || (short === 'above-limit' && highest > limit) ? highest : null;
}
