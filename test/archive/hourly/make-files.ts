import type { Station } from '../../../pipeline/archive/stations.ts';
import { POLLUTANTS } from '../../../pipeline/types.ts';
import { makeHours, type SiteHours } from './make-hours.ts';
import { dateOf, dayNumber } from './plain-text.ts';
import { type Random, randomOf } from './random.ts';

/** A file of hours: its path below the archive's folder, and what is in it. */
export type MadeFile = Readonly<{ name: string; bytes: Uint8Array }>;
export type Archive = Readonly<{ files: readonly MadeFile[]; stations: readonly Station[] }>;

/** The types of a file in their order. Those that are not read hold a number that would be noticed. */
export const TYPES = [
  ...['AQI', 'PM2.5', 'PM2.5_24h', 'PM10', 'PM10_24h', 'SO2', 'SO2_24h', 'NO2', 'NO2_24h', 'O3', 'O3_24h'],
  ...['O3_8h', 'O3_8h_24h', 'CO', 'CO_24h'],
];
const TYPE_OF = { pm25: 'PM2.5', pm10: 'PM10', so2: 'SO2', no2: 'NO2', co: 'CO', o3: 'O3' } as const;

/** Cities of data/cities.csv by code, with the name by which city files call them. */
export const CITIES: Readonly<Record<string, string>> = {
  ...{ '110000': '北京', '120000': '天津', '130100': '石家庄', '140100': '太原', '150200': '包头' },
  ...{ '410700': '新乡', '620100': '兰州', '650100': '乌鲁木齐' },
};
/** A county-level city that data/city-not-assessed.csv knows, and a name that nothing knows. */
const OTHER_NAMES = ['义乌', '无此城'];

/** First days whose weeks meet the end of a year, a leap day, the change of the index in 2026, or nothing. */
const STARTS = ['2019-12-20', '2020-02-20', '2026-02-21', '2019-04-11', '2018-08-25'];

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
export const nameOfDay = (kind: Kind, date: string): string => `china_${kind}_${date.replaceAll('-', '')}.csv`;
export type Kind = 'sites' | 'cities';

/** What of an archive is not left to chance. */
export type Wish = Readonly<{ days?: number; start?: string; cities?: number }>;

/** A small archive; the same seed gives the same bytes. */
export function makeArchive(kind: Kind, seed: number, wish: Wish = {}): Archive {
  const random = randomOf(seed);
  const days = wish.days ?? random.whole(5, random.chance(0.15) ? 40 : 14);
  const first = dayNumber(wish.start ?? random.pick(STARTS));
  const cities = random.shuffled(Object.keys(CITIES)).slice(0, wish.cities ?? random.whole(3, 8));
  const stations = kind === 'sites' ? makeStations(cities, first, days, random) : [];
  const columns =
    kind === 'sites'
      ? [...new Set(stations.map(({ code }) => code)), '9998A', '9999B']
      : [...cities.map((code) => CITIES[code] ?? ''), ...OTHER_NAMES];
  const hours = new Map(columns.map((column) => [column, makeHours(days * 24, random)]));
  const end = random.pick(['\r\n', '\n']);
  const closed = random.chance(0.5);
  let header = columns;
  const files = Array.from({ length: days }, (_, day) => {
    if (random.chance(0.12)) header = random.shuffled(columns).slice(random.whole(0, 1));
    const date = dateOf(first + day);
    const text = fileText(date, header, hours, day, end) + (closed ? end : '');
    return { name: nameOfDay(kind, date), bytes: utf8(text) };
  });
  return { files, stations };
}

function fileText(
  date: string,
  header: readonly string[],
  hours: ReadonlyMap<string, SiteHours>,
  day: number,
  end: string,
): string {
  const lines = [['date,hour,type', ...header].join()];
  for (let hour = 0; hour < 24; hour++) {
    for (const type of TYPES) {
      const pollutant = POLLUTANTS.find((each) => TYPE_OF[each] === type);
      const cells = header.map((column) => (pollutant ? hours.get(column)?.[pollutant][day * 24 + hour] : '777'));
      lines.push([date.replaceAll('-', ''), hour, type, ...cells].join());
    }
  }
  return lines.join(end);
}

const OPEN = { controlUntil: null, opened: null, closed: null, validFrom: null, validTo: null } as const;

/** What a site can be, most of them plain evaluation sites; `day` is one within the archive. */
const KINDS: readonly ((day: string) => Partial<Station>)[] = [
  ...Array.from({ length: 8 }, () => () => ({})),
  (day) => ({ opened: day }),
  () => ({ control: 'named' }),
  () => ({ control: 'flagged' }),
  (day) => ({ control: 'flagged', closed: day }),
  (day) => ({ control: 'flagged', controlUntil: day }),
];

/** One to six sites a city, some of them control sites of every kind, and one that moves to another city. */
function makeStations(cities: readonly string[], first: number, days: number, random: Random): Station[] {
  const stations: Station[] = [];
  const middle = first + random.whole(2, days - 1);
  const site = (city: string | null, more: Partial<Station> = {}): void => {
    const code = `${1001 + new Set(stations.map((each) => each.code)).size}A`;
    stations.push({ code, city, unit: city ?? '义乌', control: 'no', ...OPEN, ...more });
  };
  for (const city of cities) {
    const count = random.whole(1, 6);
    site(city);
    for (let i = 1; i < count; i++) {
      site(city, random.pick(KINDS)(dateOf(middle)));
    }
  }
  site(null);
  site(cities[0] ?? null, { validTo: dateOf(middle) });
  const moved = stations.at(-1);
  if (moved) stations.push({ ...moved, city: cities[1] ?? null, validFrom: dateOf(middle + 1), validTo: null });
  return stations;
}
