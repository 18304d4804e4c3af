import { type BeforeDust, beforeDust, dustBegins, dustEnds } from '../../standards/dust.ts';
import { type HourGrid, PM10, PM25 } from './hour-grid.ts';

/** The events that run on at midnight: for each column in one, what the six hours before it were like. */
export type DustState = ReadonlyMap<number, BeforeDust>;
export const NO_DUST: DustState = new Map();

/** The sand-dust hours (1 to 24) of a day, and the events that run on. */
export type DustHours = Readonly<{ hours: readonly Readonly<{ place: number; hour: number }>[]; after: DustState }>;

/**
 * The hours of sand-dust of a day at every column (standards/dust.ts).
 *
 * @param yesterday, today, next files of the three days; empty grids where there are none
 * @param from the events that run on from the day before
 */
export function dustHours(yesterday: HourGrid, today: HourGrid, next: HourGrid, from: DustState): DustHours {
  // Hours 1 to 24 are the day's, 0 and below those of the day before: 0 is its last, label 0 of today's file.
  const value = (pollutant: number, hour: number, place: number): number | null => {
    const found =
      hour > 23
        ? next.at(pollutant, 0, place)
        : hour >= 0
          ? today.at(pollutant, hour, place)
          : yesterday.at(pollutant, 24 + hour, place);
    return Number.isNaN(found) ? null : found;
  };
  const hourOf = (hour: number, place: number) => ({ pm10: value(PM10, hour, place), pm25: value(PM25, hour, place) });
  const running = new Map(from);
  const hours: { place: number; hour: number }[] = [];
  for (let hour = 1; hour <= 24; hour++) {
    // The hour that ends an event is no dust hour, so it begins none either.
    const ended = new Set<number>();
    for (const [place, before] of running) {
      if (dustEnds(hourOf(hour, place), before)) ended.add(place);
      else hours.push({ place, hour });
    }
    for (const place of ended) running.delete(place);
    const grid = hour < 24 ? today : next;
    const label = hour % 24;
    for (let i = 0; i < (grid.risenCounts[label] as number); i++) {
      const place = grid.risen[label * grid.stride + i] as number;
      if (running.has(place) || ended.has(place)) continue;
      // Most polluted hours follow others: ask that first, without making anything.
      if (grid.at(PM10, label, place) < 2 * meanBefore(yesterday, today, hour, place)) continue;
      const six = beforeDust([6, 5, 4, 3, 2, 1].map((ago) => hourOf(hour - ago, place)));
      if (six === null || !dustBegins(hourOf(hour, place), six)) continue;
      running.set(place, six);
      hours.push({ place, hour });
    }
  }
  return { hours, after: running };
}

/** Mean PM10 of the six hours before; NaN when none has a value. */
function meanBefore(yesterday: HourGrid, today: HourGrid, hour: number, place: number): number {
  let sum = 0;
  let count = 0;
  for (let at = hour - 6; at < hour; at++) {
    const grid = at >= 0 ? today : yesterday;
    if (place >= grid.stride) continue;
    const value = grid.values[grid.row(PM10, at >= 0 ? at : 24 + at) + place] as number;
    if (Number.isNaN(value)) continue;
    sum += value;
    count += 1;
  }
  return sum / count;
}
