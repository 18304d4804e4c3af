import { meanOfAtLeast } from '../standards/daily-mean.ts';
import type { Finding } from '../types.ts';
import { type Adapter, type Batch, type CityRecord, EMPTY_TALLY, type ReadContext, type Series } from './adapter.ts';
import { reporter } from './finding.ts';
import { reading } from './plausibility.ts';
import { firstLine, rowsOf } from './raw-table.ts';
import type { ControlRule } from './rules.ts';

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

/** An annual mean cannot be cut at the day on which a site closed, so every site flagged is left out whole. */
const RULE: ControlRule = 'flagged';

/** The list of 2018 lacks 83 of these stations, so that its numbers of sites are too small to compare with. */
const FIRST_WHOLE_LIST = 2020;

/**
 * Annual means of 2018 of 1,056 stations. The archive keeps the state of the day: 273 K to 31 August, actual state after, so
 * its basis is `mixed-2018`.
 *
 * A city's value is the plain mean of its evaluation stations' annual means, control sites (对照点) left out (HJ 663-2013
 * averages the evaluation sites of a city; it does so day by day, which annual means cannot do). The city of a station, and
 * what it is, are those of stations.csv on the last day of the year. The number of days is not given.
 */
export const stationAnnual: Adapter = {
  id: 'station-annual',
  source: SOURCE,
  form: 'annual means of stations, header with station_id, city, PM2.5_24h, …',
  span: 'year',
  basis: () => 'mixed-2018',
  recognises: ({ head }) => {
    const header = firstLine(head);
    return header.includes('station_id') && header.includes('PM2.5_24h');
  },
  read: async function* (paths, context) {
    for (const path of paths) yield cityMeans(path, rowsOf(await context.bytes(path)), context);
  },
};

function cityMeans(
  path: string,
  [header = [], ...rows]: readonly string[][],
  { stations: network }: Pick<ReadContext, 'stations'>,
): Batch {
  const finding = reporter(SOURCE, path);
  const findings: Finding[] = [];
  const stations = new Map<string, Partial<Record<Series, number>>[]>();
  const notAssessed = new Set<string>();
  const controls: string[] = [];
  const unknown: string[] = [];
  rows.forEach((cells, i) => {
    const at = i + 2;
    if (cells.length !== header.length) {
      const message = `The row has ${cells.length} cells instead of ${header.length} and is left out.`;
      findings.push(finding('warn', 'column-count', at, message, 'Get the file again.'));
      return;
    }
    const cell = (column: string) => cells[header.indexOf(column)]?.trim() ?? '';
    const site = cell('station_id');
    const role = network.role(site, `${YEAR}-12-31`, RULE);
    if (role.kind === 'control') controls.push(site);
    if (role.kind === 'not-assessed') notAssessed.add(role.unit);
    if (role.kind === 'unknown') unknown.push(site);
    if (role.kind !== 'evaluation') return;
    const values: Partial<Record<Series, number>> = {};
    for (const [series, column] of Object.entries(COLUMNS) as [Series, string][]) {
      const read = reading(cell(column), series, 'year');
      if (read.kind === 'value') values[series] = read.value;
      if (read.kind === 'refused') {
        const message = `${site}: ${series} “${cell(column)}” ${read.why}; the value is not used.`;
        findings.push(
          finding('warn', 'implausible', at, message, 'Nothing to do, unless the value is known to be true.'),
        );
      }
    }
    stations.set(role.city, [...(stations.get(role.city) ?? []), values]);
  });
  if (unknown.length > 0) {
    const message = `${unknown.length} sites are in no station list: ${unknown.join(', ')}.`;
    const remedy = 'Add a list that has them: npm run stations -- <list.csv> …';
    findings.push(finding('error', 'unknown-site', null, message, remedy));
  }
  if (controls.length > 0) {
    const message = `${controls.length} control sites are left out: ${controls.join(', ')}.`;
    findings.push(finding('note', 'control-sites', null, message, 'Nothing to do.'));
  }
  if (notAssessed.size > 0) {
    const message = `Not assessed as cities and left out: ${[...notAssessed].join(', ')}.`;
    findings.push(finding('note', 'not-assessed', null, message, 'Nothing to do.'));
  }
  const sites = network.evaluationSites(FIRST_WHOLE_LIST);
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
