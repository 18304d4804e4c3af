import { daysInMonth } from '../../dates.ts';
import { aqiClass } from '../../standards/aqi.ts';
import { aqiTable, breakpointsOn } from '../../standards/aqi-table.ts';
import type { Breakpoint } from '../../types.ts';
import type { DailySeries } from '../adapter.ts';

type Series = ReadonlyMap<DailySeries, Float64Array>;
type Indexer = ReturnType<typeof aqiTable>;

/**
 * From the daily series of a city its AQI, class and primary pollutants, by the breakpoints in force on each day (HJ 633).
 *
 * @returns for the series of a city (372 slots, NaN missing) the three series `aqi`, `class` and `primary`
 */
export function indexSeries(year: number, breakpoints: readonly Breakpoint[]): (city: Series) => Series {
  const indexers = indexersOf(year, breakpoints);
  return (city) => {
    const [pm25, pm10, so2, no2, co, o3, o3Max1h] = INDEXED.map((series) => city.get(series));
    const [aqi, classes, primary] = [0, 1, 2].map(() => new Float64Array(indexers.length).fill(Number.NaN));
    if (!aqi || !classes || !primary) return new Map();
    indexers.forEach((indexer, slot) => {
      const index = indexer?.({
        pm25: at(pm25, slot),
        pm10: at(pm10, slot),
        so2: at(so2, slot),
        no2: at(no2, slot),
        co: at(co, slot),
        o3: at(o3, slot),
        o3Max1h: at(o3Max1h, slot),
      });
      if (!index) return;
      aqi[slot] = index.aqi;
      classes[slot] = aqiClass(index.aqi);
      primary[slot] = index.primary;
    });
    return new Map<DailySeries, Float64Array>([
      ['aqi', aqi],
      ['class', classes],
      ['primary', primary],
    ]);
  };
}

const INDEXED = ['pm25', 'pm10', 'so2', 'no2', 'co', 'o3-mda8', 'o3-max1h'] as const;

function at(slots: Float64Array | undefined, slot: number): number | null {
  const found = slots?.[slot];
  return found === undefined || Number.isNaN(found) ? null : found;
}

/** For each slot of the year the index of its day; null for slots that are no day. One table a version of the standard. */
function indexersOf(year: number, breakpoints: readonly Breakpoint[]): (Indexer | null)[] {
  const versions = new Map<string, Indexer>();
  return Array.from({ length: 372 }, (_, slot) => {
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
