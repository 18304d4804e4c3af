import { dayAfter } from '../../dates.ts';
import type { HourlyOptions } from '../adapter.ts';
import { Changes } from './changes.ts';
import { type CityDay, cityDay } from './city-day.ts';
import type { DayCache } from './day-cache.ts';
import { type DustState, dustHours, NO_DUST } from './dust-hours.ts';
import type { HourFiles } from './hour-files.ts';
import type { Columns } from './layout.ts';
import { stampOf } from './line-cache.ts';
import type { Members } from './members.ts';
import { DAY_SERIES, stationDays } from './station-day.ts';
import { YearOfCities } from './year-of-cities.ts';

/** A year as it is read: one day after another, each told as it is done. */
export type YearRead = Readonly<{
  year: number;
  files: HourFiles;
  columns: Columns;
  members: Members;
  cache: DayCache;
  options: HourlyOptions;
  told: (bytes: number) => void;
}>;

/** What the days of each month were made from, and which cities are not what they were in an earlier run. */
export type YearMade = Readonly<{
  cities: YearOfCities;
  madeFrom: readonly string[];
  changes: Readonly<{ cities: ReadonlySet<string>; madeFrom: readonly string[] }> | null;
}>;

/**
 * One year of hours to the daily values of its cities. Sand-dust begins anew on 1 January and after a day without a file, so
 * that a year is the same whatever stands before it.
 *
 * @returns `madeFrom` for each month: the same text, the same days. `changes` null: there is nothing to compare with
 */
export function readYear(read: YearRead): YearMade {
  const { year, files, columns, members, cache, options } = read;
  const cities = new YearOfCities(options.sites);
  const madeFrom = Array.from({ length: 12 }, () => '');
  const changes = new Changes(members.codes, cache);
  const lists = { names: columns.names, codes: members.codes };
  const scratch = { values: new Float64Array(0) };
  let dust: DustState = NO_DUST;
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = dayAfter(date)) {
    const [before, next] = [dayAfter(date, -1), dayAfter(date)];
    const own = files.identity(date);
    if (own === '') dust = NO_DUST;
    if (own === '' && files.identity(next) === '') continue;
    const from = stampOf(files.identity(before), own, files.identity(next), dustText(dust, columns));
    const kept = cache.day(date, from, lists);
    let day: CityDay;
    if (kept) {
      day = kept.day;
      dust = new Map(kept.dust.map(([name, pm10, fineShare]) => [columns.place(name), { pm10, fineShare }]));
      cache.keepDay(date, kept);
      changes.same(date, kept);
    } else {
      const made = makeDay(read, date, dust, scratch);
      day = made.day;
      changes.made(date, day, cache.before(date));
      dust = made.dust;
      const named = [...dust].map(
        ([place, { pm10, fineShare }]) => [columns.names[place] ?? '', pm10, fineShare] as const,
      );
      cache.keepDay(date, { from, day, dust: named });
    }
    madeFrom[Number(date.slice(5, 7)) - 1] += `${date} ${from}\n`;
    cities.add({ date, day, membership: members.on(date) });
    if (own !== '') read.told(files.sizeOf(date));
  }
  return { cities, madeFrom, changes: options.sites === 'any' ? changes.end(year) : null };
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
