import { type Bench, type End, isCount } from './bench.ts';
import { type Interval, NOTHING, upTo } from './interval.ts';
import { daysOf, yearsOn } from './period.ts';
import type { PlaceValue } from './place-values.ts';

/** How far a city's value of a neighbouring year may be from the one that is missing. */
const NEIGHBOUR = 0.2;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/**
 * Cities of the panel without a value. Each is put at its value of the year before or after, a fifth more or less, and where
 * it has none anywhere between the lowest and the highest of the others.
 */
export function missingCities(end: End, { values }: Bench): Interval {
  const { codes, rows, value, subject, statistic, period, n } = end;
  if (codes.length < 2) return NOTHING;
  // Every one of them may be within the limits, or none.
  if (isCount(end)) {
    const short = n === null ? 0 : codes.length - n;
    const part = short / codes.length;
    return statistic.endsWith('-share') ? upTo(part * (value - 100), part * value) : upTo(-short);
  }
  const known = new Set(rows.map(({ code }) => code));
  const lost = codes.filter((code) => !known.has(code));
  if (lost.length === 0 || rows.length === 0) return NOTHING;
  const share = lost.length / codes.length;
  const all = rows.map((row) => row.value);
  const [least, most] = [Math.min(...all), Math.max(...all)];
  const ranges = lost.map((code) => {
    const near = [-1, 1].flatMap((by) => values.of(code, subject, statistic, yearsOn(period, by)) ?? [])[0];
    return near
      ? { low: near.value * (1 - NEIGHBOUR), high: near.value * (1 + NEIGHBOUR) }
      : { low: least, high: most };
  });
  return upTo(
    share * (value - mean(ranges.map(({ high }) => high))),
    share * (value - mean(ranges.map(({ low }) => low))),
  );
}

/** How many months of a year must be known to say which is the highest. */
const PROFILE_MONTHS = 11;

/** Days of December that the annual means of stations of 2018 lack; they give no count of days themselves. */
const LACKING_2018 = 5;

function lackingOf({ days, method }: PlaceValue, period: string): number {
  if (days !== null) return Math.max(0, daysOf(period) - days);
  return method === 'station-annual' ? LACKING_2018 : 0;
}

/**
 * Days without a value. They may have been as in the highest or as in the lowest month of the year (of the year before, where
 * the archive does not hold twelve months). A count of days is short by as many at most.
 */
export function missingDays(end: End, { values }: Bench): Interval {
  const { codes, rows, value, subject, statistic, period } = end;
  const length = daysOf(period);
  if (rows.length === 0 || length === 0 || isCount(end)) return NOTHING;
  const lacking = mean(rows.map((row) => lackingOf(row, period)));
  if (lacking === 0) return NOTHING;
  if (statistic.endsWith('-days')) return upTo(-lacking);
  const share = lacking / length;
  // Of one city the days are few enough to have been all of one kind.
  if (codes.length === 1 && statistic.endsWith('-day-share')) return upTo(share * (value - 100), share * value);
  const year = Number(period.slice(0, 4));
  const monthly = statistic.replace('annual-mean', 'mean');
  const months = [year, year - 1]
    .map((of) => values.profile(codes, subject, monthly, of))
    .find(({ length }) => length >= PROFILE_MONTHS);
  if (!months) return NOTHING;
  return upTo(share * (value - Math.max(...months)), share * (value - Math.min(...months)));
}
