import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Adapter, ReadContext, StoredSeries } from '../../../pipeline/archive/adapter.ts';
import { HIGHEST_HOUR } from '../../../pipeline/archive/plausibility.ts';
import type { ControlRule } from '../../../pipeline/archive/rules.ts';
import { type Station, Stations } from '../../../pipeline/archive/stations.ts';
import { readCities } from '../../../pipeline/ingest/cities.ts';
import { readTable } from '../../../pipeline/ingest/read-table.ts';
import { readSchemas } from '../../../pipeline/ingest/schema.ts';
import { parseBreakpoints } from '../../../pipeline/ingest/standards.ts';
import type { SiteRule } from '../../../pipeline/standards/valid-sites.ts';
import type { Breakpoint, Finding } from '../../../pipeline/types.ts';
import { textOf } from './damage.ts';
import { type MadeFile, utf8 } from './make-files.ts';
import { type CityDays, plainCityDays } from './plain.ts';
import type { PlainRow, PlainRows } from './plain-year.ts';

/** The index's breakpoints as shipped, both versions of the standard. */
export const BREAKPOINTS: readonly Breakpoint[] = (() => {
  const schema = readSchemas('data').get('standards/aqi-breakpoints.csv');
  return schema ? parseBreakpoints(readTable('data', schema).rows) : [];
})();
const { index } = readCities('data');

export type Rules = Readonly<{ control: ControlRule; sites: SiteRule }>;
export const USUAL: Rules = { control: 'flagged', sites: 'any' };

/** A folder with the files, for as long as `use` takes. */
export async function withFolder<T>(files: readonly MadeFile[], use: (dir: string) => Promise<T>): Promise<T> {
  const dir = mkdtempSync(path.join(tmpdir(), 'china-air-hourly-'));
  try {
    for (const { name, bytes } of files) {
      mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
      writeFileSync(path.join(dir, name), bytes);
    }
    return await use(dir);
  } finally {
    rmSync(dir, { recursive: true });
  }
}

export type Run = Readonly<{ days: CityDays; findings: readonly Finding[] }>;

/** What the program makes of the files of an archive: city-days, and what it found. */
export function scanned(
  adapter: Adapter,
  files: readonly MadeFile[],
  stations: readonly Station[],
  rules: Rules = USUAL,
  more: Readonly<{ cacheDir?: string; order?: (paths: string[]) => string[] }> = {},
): Promise<Run> {
  return withFolder(files, async (dir) => {
    const paths = files.map(({ name }) => path.join(dir, name));
    return await readAll(adapter, more.order?.(paths) ?? paths, stations, rules, more.cacheDir ?? null);
  });
}

export async function readAll(
  adapter: Adapter,
  paths: readonly string[],
  stations: readonly Station[],
  rules: Rules,
  cacheDir: string | null,
): Promise<Run> {
  const context: ReadContext = {
    resolve: (name) => index.resolve(name),
    reports: () => true,
    years: { from: 2013, to: 2030 },
    bytes: () => Promise.reject(new Error('files of hours are not read whole')),
    stations: new Stations(stations),
    hourly: { breakpoints: BREAKPOINTS, places: '', cacheDir, ...rules },
  };
  const days: CityDays = new Map();
  const findings: Finding[] = [];
  for await (const batch of adapter.read(paths, context)) {
    findings.push(...batch.findings);
    for (const series of batch.series ?? []) addSeries(days, series);
  }
  return { days, findings };
}

function addSeries(days: CityDays, { code, series, year, slots }: StoredSeries): void {
  slots.forEach((value, slot) => {
    if (Number.isNaN(value)) return;
    const [month, day] = [Math.floor(slot / 31) + 1, (slot % 31) + 1].map((part) => String(part).padStart(2, '0'));
    days.set(`${code} ${series} ${year}-${month}-${day}`, value);
  });
}

/** What the plain implementation makes of the same files. */
export function plainOf(
  kind: 'sites' | 'cities',
  files: readonly MadeFile[],
  stations: readonly Station[],
  rules: Rules = USUAL,
): CityDays {
  const cityOf = (name: string) => {
    const found = index.resolve(name);
    return found.kind === 'city' ? found.city.code : null;
  };
  const texts = files.map(({ name, bytes }) => ({ name, text: textOf(bytes) }));
  const shared = { stations, breakpoints: BREAKPOINTS, highest: HIGHEST_HOUR, ...rules };
  return plainCityDays(texts, kind === 'cities' ? { ...shared, cityOf } : shared);
}

/** City-days that are not the same to 1e-9, in words. */
export function differences(actual: CityDays, expected: CityDays): string[] {
  const keys = [...new Set([...actual.keys(), ...expected.keys()])].sort();
  return keys.flatMap((key) => {
    const [a, b] = [actual.get(key), expected.get(key)];
    const same = a !== undefined && b !== undefined && Math.abs(a - b) <= 1e-9;
    return same ? [] : [`${key}: ${a ?? 'missing'}, expected ${b ?? 'missing'}`];
  });
}

const TABLES = ['datapackage.json', 'provinces.csv', 'cities.csv', 'city-not-assessed.csv', 'cohorts.csv', 'standards'];

/** A data folder as shipped, but with these sites, and without what was computed before; for as long as `use` takes. */
export function withDataDir<T>(stations: readonly Station[], use: (dataDir: string) => Promise<T>): Promise<T> {
  const columns =
    readSchemas('data')
      .get('stations.csv')
      ?.fields.map(({ name }) => name) ?? [];
  const rows = stations.map((station): string => {
    const cells: Readonly<Record<string, string | null>> = {
      ...{ code: station.code, name: station.code, city: station.city, unit: station.unit, control: station.control },
      ...{ control_until: station.controlUntil, opened: station.opened, closed: station.closed },
      ...{ valid_from: station.validFrom, valid_to: station.validTo },
    };
    return columns.map((column) => cells[column] ?? '').join();
  });
  const table = { name: 'stations.csv', bytes: utf8(`${[columns.join(), ...rows].join('\n')}\n`) };
  return withFolder([table], async (dataDir) => {
    for (const name of TABLES) cpSync(path.join('data', name), path.join(dataDir, name), { recursive: true });
    return await use(dataDir);
  });
}

/**
 * Rows of city-year.csv or city-month.csv of a data folder that are not those of the plain implementation, but for the
 * rounding with which they are stored (air-tables.ts), in words.
 */
export function tableDifferences(dataDir: string, table: 'city-year' | 'city-month', expected: PlainRows): string[] {
  const [, ...lines] = readFileSync(path.join(dataDir, 'air', `${table}.csv`), 'utf8')
    .trimEnd()
    .split('\n');
  const actual = new Map(
    lines.map((line): [string, PlainRow] => {
      const [code, period, subject, statistic, value, days] = line.split(',');
      const row = { value: value ? Number(value) : null, validDays: Number(days) };
      return [`${code} ${period} ${subject} ${statistic}`, row];
    }),
  );
  const missing = [...expected.keys()].filter((key) => !actual.has(key)).map((key) => `${key}: missing`);
  const others = [...actual].flatMap(([key, { value, validDays }]) => {
    // Cities of which nothing was measured have rows all the same.
    const { value: wanted, validDays: days } = expected.get(key) ?? { value: null, validDays: 0 };
    const margin = key.includes(' co ') ? 0.500001e-6 : 0.500001e-4;
    const same = value === null || wanted === null ? value === wanted : Math.abs(value - wanted) <= margin;
    return same && validDays === days ? [] : [`${key}: ${value} of ${validDays} days, expected ${wanted} of ${days}`];
  });
  return [...missing, ...others];
}
