import { dayAfter } from '../../dates.ts';
import type { HourlyOptions } from '../adapter.ts';
import { stampOf } from '../checksum.ts';
import { type CityDay, cityDay } from './city-day.ts';
import { type DustState, dustHours, NO_DUST } from './dust-hours.ts';
import type { HourFiles } from './hour-files.ts';
import type { Columns } from './layout.ts';
import type { Members } from './members.ts';
import { DAY_SERIES, stationDays } from './station-day.ts';
import type { YearStore } from './year-store.ts';

/** A year as it is read: one day after another, each told as it is done. */
export type YearRead = Readonly<{
  year: number;
  files: HourFiles;
  columns: Columns;
  members: Members;
  store: YearStore;
  options: HourlyOptions;
  told: (bytes: number) => void;
}>;

/**
 * One year of hours to the daily values of its cities, in the store. Sand-dust begins anew on 1 January and after a day
 * without a file, so that a year is the same whatever stands before it.
 */
export function readYear(read: YearRead): void {
  const { year, files, columns, store, options } = read;
  const scratch = { values: new Float64Array(0) };
  const dates = new Set<string>();
  let dust: DustState = NO_DUST;
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = dayAfter(date)) {
    const [before, next] = [dayAfter(date, -1), dayAfter(date)];
    const own = files.identity(date);
    if (own === '') dust = NO_DUST;
    if (own === '' && files.identity(next) === '') continue;
    dates.add(date);
    const from = stampOf(files.identity(before), own, files.identity(next), dustText(dust, columns));
    const kept = store.days().get(date);
    if (kept?.from === from) {
      dust = new Map(kept.dust.map(([name, pm10, fineShare]) => [columns.place(name), { pm10, fineShare }]));
    } else {
      const made = makeDay(read, date, dust, scratch);
      dust = made.dust;
      const running = [...dust].map(
        ([place, { pm10, fineShare }]) => [columns.names[place] ?? '', pm10, fineShare] as const,
      );
      const { sums: _, ...sites } = made.day;
      store.keepDay(date, { from, dust: running, sites: options.sites === 'any' ? null : sites }, made.day);
    }
    if (own !== '') read.told(files.sizeOf(date));
  }
  store.onlyDays(dates);
}

function makeDay(
  { files, columns, members, options }: YearRead,
  date: string,
  from: DustState,
  scratch: { values: Float64Array },
): { day: CityDay; dust: DustState } {
  const yesterday = files.grid(dayAfter(date, -1));
  const today = files.grid(date);
  const next = files.grid(dayAfter(date));
  const width = columns.size;
  if (scratch.values.length < DAY_SERIES.length * width) scratch.values = new Float64Array(DAY_SERIES.length * width);
  const dust = dustHours(yesterday, today, next, from);
  stationDays(today, next, width, dust, scratch.values);
  return { day: cityDay(scratch.values, width, members.on(date), options.sites !== 'any'), dust: dust.after };
}

/** Dust events as text: the same events, the same text. */
function dustText(dust: DustState, { names }: Columns): string {
  return [...dust]
    .map(([place, { pm10, fineShare }]) => `${names[place]}=${pm10}/${fineShare}`)
    .sort()
    .join();
}
