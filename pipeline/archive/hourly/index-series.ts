import { daysInMonth } from '../../dates.ts';
import { aqiTable, breakpointsOn } from '../../standards/aqi-table.ts';
import type { Breakpoint } from '../../types.ts';
import { SLOTS } from './year-store.ts';

type Indexer = ReturnType<typeof aqiTable>;

/** The rows of a city that make its index, in the order of DAY_SERIES, and those it is written to; NaN is missing. */
export type IndexRows = Readonly<{ from: readonly Float64Array[]; aqi: Float64Array; primary: Float64Array }>;

/**
 * From the daily series of a city its AQI and primary pollutants, by the breakpoints in force on each day (HJ 633).
 *
 * @returns writes both for the slots given, and says whether any became another
 */
export function indexer(
  year: number,
  breakpoints: readonly Breakpoint[],
): (rows: IndexRows, slots: Iterable<number>) => boolean {
  const indexers = indexersOf(year, breakpoints);
  return ({ from: [pm25, pm10, so2, no2, co, o3, o3Max1h], aqi, primary }, slots) => {
    let isNew = false;
    for (const slot of slots) {
      const index = indexers[slot]?.({
        pm25: at(pm25, slot),
        pm10: at(pm10, slot),
        so2: at(so2, slot),
        no2: at(no2, slot),
        co: at(co, slot),
        o3: at(o3, slot),
        o3Max1h: at(o3Max1h, slot),
      });
      const [value, pollutants] = [index?.aqi ?? Number.NaN, index?.primary ?? Number.NaN];
      if (Object.is(aqi[slot], value) && Object.is(primary[slot], pollutants)) continue;
      isNew = true;
      aqi[slot] = value;
      primary[slot] = pollutants;
    }
    return isNew;
  };
}

function at(slots: Float64Array | undefined, slot: number): number | null {
  const found = slots?.[slot];
  return found === undefined || Number.isNaN(found) ? null : found;
}

/** For each slot of the year the index of its day; null for slots that are no day. One table a version of the standard. */
function indexersOf(year: number, breakpoints: readonly Breakpoint[]): (Indexer | null)[] {
  const versions = new Map<string, Indexer>();
  return Array.from({ length: SLOTS }, (_, slot) => {
    const month = Math.floor(slot / 31) + 1;
    const day = (slot % 31) + 1;
    if (day > daysInMonth(year, month)) return null;
    const inForce = breakpointsOn(breakpoints, `${year}-${two(month)}-${two(day)}`);
    const standard = inForce[0]?.standard;
    if (standard === undefined) return null;
    const known = versions.get(standard) ?? aqiTable(inForce);
    versions.set(standard, known);
    return known;
  });
}

const two = (number: number): string => String(number).padStart(2, '0');
