import { closeSync, openSync, readdirSync, readSync } from 'node:fs';
import path from 'node:path';

/** Files with the same columns, their days (YYYY-MM-DD), and the columns: names of sites in the order of the header. */
export type HeaderGroup = Readonly<{ sites: readonly string[]; files: readonly string[]; days: readonly string[] }>;

/** A day (YYYY-MM-DD) whose last hour, label 0 of the next file, stands in a file with other columns. */
export type Stray = Readonly<{ day: string; own: number; next: number }>;

export type Grouped = Readonly<{ groups: readonly HeaderGroup[]; strays: readonly Stray[] }>;

const HEAD = 1 << 16;

/** The files of folders by their columns. */
export function groupByHeader(folders: readonly string[]): Grouped {
  const files = folders.flatMap((dir) => readdirSync(dir).map((name) => path.join(dir, name)));
  const byHeader = new Map<string, string[]>();
  for (const file of files.sort()) {
    const header = headerOf(file);
    byHeader.set(header, [...(byHeader.get(header) ?? []), file]);
  }
  const groups = [...byHeader].map(([header, members]) => ({
    ...{ sites: header.split(',').slice(3), files: members, days: members.map(dayOf) },
  }));
  const groupOf = new Map(groups.flatMap(({ days }, i) => days.map((day) => [day, i] as const)));
  const strays = [...groupOf].flatMap(([date, next]): Stray[] => {
    const day = new Date(Date.parse(date) - 864e5).toISOString().slice(0, 10);
    const own = groupOf.get(day);
    return own === undefined || own === next ? [] : [{ day, own, next }];
  });
  return { groups, strays };
}

function headerOf(file: string): string {
  const buffer = Buffer.alloc(HEAD);
  const handle = openSync(file, 'r');
  const head = buffer.subarray(0, readSync(handle, buffer, 0, HEAD, 0));
  closeSync(handle);
  const end = head.indexOf(10);
  return head.toString('latin1', 0, end < 0 ? head.length : end).trim();
}

/** china_sites_20190531.csv is the file of 2019-05-31. */
function dayOf(file: string): string {
  return path.basename(file).replace(/^.*(\d{4})(\d{2})(\d{2})\.csv$/, '$1-$2-$3');
}
