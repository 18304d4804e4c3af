import type { ControlRule } from '../../../pipeline/archive/rules.ts';
import type { Station } from '../../../pipeline/archive/stations.ts';
import { aqiClass, dailyAqi } from '../../../pipeline/standards/aqi.ts';
import { dailyMean } from '../../../pipeline/standards/daily-mean.ts';
import { mda8 } from '../../../pipeline/standards/mda8.ts';
import { type Breakpoint, POLLUTANTS, type Pollutant } from '../../../pipeline/types.ts';
import { dustHours } from './plain-dust.ts';
import { plainCity } from './plain-role.ts';
import { addFile, dateOf, dateOfName, dayNumber, type Hours, hasForm } from './plain-text.ts';

/**
 * A second implementation of everything between the hourly files and a city's day, written from the rules alone, with maps
 * and without any care for time or memory. Where it and pipeline/archive/hourly differ, one of the two is wrong.
 */
export type PlainOptions = Readonly<{
  stations: readonly Station[];
  /** Set for city files: the code of the city that a column's name stands for, null when it is none. */
  cityOf?: (column: string) => string | null;
  control: ControlRule;
  sites: 'any' | 'standard';
  breakpoints: readonly Breakpoint[];
  highest: Readonly<Record<Pollutant, number>>;
}>;

export type PlainFile = Readonly<{ name: string; text: string }>;

/** City-day values by `code series YYYY-MM-DD`; a value that is missing has no entry. */
export type CityDays = Map<string, number>;

const MEANS = ['pm25', 'pm10', 'so2', 'no2', 'co'] as const;

/** Files to city-days. Of two files of one day the first in name order counts; one of another form is a day of missing hours. */
export function plainCityDays(files: readonly PlainFile[], options: PlainOptions): CityDays {
  const byDate = new Map<string, PlainFile>();
  for (const file of files.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const date = dateOfName(file.name);
    if (!byDate.has(date)) byDate.set(date, file);
  }
  const hours: Hours = new Map();
  for (const [date, { text }] of byDate) if (hasForm(text)) addFile(hours, date, text, options.highest);

  const days = [...byDate.keys()].map(dayNumber).sort((a, b) => a - b);
  const [first = 0, last = 0] = [days[0], days.at(-1)];
  const afterGaps = days.filter((day) => !days.includes(day - 1)).map((day) => day * 24);
  const newYears = days.filter((day) => dateOf(day).endsWith('-01-01')).map((day) => day * 24 + 1);
  const fresh = new Set([...afterGaps, ...newYears]);
  const siteDays: SiteDay[] = [];
  for (const [site, values] of hours) {
    const dust = dustHours(of(values, 'pm25'), of(values, 'pm10'), [first * 24, last * 24 + 23], fresh);
    for (let day = first - 1; day <= last; day++) {
      const city = options.cityOf
        ? options.cityOf(site)
        : plainCity(options.stations, site, dateOf(day), options.control);
      if (city !== null) siteDays.push({ site, city, date: dateOf(day), values: dayValues(values, day, dust) });
    }
  }
  return cityDays(siteDays, options);
}

/** One site's day: its value of each series that is valid. */
type SiteDay = Readonly<{ site: string; city: string; date: string; values: ReadonlyMap<string, number> }>;

const of = (values: ReadonlyMap<Pollutant, ReadonlyMap<number, number>>, pollutant: Pollutant) =>
  values.get(pollutant) ?? new Map<number, number>();

function dayValues(
  values: ReadonlyMap<Pollutant, ReadonlyMap<number, number>>,
  day: number,
  dust: ReadonlySet<number>,
): Map<string, number> {
  const result = new Map<string, number>();
  const keep = (series: string, value: number | null) => {
    if (value !== null) result.set(series, value);
  };
  const numbers = Array.from({ length: 24 }, (_, i) => day * 24 + i + 1);
  const hoursOf = (pollutant: Pollutant) => numbers.map((hour) => of(values, pollutant).get(hour) ?? null);
  for (const pollutant of MEANS) keep(pollutant, dailyMean(hoursOf(pollutant)));
  for (const pollutant of ['pm25', 'pm10'] as const) {
    const clean = hoursOf(pollutant).map((value, i) => (dust.has(day * 24 + i + 1) ? null : value));
    keep(`${pollutant}-dust-excluded`, dailyMean(clean));
  }
  const ozone = hoursOf('o3');
  const there = ozone.filter((value) => value !== null);
  keep('o3-mda8', mda8(ozone));
  keep('o3-max1h', there.length >= 20 ? Math.max(...there) : null);
  return result;
}

const SITE_SERIES = [...MEANS, 'o3-mda8', 'o3-max1h', 'pm25-dust-excluded', 'pm10-dust-excluded'];

function cityDays(siteDays: readonly SiteDay[], { sites, breakpoints }: PlainOptions): CityDays {
  const byCityDay = grouped(siteDays, ({ city, date }) => `${city} ${date}`);
  const byCityMonth = grouped(siteDays, ({ city, date }) => `${city} ${date.slice(0, 7)}`);
  const result: CityDays = new Map();
  for (const ofDay of byCityDay.values()) {
    const { city = '', date = '' } = ofDay[0] ?? {};
    const ofMonth = byCityMonth.get(`${city} ${date.slice(0, 7)}`) ?? [];
    const value = (series: string): number | null => {
      const valid = ofDay.flatMap(({ values }) => values.get(series) ?? []);
      const known = new Set(ofMonth.filter(({ values }) => values.has(series)).map(({ site }) => site)).size;
      const least = sites === 'any' ? 1 : (known < 4 ? 0.5 : 0.75) * known;
      return valid.length === 0 || valid.length < least ? null : valid.reduce((sum, v) => sum + v, 0) / valid.length;
    };
    for (const series of SITE_SERIES) {
      const mean = value(series);
      if (mean !== null) result.set(`${city} ${series} ${date}`, mean);
    }
    const table = breakpoints.filter(({ from, to }) => from <= date && (to === null || date <= to));
    const means = Object.fromEntries(MEANS.map((each) => [each, value(each)])) as Record<
      (typeof MEANS)[number],
      number
    >;
    const index = dailyAqi({ ...means, o3: value('o3-mda8'), o3Max1h: value('o3-max1h') }, table);
    if (index === null) continue;
    result.set(`${city} aqi ${date}`, index.aqi);
    result.set(`${city} class ${date}`, aqiClass(index.aqi));
    const mask = POLLUTANTS.reduce((bits, each, i) => bits + (index.primary.includes(each) ? 2 ** i : 0), 0);
    result.set(`${city} primary ${date}`, mask);
  }
  return result;
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) groups.set(keyOf(item), []);
  for (const item of items) groups.get(keyOf(item))?.push(item);
  return groups;
}
