import type { ReadContext } from './adapter.ts';

type Table = readonly (readonly string[])[];

/** Whether a header is that of a list of the network's stations: 监测点编码, 监测点名称, 城市, … and from 2021 on 对照点. */
export const isStationList = (header: readonly string[]): boolean =>
  header.includes('监测点编码') && header.includes('监测点名称');

/** Codes of control sites: flagged Y in a list, or called 对照点 in any. */
export function controlSites(lists: readonly Table[]): ReadonlySet<string> {
  const codes = new Set<string>();
  for (const [header = [], ...rows] of lists) {
    const [code, name, flag] = ['监测点编码', '监测点名称', '对照点'].map((column) => header.indexOf(column));
    for (const row of rows) {
      if (row[flag ?? -1] === 'Y' || row[name ?? -1]?.includes('对照点')) codes.add(row[code ?? -1] ?? '');
    }
  }
  return codes;
}

/** How many evaluation sites each city has at least: the smallest number that a list gives. */
export function evaluationSites(
  lists: readonly Table[],
  control: ReadonlySet<string>,
  { resolve }: Pick<ReadContext, 'resolve'>,
): ReadonlyMap<string, number> {
  const least = new Map<string, number>();
  for (const [header = [], ...rows] of lists) {
    const counts = new Map<string, number>();
    for (const row of rows) {
      if (control.has(row[header.indexOf('监测点编码')] ?? '')) continue;
      const city = resolve(row[header.indexOf('城市')] ?? '');
      if (city.kind === 'city') counts.set(city.city.code, (counts.get(city.city.code) ?? 0) + 1);
    }
    for (const [code, count] of counts) least.set(code, Math.min(count, least.get(code) ?? count));
  }
  return least;
}
