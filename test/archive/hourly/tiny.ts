import { stationHourly } from '../../../pipeline/archive/hourly/adapter.ts';
import type { Station } from '../../../pipeline/archive/stations.ts';
import type { Finding } from '../../../pipeline/types.ts';
import { utf8 } from './make-files.ts';
import { type Run, scanned } from './world.ts';

const OPEN = { controlUntil: null, opened: null, closed: null, validFrom: null, validTo: null } as const;
const site = (code: string, city: string): Station => ({ code, city, unit: city, control: 'no', ...OPEN });

/** 1001A is Beijing's only site, 1002A Tianjin's, 1003A Shijiazhuang's. */
export const STATIONS = [site('1001A', '110000'), site('1002A', '120000'), site('1003A', '130100')];
const SITES = STATIONS.map(({ code }) => code);

export const FIRST = 'china_sites_20190301.csv';
/** The file that is damaged. It holds hours 1 to 23 of 2 March, and at label 0 the last hour of 1 March. */
export const MIDDLE = 'china_sites_20190302.csv';
export const LAST = 'china_sites_20190303.csv';

/**
 * A file of PM2.5 alone: header in line 1, label h in line h + 2. Each hour has its own number as its value, label 0 the 24,
 * so that a day's mean is 12.5, and without the hours that sum up to s, of n that are left, (300 - s) / n.
 */
export function dayText(name: string, sites = SITES): string {
  const date = /\d{8}/.exec(name)?.[0] ?? '';
  const rows = Array.from({ length: 24 }, (_, hour) => [date, hour, 'PM2.5', ...sites.map(() => hour || 24)].join());
  return [['date,hour,type', ...sites].join(), ...rows].join('\r\n');
}

/** A text with one line changed (1 is the header); null takes the line away. */
export function withLine(text: string, line: number, change: (line: string) => string | null): string {
  const lines = text.split('\r\n');
  const changed = change(lines[line - 1] ?? '');
  return lines.toSpliced(line - 1, 1, ...(changed === null ? [] : [changed])).join('\r\n');
}

/** Three days, in which the middle file is replaced; null takes it away. `more` adds files. */
export async function withMiddle(
  middle: string | Uint8Array | null,
  more: Readonly<Record<string, string | Uint8Array>> = {},
): Promise<Run> {
  const files = { [FIRST]: dayText(FIRST), ...(middle === null ? {} : { [MIDDLE]: middle }), [LAST]: dayText(LAST) };
  const made = Object.entries({ ...files, ...more });
  return await scanned(
    stationHourly,
    made.map(([name, content]) => ({ name, bytes: typeof content === 'string' ? utf8(content) : content })),
    STATIONS,
  );
}

/** Beijing's PM2.5 of a day of March, rounded to 6 decimals; undefined is missing. */
export function beijing({ days }: Run, day: 1 | 2 | 3, code = '110000'): number | undefined {
  const value = days.get(`${code} pm25 2019-03-0${day}`);
  return value === undefined ? undefined : Number(value.toFixed(6));
}
export const tianjin = (run: Run, day: 1 | 2 | 3): number | undefined => beijing(run, day, '120000');

/** Findings as `severity rule file:row`, without those that every run has. */
export function found({ findings }: Pick<Run, 'findings'>): string[] {
  const always = ['hours-lost'];
  const place = ({ file, row }: Finding) => file.replace(/^archive-hourly\/?/, '') + (row === null ? '' : `:${row}`);
  return findings
    .filter(({ rule }) => !always.includes(rule))
    .map((each) => `${each.severity} ${each.rule} ${place(each)}`.trim());
}

export const messageOf = ({ findings }: Pick<Run, 'findings'>, rule: string): string =>
  findings.find((each) => each.rule === rule)?.message ?? '';
