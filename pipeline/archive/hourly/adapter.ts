import path from 'node:path';
import { dayAfter } from '../../dates.ts';
import type { Basis, Finding } from '../../types.ts';
import { type Adapter, type Batch, EMPTY_TALLY, type ReadContext, type Sample } from '../adapter.ts';
import { programChecksum, stampOf } from '../checksum.ts';
import { decode } from '../decode.ts';
import { reporter } from '../finding.ts';
import { yearFindings } from './archive-notes.ts';
import { CitySeries } from './city-series.ts';
import { dayOfName } from './day-file.ts';
import { HourFiles } from './hour-files.ts';
import { Columns, LEAD } from './layout.ts';
import { cityMembers, type Members, stationMembers } from './members.ts';
import { readYear } from './read-year.ts';
import { YearStore } from './year-store.ts';

const SOURCE = 'archive-hourly';

/** The release switched to actual conditions on 2018-09-01. */
const basis = (year: number): Basis => (year < 2018 ? 'standard-273K' : year === 2018 ? 'mixed-2018' : 'actual-298K');

const isSite = (column: string): boolean => /^\d{4}[A-Z](\.\d+)?$/.test(column);

/** Whether the first columns after date, hour and type are sites or cities; the header may be longer than the sample. */
function columnsAre(test: (column: string) => boolean): Adapter['recognises'] {
  return ({ head }: Sample) => {
    const lead = decode(head.subarray(0, 200));
    return (
      lead.startsWith(LEAD) &&
      test(
        lead
          .slice(LEAD.length)
          .split(/[,\r\n]/, 1)[0]
          ?.trim() ?? '',
      )
    );
  };
}

/**
 * Hourly values of the network's sites, one file a day: `date,hour,type,1001A,…`, 24 hours of 15 types. What is read: PM2.5,
 * PM10, SO2, NO2, CO (mg/m³) and O3.
 */
export const stationHourly: Adapter = {
  id: 'station-hourly',
  source: SOURCE,
  form: 'hourly values of sites, one file a day, header date,hour,type,1001A,…',
  span: 'day',
  basis,
  recognises: columnsAre(isSite),
  read: (paths, context) =>
    readHours(paths, context, 'station-hourly', (columns, codes) =>
      stationMembers(context.stations, context.hourly.control, columns, codes),
    ),
};

/** The same layout with a column for each city, by its Chinese name: its hours are taken for those of one site. */
export const cityHourly: Adapter = {
  id: 'city-hourly',
  source: SOURCE,
  form: 'hourly values of cities, one file a day, header date,hour,type,北京,…',
  span: 'day',
  basis,
  recognises: columnsAre((column) => /\p{Script=Han}/u.test(column)),
  read: (paths, context) =>
    readHours(paths, context, 'city-hourly', (columns, codes) => cityMembers(context.resolve, columns, codes)),
};

async function* readHours(
  paths: readonly string[],
  context: ReadContext,
  form: string,
  membersOf: (columns: Columns, codes: string[]) => Members,
): AsyncIterable<Batch> {
  const { byDate, findings } = fileByDate(paths);
  if (findings.length > 0) yield { records: [], findings, tally: EMPTY_TALLY };
  const dates = [...byDate.keys()].sort();
  let spare: Float64Array | null = null;
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
  for (const year of years.filter((each) => each >= context.years.from && each <= context.years.to)) {
    const { hourly: options } = context;
    const name = `${form}-${year}`;
    const columnsBy = form === 'station-hourly' ? context.stations.text : options.places;
    const rules = [form, options.control, options.sites, JSON.stringify(options.breakpoints), columnsBy];
    const file = options.cacheDir === null ? null : path.join(options.cacheDir, `${name}.year`);
    const store = new YearStore(file, stampOf(...rules, programChecksum()), spare);
    const columns = new Columns(store.lists.names.slice(1));
    const members = membersOf(columns, [...store.lists.codes]);
    // Files of the year, and of the days on either side, whose hours reach into it.
    const ofYear = new Map(
      [...byDate].filter(([date]) => date >= dayAfter(`${year}-01-01`, -1) && date <= `${year + 1}-01-01`),
    );
    const isKnown = (name: string) => members.role(name, `${year}-12-31`).kind !== 'unknown';
    const files = new HourFiles(ofYear, columns, store, isKnown);
    readYear({ year, files, columns, members, store, options, told: (bytes) => context.told?.(bytes) });
    const headers = new Set([...ofYear.keys()].map((date) => files.facts(date)?.names ?? []));
    const expected = citiesOf(new Set([...headers].flat()), members, `${year}-12-31`);
    const cities = new CitySeries({
      ...{ year, store, members, expected },
      ...{ rule: options.sites, breakpoints: options.breakpoints },
    });
    const isKept = store.before !== '' && options.before?.get(name) === store.before;
    const part = isKept ? cities.changed() : null;
    yield { records: [], series: cities.series(part), part, findings: [], tally: EMPTY_TALLY };
    const empty = cities.empty();
    const facts = (date: string) => files.facts(date);
    const found = yearFindings({ year, source: SOURCE, paths: byDate, facts, members, empty });
    const lists = { names: columns.names, codes: members.codes };
    const made = { name, stamp: store.save(new Map(files.kept()), lists, cities.codes) };
    spare = store.room();
    yield { records: [], findings: found, tally: EMPTY_TALLY, made };
  }
}

/** The cities that have a site, be it one that makes no value. */
function citiesOf(sites: Iterable<string>, members: Members, date: string): Set<string> {
  const roles = [...sites].map((name) => members.role(name, date));
  return new Set(roles.flatMap((role) => ('city' in role && role.city !== null ? [role.city] : [])));
}

/** One file for each date, by the date in its name. */
function fileByDate(paths: readonly string[]): { byDate: Map<string, string>; findings: Finding[] } {
  const byDate = new Map<string, string>();
  const findings: Finding[] = [];
  for (const path of [...paths].sort()) {
    const finding = reporter(SOURCE, path);
    const date = dayOfName(path);
    const other = date === null ? undefined : byDate.get(date);
    if (date === null) {
      const message = 'The name holds no date (YYYYMMDD), so its day is not known, and the file is left out.';
      findings.push(
        finding('warn', 'no-date', null, message, 'Name it as the release does: china_sites_20190101.csv.'),
      );
    } else if (other !== undefined) {
      const message = `There are two files of ${date}; ${other.split('/').at(-1)} counts.`;
      findings.push(
        finding('warn', 'two-files-one-day', null, message, 'Find out which is right, and move the other away.'),
      );
    } else byDate.set(date, path);
  }
  return { byDate, findings };
}
