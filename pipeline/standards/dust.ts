import { meanOfAtLeast } from './daily-mean.ts';
import type { Choices } from './options.ts';

/** PM10 above which an hour can begin a sand-dust event, µg/m³ (环办监测〔2016〕120号, annex). */
const PM10_OF_DUST = 150;
/** Of the six hours before, those that must have a value; the annex does not say, this is the project's line. */
const HOURS_BEFORE = 4;

/** What the six hours before a sand-dust event were like. */
export type BeforeDust = Readonly<{
  /** Mean PM10, µg/m³. */
  pm10: number;
  /** PM2.5 as a share of PM10, over the hours that have both. */
  fineShare: number;
}>;

type Hour = Readonly<{ pm10: number | null; pm25: number | null }>;

/** The six hours before; null with fewer than four hours of PM10, or of both. */
export function beforeDust(hours: readonly Hour[]): BeforeDust | null {
  const pm10 = meanOfAtLeast(
    HOURS_BEFORE,
    hours.map((hour) => hour.pm10),
  );
  const both = hours.filter((hour) => hour.pm10 !== null && hour.pm25 !== null);
  if (pm10 === null || both.length < HOURS_BEFORE) return null;
  const sum = (of: 'pm10' | 'pm25') => both.reduce((total, hour) => total + (hour[of] ?? 0), 0);
  return { pm10, fineShare: sum('pm25') / sum('pm10') };
}

/**
 * Whether a sand-dust event begins at a station in this hour (环办监测〔2016〕120号, annex, as cited; in force 2017-01-01):
 * PM10 is above 150 µg/m³ and at least twice the mean of the six hours before, and PM2.5 is at most half as large a share of
 * it as it was. The network's centre decides with satellites and weather as well, which hourly values cannot; so this
 * finds the hours that look like dust, not those that were struck out.
 */
export function dustBegins(hour: Hour, before: BeforeDust): boolean {
  if (hour.pm10 === null || hour.pm25 === null) return false;
  if (hour.pm10 <= PM10_OF_DUST || hour.pm10 < 2 * before.pm10) return false;
  return hour.pm25 / hour.pm10 <= 0.5 * before.fineShare;
}

/** Whether an hour could begin an event at all: asked first, because few can. */
export const canBeginDust = (pm10: number): boolean => pm10 > PM10_OF_DUST;

/**
 * Whether the event is over in this hour, which is then no dust hour: PM10 is back to within 10 % of the six hours before
 * (same annex), or PM2.5 has its share of before. The second is the project's: without it smog that follows a clean night's
 * dust is dust for weeks (2019: up to 932 hours). A missing hour ends nothing.
 *
 * @param end `level` leaves out what is the project's; see options.ts
 */
export function dustEnds(hour: Hour, before: BeforeDust, end: Choices['dust-end'] = 'level-or-share'): boolean {
  if (hour.pm10 === null) return false;
  if (hour.pm10 <= 1.1 * before.pm10) return true;
  return end === 'level-or-share' && hour.pm25 !== null && hour.pm25 / hour.pm10 >= before.fineShare;
}
