import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Geo } from '../../../pipeline/figures/china-map.ts';
import { tokensOf } from '../../../pipeline/figures/tokens.ts';

export const tokens = tokensOf(readFileSync('templates/styles/tokens.css', 'utf8'));
export const geo = JSON.parse(readFileSync('data/geo/china.topo.json', 'utf8')) as Geo;

export type CityRow = Readonly<{
  code: string;
  name_en: string;
  name_zh: string;
  short_en: string;
  short_zh: string;
  lon: string;
  lat: string;
}>;
export const cities = parse(readFileSync('data/cities.csv', 'utf8'), { columns: true, bom: true }) as CityRow[];

/** Made up, smooth and the same each time: higher in the east and near 37 degrees north. */
export function madeUp(city: CityRow): number | null {
  if (Number(city.code) % 17 === 0) return null;
  const [lon, lat] = [Number(city.lon), Number(city.lat)];
  return Math.round(
    14 + 48 * Math.exp(-(((lon - 115) / 9) ** 2) - ((lat - 37) / 5) ** 2) + ((Number(city.code) / 100) % 7),
  );
}
