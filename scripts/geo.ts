/**
 * npm run geo: makes the map of China that the reports are drawn on.
 *
 *   reads  node_modules/echarts (map/json, the South China Sea inset), data/cities.csv, data/geo/units.csv
 *   makes  data/geo/china.topo.json: prefectures, provinces, south-china-sea; degrees, borders shared, sorted by code
 *
 * Fails on a unit of the source that is neither a city nor listed in units.csv, and on a city that has no shape.
 */
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { pino } from 'pino';
import { type EncodedFeature, ringsOf } from './geo/decode.ts';
import { healed, type Unit } from './geo/heal.ts';
import { joinedCodes, type UnitRow } from './geo/join.ts';
import { polygonsOf } from './geo/polygons.ts';
import { dashesOf, smallRings, southChinaSea } from './geo/south-china-sea.ts';
import { topologyOfChina } from './geo/topology.ts';

const log = pino({ base: null });
const echarts = join(createRequire(import.meta.url).resolve('echarts/package.json'), '..');
const read = (path: string): string => readFileSync(path, 'utf8');
const features = (name: string): EncodedFeature[] => JSON.parse(read(join(echarts, 'map/json', name))).features;
const table = (path: string): Record<string, string>[] => parse(read(path), { columns: true, bom: true });

const prefectures = features('china-cities.json');
const codes = joinedCodes(prefectures, table('data/cities.csv'), table('data/geo/units.csv') as UnitRow[]);
const units = prefectures.map((feature): Unit => {
  const code = codes.get(feature.id) ?? '';
  const coordinates = polygonsOf(ringsOf(feature));
  return { type: 'Feature', properties: { code }, geometry: { type: 'MultiPolygon', coordinates } };
});
units.sort((a, b) => (a.properties.code < b.properties.code ? -1 : 1));
log.info({ source: 'echarts', units: units.length }, 'decoded and joined');

const { units: whole, twins, gaps } = healed(units);
log.info({ twins, gaps }, 'borders drawn twice joined, gaps closed');

const only = (name: string, id: string): EncodedFeature => {
  const found = features(name).find((feature) => feature.id === id);
  if (!found) throw new Error(`echarts ${name}: no feature ${id}`);
  return found;
};
const sea = southChinaSea(
  dashesOf(read(join(echarts, 'src/coord/geo/fix/nanhai.js'))),
  ringsOf(only('province/hainan.json', '460300')),
  smallRings(ringsOf(only('china.json', '710000')), 0.5).filter((ring) => (ring[0]?.[0] ?? 0) > 123),
);

const topology = topologyOfChina(whole, sea);
const text = `${JSON.stringify(topology)}\n`;
writeFileSync('data/geo/china.topo.json.part', text);
renameSync('data/geo/china.topo.json.part', 'data/geo/china.topo.json');
const points = topology.arcs.reduce((sum, arc) => sum + arc.length, 0);
log.info(
  { file: 'data/geo/china.topo.json', kB: Math.round(text.length / 1024), arcs: topology.arcs.length, points },
  'written',
);
