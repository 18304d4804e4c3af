import { dayAfter } from '../../dates.ts';
import type { Basis, Finding } from '../../types.ts';
import { type Adapter, type Batch, EMPTY_TALLY, type KeptYear, type ReadContext, type Sample } from '../adapter.ts';
import { reporter } from '../finding.ts';
import { decode } from '../raw-table.ts';
import { yearFindings } from './archive-notes.ts';
import { DayCache } from './day-cache.ts';
import { dayOfName } from './day-file.ts';
import { HourFiles } from './hour-files.ts';
import { Columns, LEAD } from './layout.ts';
import { LineCache, stampOf } from './line-cache.ts';
import { cityMembers, type Members, stationMembers } from './members.ts';
import { readYear } from './read-year.ts';

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
  const years = [...new Set(dates.map((date) => Number(date.slice(0, 4))))];
  for (const year of years.filter((each) => each >= context.years.from && each <= context.years.to)) {
    const { hourly: options } = context;
    const rules = JSON.stringify([
      form,
      options.control,
      options.sites,
      options.breakpoints,
      form === 'station-hourly' ? context.stations.text : options.places,
    ]);
    const cache = new DayCache(options.cacheDir, `${form}-${year}`, rules);
    const columns = new Columns(cache.lists.names.slice(1));
    const members = membersOf(columns, [...cache.lists.codes]);
    // Files of the year, and of the days on either side, whose hours reach into it.
    const ofYear = new Map(
      [...byDate].filter(([date]) => date >= dayAfter(`${year}-01-01`, -1) && date <= `${year + 1}-01-01`),
    );
    const isKnown = (name: string) => members.role(name, `${year}-12-31`).kind !== 'unknown';
    const files = new HourFiles(ofYear, columns, cache, isKnown);
    const told = (bytes: number) => context.told?.(bytes);
    const facts = (date: string) => files.facts(date);
    const lines = new LineCache(options.cacheDir, `${form}-${year}`);
    const madeOf = () => stampOf(cache.rules, ...[...ofYear.keys()].map((date) => `${date} ${files.identity(date)}`));
    const before = files.areUnchanged() ? lines.outcome(madeOf()) : null;
    const keptBefore = before && lines.kept(before.stamps);
    if (before && keptBefore && [keptBefore.year, ...keptBefore.months].every(({ run }) => run !== null)) {
      const findings = yearFindings({ year, source: SOURCE, paths: byDate, facts, members, empty: before.empty });
      yield { records: [], series: [], kept: keptBefore, findings, tally: EMPTY_TALLY };
      continue;
    }
    const { cities, madeFrom, changes } = readYear({ year, files, columns, members, cache, options, told });
    const headers = new Set([...ofYear.keys()].map((date) => files.facts(date)?.names ?? []));
    const expected = citiesOf(new Set([...headers].flat()), members, `${year}-12-31`);
    const stampsOf = (from: readonly string[]) => {
      const months = from.map((each) => stampOf(cache.rules, each));
      return { months, year: stampOf(...months, ...expected) };
    };
    const stamps = stampsOf(madeFrom);
    const others = changes && othersOf(lines.kept(stampsOf(changes.madeFrom)), changes.cities);
    const kept = { ...lines.kept(stamps), ...(others ? { others } : {}) };
    const series = cities.series(year, expected, options.breakpoints, others ? others.changed : null);
    yield { records: [], series, kept, findings: [], tally: EMPTY_TALLY };
    const empty = cities.empty();
    const found = yearFindings({ year, source: SOURCE, paths: byDate, facts, members, empty });
    cache.save(files.kept(), { names: columns.names, codes: members.codes });
    lines.keepOutcome(madeOf(), { stamps, empty });
    yield { records: [], series: [], findings: found, tally: EMPTY_TALLY };
  }
}

/** The lines of an earlier run for the cities that did not change; null unless all of them are there. */
function othersOf({ year, months }: KeptYear, changed: ReadonlySet<string>): KeptYear['others'] | null {
  const runs = months.flatMap(({ run }) => (run === null ? [] : [run]));
  return year.run === null || runs.length < months.length ? null : { changed, year: year.run, months: runs };
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
