import { ChinaAirError } from '../errors.ts';
import type { Resolved } from '../ingest/cities.ts';
import type { Finding } from '../types.ts';
import { reporter } from './finding.ts';
import { rowsOf } from './raw-table.ts';
import { readSiteName, type SiteName } from './site-name.ts';

/** Degrees. */
export type Position = Readonly<{ lon: number; lat: number }>;

/** Where a list puts a site. `lastYear` is that of a city that was dissolved. */
export type Place = Readonly<{ city: string | null; unit: string; lastYear: number | null }>;

/** A row of a list of the network's sites. */
export type Listing = Readonly<{
  /** The year the list is of. */
  year: number;
  code: string;
  /** As listed, without the blanks around it. */
  name: string;
  said: SiteName;
  place: Place;
  /** The column 对照点; null in lists without it. */
  flag: 'Y' | 'N' | null;
  position: Position | null;
}>;

/** The headers met so far, the one with most columns first: a list is known by what it holds, never by its name. */
const FORMS = [
  { code: '监测点编码', name: '监测点名称', city: '城市', lon: '经度', lat: '纬度', flag: '对照点' },
  { code: '监测点编码', name: '监测点名称', city: '城市', lon: '经度', lat: '纬度' },
  { code: 'stationID', name: 'station', city: 'City', lon: 'Lon', lat: 'Lat' },
];

/** How the lists write that a coordinate is not known. */
const NO_POSITION = ['', '-', 'NA'];

/**
 * Reads one list. What cannot be understood is an error with its row: an unknown city (the nearest names beside it), a code or
 * a flag of another form. A code that stands twice is told, and its last row holds.
 * Errors: unknown-form (exit 1).
 */
export function readStationList(
  { file, year, bytes }: Readonly<{ file: string; year: number; bytes: Uint8Array }>,
  resolve: (name: string) => Resolved,
): Readonly<{ listings: readonly Listing[]; findings: readonly Finding[] }> {
  const finding = reporter(`station-list-${year}`, file);
  const findings: Finding[] = [];
  const listings = new Map<string, Listing>();
  const [header = [], ...rows] = rowsOf(bytes);
  const form = FORMS.find((each) => Object.values(each).every((column) => header.includes(column)));
  if (!form) throw unknownForm(file, header);
  rows.forEach((cells, i) => {
    const at = i + 2;
    const cell = (column: string | undefined) => cells[header.indexOf(column ?? '')]?.trim() ?? '';
    const wrong = (rule: string, message: string, remedy: string) =>
      findings.push(finding('error', rule, at, message, remedy));
    if (cells.length !== header.length) {
      wrong('column-count', `The row has ${cells.length} cells instead of ${header.length}.`, 'Get the list again.');
      return;
    }
    const [code, name, flag] = [cell(form.code), cell(form.name), cell(form.flag)];
    if (!/^\d{4}[A-Z]$/.test(code)) wrong('site-code', `“${code}” is no code of a site.`, 'A code is like 1001A.');
    if (form.flag && flag !== 'Y' && flag !== 'N') wrong('flag', `${code}: 对照点 is “${flag}”.`, 'It is Y or N.');
    const city = resolve(cell(form.city));
    if (city.kind === 'unknown') {
      const remedy = `Nearest known names: ${city.nearest.join(', ')}. Add it to cities.csv (aliases) or city-not-assessed.csv.`;
      wrong('unknown-city', `${code}: city “${city.name}” is not known.`, remedy);
    }
    const position = readPosition(cell(form.lon), cell(form.lat));
    if (position === 'unread') {
      const message = `${code}: ${cell(form.lon)}, ${cell(form.lat)} is no place in China; it is left out.`;
      findings.push(finding('warn', 'position', at, message, 'Nothing to do, unless the place is known.'));
    }
    const said = readSiteName(name);
    for (const inside of said.unread) {
      const message = `${code}: “${inside}” in the name is not understood.`;
      findings.push(finding('warn', 'site-name', at, message, 'Teach site-name.ts the word, if it says when.'));
    }
    if (listings.has(code)) {
      const message = `${code} stands in the list before; this row holds (${name}).`;
      findings.push(finding('warn', 'site-twice', at, message, 'Nothing to do, unless the other row is right.'));
    }
    listings.set(code, {
      ...{ year, code, name, said },
      place: {
        city: city.kind === 'city' ? city.city.code : null,
        unit: cell(form.city),
        lastYear: city.kind === 'city' ? city.city.validTo : null,
      },
      flag: flag === 'Y' || flag === 'N' ? flag : null,
      position: position === 'unread' ? null : position,
    });
  });
  return { listings: [...listings.values()], findings };
}

function readPosition(lon: string, lat: string): Position | null | 'unread' {
  if (NO_POSITION.includes(lon) && NO_POSITION.includes(lat)) return null;
  const position = { lon: Number(lon || NaN), lat: Number(lat || NaN) };
  const inChina = position.lon >= 73 && position.lon <= 136 && position.lat >= 3 && position.lat <= 54;
  return inChina ? position : 'unread';
}

function unknownForm(file: string, header: readonly string[]): ChinaAirError {
  const known = FORMS.map((each) => `  ${Object.values(each).join(',')}`).join('\n');
  return new ChinaAirError({
    code: 'unknown-form',
    exit: 1,
    message: `${file} is no list of sites. Its first line: “${header.join().slice(0, 120)}”`,
    remedy: `The columns of the known lists, among others:\n${known}`,
  });
}

/**
 * A list as it is named on the command line: the year it is of stands before it (`2018=sites.csv`) or in its name
 * (`stations-2018.csv`). Errors: no-list-year (exit 2).
 */
export function parseListArgument(argument: string): Readonly<{ file: string; year: number }> {
  const [, given, file = argument] = /^(20\d\d)=(.+)$/.exec(argument) ?? [];
  const name = file.split(/[/\\]/).at(-1) ?? '';
  const years = given ? [given] : [...new Set(name.match(/(?<!\d)20\d\d(?!\d)/g))];
  const [year] = years;
  if (years.length === 1 && year !== undefined) return { file, year: Number(year) };
  throw new ChinaAirError({
    code: 'no-list-year',
    exit: 2,
    message: years.length
      ? `The name of ${file} holds the years ${years.join(', ')}.`
      : `The name of ${file} holds no year.`,
    remedy: `Put the year the list is of before it: 2022=${file}`,
  });
}
