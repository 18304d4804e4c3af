import { dayAfter } from '../dates.ts';
import type { ControlRule } from './rules.ts';

/** One site of the network, in the time in which it belonged to one city. Dates YYYY-MM-DD, null is open or not known. */
export type Station = Readonly<{
  code: string;
  /** GB/T 2260 code; null for a unit that no assessment counts as a city (`unit` names it). */
  city: string | null;
  unit: string;
  /** `named`: its name calls it 对照点; `flagged`: only the flag of a list does, which marks closed sites too. */
  control: 'named' | 'flagged' | 'no';
  /** Last day as a control site, when it became an evaluation site later. */
  controlUntil: string | null;
  opened: string | null;
  closed: string | null;
  validFrom: string | null;
  validTo: string | null;
}>;

/** The years of the first and the last list that have a site as its row says; null where the row was inferred. */
export type Listed = Readonly<{ firstList: number | null; lastList: number | null }>;

/** What a site is at a date. Evaluation sites make the value of their city (HJ 663-2013); the others do not. */
export type Role =
  | Readonly<{ kind: 'evaluation'; city: string }>
  | Readonly<{ kind: 'control'; city: string | null }>
  | Readonly<{ kind: 'not-assessed'; unit: string }>
  | Readonly<{ kind: 'unknown' }>;

/** The sites of the network by code and date. */
export class Stations {
  readonly #byCode = new Map<string, (Station & Partial<Listed>)[]>();
  /** Everything that decides a role, as text, to tell one table from another. */
  readonly text: string;
  /** By rule the days on which a site's role may become another, ascending. */
  readonly changes: Readonly<Record<ControlRule, readonly string[]>>;

  /** @param stations those of one code in the order of time, as in stations.csv */
  constructor(stations: readonly (Station & Partial<Listed>)[]) {
    this.text = JSON.stringify(stations);
    const days = (of: (station: Station) => string[]) => [...new Set(stations.flatMap(of))].sort();
    this.changes = { flagged: days(movesOf), dated: days((station) => [...movesOf(station), ...partsOf(station)]) };
    for (const station of stations) {
      const listed = this.#byCode.get(station.code);
      if (listed) listed.push(station);
      else this.#byCode.set(station.code, [station]);
    }
  }

  /** @param date YYYY-MM-DD; outside the times of all rows the last row holds */
  role(code: string, date: string, rule: ControlRule): Role {
    const listed = this.#byCode.get(code);
    if (!listed) return { kind: 'unknown' };
    const station = listed.find(({ validFrom, validTo }) => covers(validFrom, validTo, date)) ?? listed.at(-1);
    if (!station) return { kind: 'unknown' };
    if (isControl(station, date, rule)) return { kind: 'control', city: station.city };
    return station.city === null
      ? { kind: 'not-assessed', unit: station.unit }
      : { kind: 'evaluation', city: station.city };
  }

  /**
   * How many evaluation sites each city has at least, by its code: the smallest number that a list of `fromList` or later
   * gives, sites flagged in any list left out. A city that no such list has is missing.
   */
  evaluationSites(fromList: number): ReadonlyMap<string, number> {
    const stations = [...this.#byCode.values()].flat();
    const lists = new Set(stations.flatMap(({ firstList, lastList }) => [firstList ?? 0, lastList ?? 0]));
    const least = new Map<string, number>();
    for (const list of [...lists].filter((year) => year >= fromList)) {
      const counts = new Map<string, number>();
      for (const { city, control, firstList, lastList } of stations) {
        const stands = (firstList ?? Infinity) <= list && list <= (lastList ?? 0);
        if (stands && city !== null && control === 'no') counts.set(city, (counts.get(city) ?? 0) + 1);
      }
      for (const [city, count] of counts) least.set(city, Math.min(count, least.get(city) ?? count));
    }
    return least;
  }
}

const after = (last: string | null): string[] => (last === null ? [] : [dayAfter(last)]);

/** The days on which a site comes to another city, or leaves one. */
const movesOf = ({ validFrom, validTo }: Station): string[] => [
  ...(validFrom === null ? [] : [validFrom]),
  ...after(validTo),
];

/** The days from which a site is no longer what it was, where its dates count. */
const partsOf = ({ closed, controlUntil }: Station): string[] => [...after(closed), ...after(controlUntil)];

const covers = (from: string | null, to: string | null, date: string): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

function isControl(station: Station, date: string, rule: ControlRule): boolean {
  if (station.control === 'named') return true;
  if (rule === 'flagged') return station.control === 'flagged';
  if (station.controlUntil !== null) return date <= station.controlUntil;
  const inService = station.closed !== null && date <= station.closed;
  return station.control === 'flagged' && !inService;
}
