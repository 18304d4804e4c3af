import { dayAfter, daysInYear } from '../../dates.ts';
import type { Finding } from '../../types.ts';
import { reporter } from '../finding.ts';
import type { Membership } from './city-day.ts';
import type { FileFacts } from './day-file.ts';
import type { Members } from './members.ts';

/** A year's files by date, and what was found in each. */
export type YearFiles = Readonly<{
  year: number;
  source: string;
  paths: ReadonlyMap<string, string>;
  facts: (date: string) => FileFacts | null;
  members: Members;
  /** Cities that have a site in the files and no value. */
  empty: readonly string[];
}>;

/** What is to be said of a year of files: each file's faults, and what only shows when they are seen together. */
export function yearFindings({ year, source, paths, facts, members, empty }: YearFiles): Finding[] {
  const finding = reporter(source, String(year));
  const findings: Finding[] = [];
  const dates = [...paths.keys()].sort();
  const [first = '', last = ''] = [dates[0], dates.at(-1)];
  const strangers = new Map<string, number>();
  const controls = new Set<string>();
  const lost = { days: 0, hours: 0, values: 0 };
  let before: FileFacts | null = null;
  let parts: Membership | null = null;
  let duplicates = '';
  for (let date = `${year}-01-01`; date <= `${year}-12-31`; date = dayAfter(date)) {
    const file = paths.get(date);
    const found = facts(date);
    if (file === undefined || found === null) {
      lost.days += 1;
      lost.hours += 24;
      if (date < first || date > last) continue;
      const message = `There is no file of ${date}: its hours, and the last hour of the day before, are missing.`;
      findings.push(finding('warn', 'missing-day', null, message, 'Get the file, if it can be had.'));
      continue;
    }
    // A column that stands twice stands twice in hundreds of files: said once, until it is another.
    const own = found.faults.findings(source, file);
    const repeated = own.find(({ rule }) => rule === 'duplicate-column')?.message ?? '';
    findings.push(...own.filter(({ rule }) => rule !== 'duplicate-column' || repeated !== duplicates));
    if (found.names.length > 0) duplicates = repeated;
    lost.hours += 24 - found.labels.length;
    lost.values += found.faults.refused();
    for (const [name, count] of Object.entries(found.strangers))
      strangers.set(name, (strangers.get(name) ?? 0) + count);
    // A site's part can change while the columns stay, so it is asked for whenever either does.
    const membership = members.on(date);
    if (found.names !== before?.names || membership !== parts) {
      for (const name of found.names) if (members.role(name, date).kind === 'control') controls.add(name);
    }
    if (before && found.names !== before.names && found.names.length > 0)
      findings.push(...columnChange(before, found, reporter(source, file)));
    if (found.names.length === 0) continue;
    before = found;
    parts = membership;
  }
  for (const [name, count] of [...strangers].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const message = `${year}: “${name}” is not known; its values (${count}) make no city's.`;
    findings.push(
      finding(
        'warn',
        'unknown-station',
        null,
        message,
        'Add it to stations.csv, or a city to the aliases in cities.csv.',
      ),
    );
  }
  const note = (rule: string, message: string, remedy = 'Nothing to do.') =>
    findings.push(finding('note', rule, null, message, remedy));
  if (controls.size > 0) {
    note('control-sites', `${year}: ${controls.size} control sites are left out: ${[...controls].sort().join(', ')}.`);
  }
  if (empty.length > 0) {
    const message = `${year}: these cities have sites in the files and no value, because all are control sites or none reports: ${empty.join(', ')}.`;
    findings.push(finding('warn', 'city-without-value', null, message, 'See stations.csv, and --control dated.'));
  }
  note(
    'hours-lost',
    `${year}: of ${daysInYear(year) * 24} hours ${lost.hours} are missing (days without a file: ${lost.days}); values kept out: ${lost.values}.`,
  );
  return findings;
}

function columnChange(before: FileFacts, now: FileFacts, finding: ReturnType<typeof reporter>): Finding[] {
  const [old, current] = [new Set(before.names), new Set(now.names)];
  const came = now.names.filter((name) => !old.has(name));
  const went = before.names.filter((name) => !current.has(name));
  if (came.length + went.length === 0) return [];
  const some = (names: readonly string[]) =>
    names.length === 0 ? '' : ` (${names.slice(0, 6).join(', ')}${names.length > 6 ? ', …' : ''})`;
  const message = `The columns are not those of the file before: ${came.length} came${some(came)}, ${went.length} went${some(went)}.`;
  return [finding('note', 'column-set', 1, message, 'Nothing to do: columns are read by their name.')];
}
