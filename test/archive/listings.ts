import { readSiteName } from '../../pipeline/archive/site-name.ts';
import type { Listing, Place } from '../../pipeline/archive/station-list.ts';
import { CityIndex } from '../../pipeline/ingest/cities.ts';
import { city } from '../build.ts';

const named = (code: string, zh: string, validTo: number | null = null) =>
  city(code, { name: { en: zh, zh: `${zh}市` }, short: { en: zh, zh }, validTo });

/** Laiwu, dissolved at the end of 2018, Jinan, which took it over, Qingdao, and the county-level unit Zhangqiu. */
export const SHANDONG = new CityIndex(
  [named('371200', '莱芜', 2018), named('370100', '济南'), named('370200', '青岛')],
  new Map([['章丘', 'county-level city']]),
);

export const LAIWU: Place = { city: '371200', unit: '莱芜', lastYear: 2018 };
export const JINAN: Place = { city: '370100', unit: '济南', lastYear: null };
export const ZHANGQIU: Place = { city: null, unit: '章丘', lastYear: null };

/** One site in one list: in Jinan, not flagged by the list, without a position, unless said otherwise. */
export function listing(year: number, name: string, parts: Partial<Listing> = {}): Listing {
  return { year, code: '1001A', name, said: readSiteName(name), place: JINAN, flag: null, position: null, ...parts };
}
