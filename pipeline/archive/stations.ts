import { dayAfter } from '../dates.ts';
import { readTable } from '../ingest/read-table.ts';
import { readSchemas } from '../ingest/schema.ts';

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

/**
 * Which control sites (对照点) are left out. `flagged`: every site that a list flags or names as one. `dated`: a site that is
 * flagged only, and that the list says was closed on a day, counts as an evaluation site until that day.
 */
export const CONTROL_RULES = ['flagged', 'dated'] as const;
export type ControlRule = (typeof CONTROL_RULES)[number];

/** What a site is at a date. Evaluation sites make the value of their city (HJ 663-2013); the others do not. */
export type Role =
  | Readonly<{ kind: 'evaluation'; city: string }>
  | Readonly<{ kind: 'control'; city: string | null }>
  | Readonly<{ kind: 'not-assessed'; unit: string }>
  | Readonly<{ kind: 'unknown' }>;

/** The sites of the network by code and date. */
export class Stations {
  readonly #byCode = new Map<string, Station[]>();
  /** Everything that decides a role, as text, to tell one table from another. */
  readonly text: string;
  /** The days on which a site's role may become another, ascending. */
  readonly changes: readonly string[];

  constructor(stations: readonly Station[]) {
    this.text = JSON.stringify(stations);
    this.changes = [...new Set(stations.flatMap(changesOf))].sort();
    for (const station of stations) {
      this.#byCode.set(station.code, [...(this.#byCode.get(station.code) ?? []), station]);
    }
  }

  /** @param date YYYY-MM-DD */
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
}

function changesOf({ validFrom, validTo, closed, controlUntil }: Station): string[] {
  const ends = [validTo, closed, controlUntil].flatMap((last) => (last === null ? [] : [dayAfter(last)]));
  return validFrom === null ? ends : [validFrom, ...ends];
}

const covers = (from: string | null, to: string | null, date: string): boolean =>
  (from === null || from <= date) && (to === null || date <= to);

function isControl(station: Station, date: string, rule: ControlRule): boolean {
  if (station.control === 'named') return true;
  if (rule === 'flagged') return station.control === 'flagged';
  if (station.controlUntil !== null) return date <= station.controlUntil;
  const inService = station.closed !== null && date <= station.closed;
  return station.control === 'flagged' && !inService;
}

/** Reads stations.csv of a data folder. */
export function readStations(dataDir: string): Stations {
  const schema = readSchemas(dataDir).get('stations.csv');
  const rows = schema ? readTable(dataDir, schema).rows : [];
  return new Stations(
    rows.map((row) => ({
      code: row.text('code'),
      city: row.textOrNull('city'),
      unit: row.text('unit'),
      control: row.text('control') as Station['control'],
      controlUntil: row.textOrNull('control_until'),
      opened: row.textOrNull('opened'),
      closed: row.textOrNull('closed'),
      validFrom: row.textOrNull('valid_from'),
      validTo: row.textOrNull('valid_to'),
    })),
  );
}
