import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Batch, ReadContext } from '../../pipeline/archive/adapter.ts';
import { reportsFrom } from '../../pipeline/archive/network.ts';
import { type Station, Stations } from '../../pipeline/archive/stations.ts';
import { CityIndex } from '../../pipeline/ingest/cities.ts';
import type { City } from '../../pipeline/types.ts';

const province = { code: '150000', name: { en: 'P', zh: '省' }, short: { en: 'P', zh: '省' } };
const city = (code: string, zh: string, en: string): City => ({
  ...{ code, province, level: 'prefecture', lon: 110, lat: 40, population: null, validFrom: null, validTo: null },
  ...{ name: { en, zh: `${zh}市` }, short: { en, zh }, aliases: [] },
});

/** Baotou, one of the 161 first cities, and Xinxiang, connected in December 2014; Yiwu is a county-level city. */
export const INDEX = new CityIndex(
  [city('150200', '包头', 'Baotou'), city('410700', '新乡', 'Xinxiang')],
  new Map([['义乌', 'county-level city']]),
);

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

/** 包头, 新乡 and the header of the monthly archive in GB18030; everything else must be ASCII. */
const GB18030: Readonly<Record<string, readonly number[]>> = {
  月份: [0xd4, 0xc2, 0xb7, 0xdd],
  范围: [0xb7, 0xb6, 0xce, 0xa7],
  质量等级: [0xd6, 0xca, 0xc1, 0xbf, 0xb5, 0xc8, 0xbc, 0xb6],
  良: [0xc1, 0xbc],
};
export function gb18030(text: string): Uint8Array {
  const parts = text.split(new RegExp(`(${Object.keys(GB18030).join('|')})`));
  return Uint8Array.from(parts.flatMap((part) => GB18030[part] ?? [...part].map((c) => c.charCodeAt(0))));
}

/** A context whose files, and sites, are given inline. */
export function contextOf(files: Readonly<Record<string, Uint8Array>>, stations: readonly Station[] = []): ReadContext {
  return {
    resolve: (name) => INDEX.resolve(name),
    reports: reportsFrom(new Set(['150200'])),
    stations: new Stations(stations),
    years: { from: 2014, to: 2018 },
    bytes: async (file) => files[file] ?? utf8(''),
    hourly: { breakpoints: [], places: '', control: 'flagged', sites: 'any', cacheDir: null },
  };
}

export async function all(batches: AsyncIterable<Batch>): Promise<Batch[]> {
  const list: Batch[] = [];
  for await (const batch of batches) list.push(batch);
  return list;
}

/** A folder with files of the given paths and contents. */
export function folder(files: Readonly<Record<string, string | Uint8Array>>): string {
  const dir = mkdtempSync(path.join(tmpdir(), 'china-air-archive-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(dir, name)), { recursive: true });
    writeFileSync(path.join(dir, name), content);
  }
  return dir;
}

const typeOf = (column: string) =>
  /^(lon|lat)$/.test(column) ? 'number' : /_list$/.test(column) ? 'integer' : 'string';

const table = (name: string, columns: readonly string[]) => ({
  name,
  path: `${name}.csv`,
  schema: { fields: columns.map((column) => ({ name: column, type: typeOf(column) })) },
});

const STATION_COLUMNS = [
  ...['code', 'name', 'city', 'unit', 'lon', 'lat', 'control', 'control_until'],
  ...['opened', 'closed', 'valid_from', 'valid_to', 'first_list', 'last_list'],
];

/** A data folder that knows the same cities as INDEX, and no sites. */
export function dataFolder(): string {
  const provinces = ['code', 'name_en', 'name_zh', 'short_en', 'short_zh'];
  const cities = [...provinces, 'province_code', 'level', 'lon', 'lat', 'aliases'];
  const rows = [
    '150200,Baotou,包头市,Baotou,包头,150000,prefecture,109.8,40.6,',
    '410700,Xinxiang,新乡市,Xinxiang,新乡,150000,prefecture,113.9,35.3,',
  ];
  const resources = [
    table('provinces', provinces),
    table('cities', cities),
    table('city-not-assessed', ['name_zh', 'reason']),
    table('cohorts', ['scope', 'code']),
    table('stations', STATION_COLUMNS),
  ];
  return folder({
    'datapackage.json': JSON.stringify({ name: 'test', resources }),
    'provinces.csv': `${provinces.join()}\n150000,P,省,P,省\n`,
    'cities.csv': `${[cities.join(), ...rows].join('\n')}\n`,
    'city-not-assessed.csv': 'name_zh,reason\n义乌,county-level city\n',
    'cohorts.csv': 'scope,code\nCN-161,150200\n',
    'stations.csv': `${STATION_COLUMNS.join()}\n`,
  });
}
