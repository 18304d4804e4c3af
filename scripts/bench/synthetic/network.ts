import { fraction } from './random.ts';

/** A city as the table of cities has it; degrees. */
export type Place = Readonly<{ code: string; name: string; lon: number; lat: number; population: number }>;

/** A column of the files. `city` is an index into the cities; -1: a county-level unit, which no assessment counts. */
export type Site = Readonly<{
  code: string;
  name: string;
  city: number;
  control: 'named' | 'flagged' | 'no';
  lon: number;
  lat: number;
  /** The last day with values, as day of the first year; the column stays, and is empty. Infinity: never silent. */
  silentAfter: number;
}>;

/** `sizes`: how many of the sites have a column at first, after the first June, after the second, and so on. */
export type Network = Readonly<{ cities: readonly Place[]; sites: readonly Site[]; sizes: readonly number[] }>;

export const FIRST_YEAR = 2019;

/** The columns of the real files: 1,605, from June 2019 on 1,640 (and one of them twice), and some more every June. */
export const REAL_SIZES = [1605, 1640, 1652, 1664, 1676, 1688] as const;

/** How many sites have a column in a month (1 to 12): the network changes at the turn of May. */
export function columnsIn({ sizes, sites }: Network, year: number, month: number): number {
  return sizes[Math.max(0, year - FIRST_YEAR + (month >= 6 ? 1 : 0))] ?? sites.length;
}

/**
 * A network of as many sites as the real one, spread over the real cities by population, between one and sixteen each; one
 * site in sixteen is a control site, one in twenty belongs to a county-level unit, one in fifty falls silent.
 *
 * @param sizes see Network; the last is the number of sites
 */
export function makeNetwork(cities: readonly Place[], sizes: readonly number[], seed: number): Network {
  const turns = turnsOf(cities);
  const first = sizes[0] ?? 0;
  const sites = Array.from({ length: sizes.at(-1) ?? 0 }, (_, i): Site => {
    // Every city has its first site before any has its second.
    const city = i < cities.length ? i : (turns[(i - cities.length) % turns.length] ?? 0);
    const place = cities[city] ?? cities[0];
    if (!place) throw new RangeError('a network needs a city');
    const kind = i < cities.length ? 1 : fraction(seed, i, 1);
    const control = kind < 0.05 ? 'named' : kind < 0.065 ? 'flagged' : 'no';
    const county = kind >= 0.065 && kind < 0.115;
    return {
      // The codes of 2019's newcomers lie around 3207A, the site that has two columns.
      code: `${i < first ? 1001 + i : 3207 + i - first}A`,
      name: control === 'named' ? `${place.name}${i + 1}(对照点)` : `${place.name}${i + 1}`,
      city: county ? -1 : city,
      control,
      lon: place.lon + (fraction(seed, i, 2) - 0.5) * 0.4,
      lat: place.lat + (fraction(seed, i, 3) - 0.5) * 0.4,
      silentAfter: fraction(seed, i, 4) < 0.02 ? Math.floor(fraction(seed, i, 5) * 365) : Number.POSITIVE_INFINITY,
    };
  });
  return { cities, sites, sizes };
}

/** The order in which cities get further sites: the larger a city, the more often it is in turn. */
function turnsOf(cities: readonly Place[]): number[] {
  const wanted = cities.map(({ population }) => Math.min(15, Math.max(2, Math.round(population / 110))));
  return Array.from({ length: 15 }, (_, round) =>
    cities.flatMap((_, i) => ((wanted[i] ?? 0) > round ? [i] : [])),
  ).flat();
}
