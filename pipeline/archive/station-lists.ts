import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'csv-stringify/sync';
import { ChinaAirError } from '../errors.ts';
import { readCities } from '../ingest/cities.ts';
import { readTable } from '../ingest/read-table.ts';
import { readSchemas } from '../ingest/schema.ts';
import type { Finding } from '../types.ts';
import { withDissolvedCities, withoutStrays } from './site-positions.ts';
import { type SiteRow, siteRows } from './site-rows.ts';
import { type Listing, parseListArgument, readStationList } from './station-list.ts';

const FILE = 'stations.csv';

export type StationTable = Readonly<{ rows: readonly SiteRow[]; findings: readonly Finding[] }>;

/** The sites of several lists, sorted by code and time. A site that a list in between lacks counts as standing in it. */
export function stationTable(listings: readonly Listing[]): StationTable {
  const byCode = new Map<string, Listing[]>();
  for (const listing of [...listings].sort((a, b) => a.year - b.year)) {
    byCode.set(listing.code, [...(byCode.get(listing.code) ?? []), listing]);
  }
  const sites = [...byCode].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, of]) => siteRows(of));
  const near = withoutStrays(sites.flatMap(({ rows }) => rows));
  const dissolved = listings.flatMap(({ place }) => (place.lastYear !== null && place.city ? [place.city] : []));
  const whole = withDissolvedCities(near.rows, new Set(dissolved));
  return {
    rows: whole.rows,
    findings: [...sites.flatMap(({ findings }) => findings), ...near.findings, ...whole.findings],
  };
}

/** The text of stations.csv. */
export function formatStations(rows: readonly SiteRow[]): string {
  const columns: Readonly<Record<string, (row: SiteRow) => string | number | null | undefined>> = {
    code: (row) => row.code,
    name: (row) => row.name,
    city: (row) => row.city,
    unit: (row) => row.unit,
    lon: (row) => row.position?.lon,
    lat: (row) => row.position?.lat,
    control: (row) => row.control,
    control_until: (row) => row.controlUntil,
    opened: (row) => row.opened,
    closed: (row) => row.closed,
    valid_from: (row) => row.validFrom,
    valid_to: (row) => row.validTo,
    first_list: (row) => row.firstList,
    last_list: (row) => row.lastList,
  };
  return stringify([Object.keys(columns), ...rows.map((row) => Object.values(columns).map((cell) => cell(row)))]);
}

export type StationListEffects = Readonly<{ write: (file: string, text: string) => void }>;

/** Writes beside and renames: an interrupted run leaves the old table whole. */
function writeBeside(file: string, text: string): void {
  const beside = `${file}.${process.pid}.new`;
  writeFileSync(beside, text);
  renameSync(beside, file);
}

/**
 * Lists of the network's sites to data/stations.csv. The table is made anew each time, so all lists are given each time.
 *
 * @param lists as on the command line: files with the year in the name, or `2018=file`
 * @returns the table; nothing is written, and `written` is false, when a finding is an error
 *
 * Errors: no-list-year, same-list-year, no-list (exit 2), unknown-form, list-missing (exit 1).
 */
export function runStationLists(
  lists: readonly string[],
  dataDir: string,
  { write = writeBeside }: Partial<StationListEffects> = {},
): StationTable & Readonly<{ written: boolean }> {
  const given = lists.map(parseListArgument);
  const target = path.join(dataDir, FILE);
  for (const { file, year } of given) {
    if (!existsSync(file)) throw wrongUsage('no-list', `${file} is not there.`);
    const same = given.filter((other) => other.year === year).map((other) => other.file);
    if (same.length > 1) throw wrongUsage('same-list-year', `${same.join(' and ')} are both of ${year}.`);
  }
  refuseToForget(
    given.map(({ year }) => year),
    dataDir,
  );

  const { index, findings: cityFindings } = readCities(dataDir);
  const read = given.map(({ file, year }) =>
    readStationList({ file, year, bytes: new Uint8Array(readFileSync(file)) }, (name) => index.resolve(name)),
  );
  const { rows, findings: tableFindings } = stationTable(read.flatMap(({ listings }) => listings));
  const findings = [...cityFindings, ...read.flatMap((list) => list.findings), ...tableFindings];
  const written = findings.every(({ severity }) => severity !== 'error');
  if (written) write(target, formatStations(rows));
  return { rows, findings, written };
}

function wrongUsage(code: string, message: string): ChinaAirError {
  return new ChinaAirError({
    code,
    exit: 2,
    message,
    remedy: 'Give one list a year: npm run stations -- <list.csv> …',
  });
}

/** A list that the table was made from and that is not given again would be lost with the sites only it has. */
function refuseToForget(years: readonly number[], dataDir: string): void {
  const schema = readSchemas(dataDir).get(FILE);
  if (!schema || !existsSync(path.join(dataDir, FILE))) return;
  const { rows } = readTable(dataDir, schema);
  const before = rows.flatMap((row) => [row.numberOrNull('first_list'), row.numberOrNull('last_list')]);
  const missing = [...new Set(before)].filter((year) => year !== null && !years.includes(year)).sort();
  if (missing.length === 0) return;
  throw new ChinaAirError({
    code: 'list-missing',
    exit: 1,
    message: `${FILE} was made from the lists of ${missing.join(', ')} too, which are not given.`,
    remedy: `Give all lists; to do without one, remove ${FILE} first.`,
  });
}
