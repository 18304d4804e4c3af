import { type Bench, type End, isConcentration, isCount } from './bench.ts';
import { about, type Interval, NOTHING, upTo } from './interval.ts';
import { ARCHIVE_SHARE } from './leeway.ts';
import { daysOf } from './period.ts';
import { shifted } from './relative.ts';

/** One unit of the last digit in which concentrations are printed (HJ 663-2013): CO 0.1 mg/m³, others 1 µg/m³. */
const unitOf = ({ subject }: End): number => (subject === 'co' ? 0.1 : 1);

/** Archives that hold whole numbers: what is cut off each of them can be half a unit, and all in one direction. */
export function wholeNumbers(end: End): Interval {
  const whole = end.rows.some(({ method }) => method === 'city-monthly' || method === 'city-daily-37');
  return whole && isConcentration(end) && !isCount(end) ? about(unitOf(end) / 2) : NOTHING;
}

/**
 * By how many units the choice of sites moves the value of a city: control sites counted or left out made a unit or two in
 * the 26 cities of 2019 that have any in doubt.
 */
const SITES_UNITS = 2;

/** The sites of one city: which of them count is read from lists of later years, and need not be the ministry's choice. */
export function sites(end: End): Interval {
  const own = end.codes.length === 1 && end.rows.some(({ method }) => method.startsWith('station-'));
  return own && isConcentration(end) ? about(SITES_UNITS * unitOf(end)) : NOTHING;
}

/** What is left when nothing else explains it: a twentieth of the figure at most, and said to be no more than that. */
export function thirdParty(end: End, bench: Bench): Interval {
  if (isConcentration(end)) return shifted(end, bench, () => about(ARCHIVE_SHARE));
  return upTo(-ARCHIVE_SHARE * end.value, ARCHIVE_SHARE * end.value);
}

/** The most good days that the index of three pollutants gives a city too many in a year (city-daily-37.ts). */
const EXTRA_GOOD_DAYS = 5;
const SIX_POLLUTANTS_FROM = '2016';

/** The archive's daily index is that of PM2.5, PM10 and ozone alone before the spring of 2015: some days stand too low. */
export function partialIndex({ rows, subject, statistic, period }: End): Interval {
  const partial = rows.some(({ method }) => method === 'city-daily-37') && period.slice(0, 4) < SIX_POLLUTANTS_FROM;
  if (!partial || subject !== 'aqi') return NOTHING;
  if (statistic === 'good-days') return upTo(EXTRA_GOOD_DAYS);
  return statistic === 'good-day-share' ? upTo((100 * EXTRA_GOOD_DAYS) / daysOf(period)) : NOTHING;
}
