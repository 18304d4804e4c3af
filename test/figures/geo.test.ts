import { statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cities, geo } from './samples/context.ts';

const codes = geo.objects.prefectures.geometries.map((unit) => unit.properties.code);
const owners = new Map<number, number>();
for (const unit of geo.objects.prefectures.geometries) {
  for (const arc of unit.arcs.flat(2)) owners.set(arc < 0 ? ~arc : arc, (owners.get(arc < 0 ? ~arc : arc) ?? 0) + 1);
}

describe('data/geo/china.topo.json', () => {
  it('is under 1 MB', () => {
    expect(statSync('data/geo/china.topo.json').size).toBeLessThan(1_000_000);
  });

  it('gives every unit its own code, in order', () => {
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(codes.every((code) => /^\d{6}$/.test(code))).toBe(true);
  });

  it('has a shape for every city but Sansha, whose islands are points', () => {
    const without = cities.filter((city) => !codes.includes(city.code)).map((city) => city.name_en);
    expect(without).toEqual(['Sansha']);
    const islands = geo.objects['south-china-sea'].geometries.filter((one) => one.properties.code === '460300');
    expect(islands.length).toBeGreaterThan(100);
  });

  it('leaves no unit without an outline', () => {
    const empty = geo.objects.prefectures.geometries.filter((unit) =>
      unit.arcs.flat().some((ring) => ring.length === 0),
    );
    expect(empty.map((unit) => unit.properties.code)).toEqual([]);
  });

  it('has Laiwu apart from Jinan, as in 2018', () => {
    expect(codes).toContain('371200');
    expect(codes).toContain('370100');
  });

  it('has 34 provinces, with Taiwan, Hong Kong and Macao, merged from the prefectures', () => {
    const provinces = geo.objects.provinces.geometries.map((unit) => unit.properties.code);
    expect(provinces).toHaveLength(34);
    expect(provinces).toEqual(expect.arrayContaining(['710000', '810000', '820000']));
    expect(new Set(codes.map((code) => `${code.slice(0, 2)}0000`))).toEqual(new Set(provinces));
  });

  it('has ten dashes in the South China Sea, islands and the frame of the inset', () => {
    const kinds = geo.objects['south-china-sea'].geometries.map((one) => one.properties.kind);
    expect(kinds.filter((kind) => kind === 'dash')).toHaveLength(10);
    expect(kinds.filter((kind) => kind === 'window')).toHaveLength(1);
  });

  it('shares its borders: no line belongs to more than two units, and inland cities own none alone', () => {
    expect(Math.max(...owners.values())).toBe(2);
    for (const code of ['410100', '500000', '420100', '510100', '140100', '110000']) {
      const unit = geo.objects.prefectures.geometries.find((one) => one.properties.code === code);
      const alone = (unit?.arcs.flat(2) ?? []).filter((arc) => owners.get(arc < 0 ? ~arc : arc) === 1);
      expect({ code, alone }).toEqual({ code, alone: [] });
    }
  });
});
