import { meanOfAtLeast } from '../standards/daily-mean.ts';
import type { Finding } from '../types.ts';
import { type Adapter, type Batch, type CityRecord, EMPTY_TALLY, type ReadContext, type Series } from './adapter.ts';
import { reporter } from './finding.ts';
import { reading } from './plausibility.ts';
import { firstLine, rowsOf } from './raw-table.ts';
import { controlSites, evaluationSites, isStationList } from './station-list.ts';

const SOURCE = 'archive-station-annual-2018';
const YEAR = '2018';

/**
 * Columns used: the means of the 24-hour values. The hourly PM columns are empty for many stations. Ozone is not read: the
 * file has means only, and the year is assessed by a percentile.
 */
const COLUMNS: Readonly<Partial<Record<Series, string>>> = {
  pm25: 'PM2.5_24h',
  pm10: 'PM10_24h',
  so2: 'SO2_24h',
  no2: 'NO2_24h',
  co: 'CO_24h',
};

const isMeans = (header: readonly string[]) => header.includes('station_id') && header.includes('PM2.5_24h');

/**
 * Annual means of 2018 of 1,056 stations, with the station lists that tell the control sites. The archive keeps the state of
 * the day: 273 K to 31 August, actual state after, so its basis is `mixed-2018`.
 *
 * A city's value is the plain mean of its evaluation stations' annual means; control sites (对照点) are left out, by the flag
 * of the list of 2022 and, for stations retired before, by their name in the list of 2020 (HJ 663-2013 averages the
 * evaluation sites of a city; it does so day by day, which annual means cannot do). The number of days is not given.
 */
export const stationAnnual: Adapter = {
  id: 'station-annual',
  source: SOURCE,
  form: 'annual means of stations, header with station_id, city, PM2.5_24h, …; with station lists, header 监测点编码,监测点名称,城市,…',
  span: 'year',
  basis: () => 'mixed-2018',
  recognises: ({ head }) => {
    const header = firstLine(head);
    return isMeans(header) || isStationList(header);
  },
  read: async function* (paths, context) {
    const tables = await Promise.all(paths.map(async (path) => ({ path, rows: rowsOf(await context.bytes(path)) })));
    const lists = tables.filter(({ rows }) => isStationList(rows[0] ?? []));
    const flagged = lists.some(({ rows }) => rows[0]?.includes('对照点'));
    const control = controlSites(lists.map(({ rows }) => rows));
    const sites = evaluationSites(
      lists.map(({ rows }) => rows),
      control,
      context,
    );
    for (const { path, rows } of tables.filter(({ rows }) => isMeans(rows[0] ?? []))) {
      yield flagged ? cityMeans(path, rows, { control, sites }, context) : noList(path);
    }
  },
};

function cityMeans(
  path: string,
  [header = [], ...rows]: readonly string[][],
  { control, sites }: Readonly<{ control: ReadonlySet<string>; sites: ReadonlyMap<string, number> }>,
  context: ReadContext,
): Batch {
  const finding = reporter(SOURCE, path);
  const findings: Finding[] = [];
  const stations = new Map<string, Partial<Record<Series, number>>[]>();
  const notAssessed = new Set<string>();
  const controls: string[] = [];
  rows.forEach((cells, i) => {
    const at = i + 2;
    if (cells.length !== header.length) {
      const message = `The row has ${cells.length} cells instead of ${header.length} and is left out.`;
      findings.push(finding('warn', 'column-count', at, message, 'Get the file again.'));
      return;
    }
    const cell = (column: string) => cells[header.indexOf(column)]?.trim() ?? '';
    if (control.has(cell('station_id')) || cell('station_name').includes('对照点')) {
      controls.push(cell('station_id'));
      return;
    }
    const city = context.resolve(cell('city'));
    if (city.kind === 'not-assessed') notAssessed.add(city.name);
    if (city.kind === 'unknown') {
      const remedy = `Nearest known names: ${city.nearest.join(', ')}. Add the name to the aliases in cities.csv.`;
      findings.push(finding('error', 'unknown-city', at, `City “${city.name}” is not known.`, remedy));
    }
    if (city.kind !== 'city') return;
    const values: Partial<Record<Series, number>> = {};
    for (const [series, column] of Object.entries(COLUMNS) as [Series, string][]) {
      const read = reading(cell(column), series, 'year');
      if (read.kind === 'value') values[series] = read.value;
      if (read.kind === 'refused') {
        const message = `${cell('station_id')}: ${series} “${cell(column)}” ${read.why}; the value is not used.`;
        findings.push(
          finding('warn', 'implausible', at, message, 'Nothing to do, unless the value is known to be true.'),
        );
      }
    }
    stations.set(city.city.code, [...(stations.get(city.city.code) ?? []), values]);
  });
  if (controls.length > 0) {
    const message = `${controls.length} control sites are left out: ${controls.join(', ')}.`;
    findings.push(finding('note', 'control-sites', null, message, 'Nothing to do.'));
  }
  if (notAssessed.size > 0) {
    const message = `Not assessed as cities and left out: ${[...notAssessed].join(', ')}.`;
    findings.push(finding('note', 'not-assessed', null, message, 'Nothing to do.'));
  }
  const few = [...stations].filter(([code, got]) => {
    const with25 = got.filter((site) => site.pm25 !== undefined).length;
    return with25 > 0 && with25 * 2 < (sites.get(code) ?? 0);
  });
  if (few.length > 0) {
    const codes = few.map(([code]) => code).join(', ');
    const message = `PM2.5 of ${few.length} cities rests on fewer than half of their evaluation sites: ${codes}.`;
    findings.push(
      finding('note', 'few-stations', null, message, 'Compare with a published value before it is printed.'),
    );
  }
  const records = [...stations].map(([code, sites]): CityRecord => {
    const values: Partial<Record<Series, number>> = {};
    for (const series of Object.keys(COLUMNS) as Series[]) {
      const mean = meanOfAtLeast(
        1,
        sites.map((site) => site[series] ?? null),
      );
      if (mean !== null) values[series] = mean;
    }
    return { code, date: YEAR, values };
  });
  return { records, findings, tally: EMPTY_TALLY };
}

function noList(path: string): Batch {
  const message = 'No station list with the column 对照点 was given, so control sites cannot be left out.';
  const remedy = 'Give the station lists (stations-2022.csv, stations-2020.csv) beside the file of annual means.';
  return {
    records: [],
    findings: [reporter(SOURCE, path)('error', 'no-station-list', null, message, remedy)],
    tally: EMPTY_TALLY,
  };
}
