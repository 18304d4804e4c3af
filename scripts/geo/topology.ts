import type { FeatureCollection, MultiPolygon as MultiPolygonShape } from 'geojson';
import { feature, mergeArcs, quantize } from 'topojson-client';
import { topology } from 'topojson-server';
import {
  filter,
  filterAttachedWeight,
  presimplify,
  simplify,
  sphericalRingArea,
  sphericalTriangleArea,
} from 'topojson-simplify';
import type { GeometryCollection, GeometryObject, MultiPolygon, Topology } from 'topojson-specification';
import type { Ring } from './decode.ts';
import { healed, type Unit } from './heal.ts';
import { area } from './polygons.ts';

const EARTH_KM2 = 6371 ** 2;
/** A corner that spans less than this (km²) cannot be seen at 170 mm, where a printed dot of 0.1 mm is 3 km wide. */
const CORNER_KM2 = 3;
/** Islands smaller than this (km²) are left out, unless they are all there is of a unit. */
const ISLAND_KM2 = 30;
/** A ring smaller than this (square degrees, 0.1 km²) has fallen flat. */
const NOTHING = 1e-5;
/** Steps across the country: about 60 m, far below a corner. */
const GRID = 1e5;

/** Prefectures, provinces merged from them (so that they nest exactly) and the South China Sea, simplified together. */
export function topologyOfChina(units: readonly Unit[], sea: FeatureCollection): Topology {
  const prefectureCollection: FeatureCollection = { type: 'FeatureCollection', features: [...units] };
  const raw = topology({ prefectures: prefectureCollection, 'south-china-sea': sea }, GRID);
  const weighted = presimplify(raw as Topology, sphericalTriangleArea);
  const simple = simplify(weighted, CORNER_KM2 / EARTH_KM2);
  const keep = filterAttachedWeight(simple, ISLAND_KM2 / EARTH_KM2, sphericalRingArea);
  const result = rejoined(placedPoints(raw, filter(simple, keep)));
  const prefectures = result.objects.prefectures as GeometryCollection<{ code: string }>;
  result.objects.provinces = { type: 'GeometryCollection', geometries: provincesOf(result, prefectures) };
  return compact(quantize(result as Topology<never>, GRID) as Topology);
}

function provincesOf(
  topo: Topology,
  prefectures: GeometryCollection<{ code: string }>,
): MultiPolygon<{ code: string }>[] {
  const codeOf = (unit: GeometryObject<{ code: string }>): string =>
    `${(unit as MultiPolygon<{ code: string }>).properties?.code.slice(0, 2)}0000`;
  const codes = [...new Set(prefectures.geometries.map(codeOf))].sort();
  return codes.map((code) => {
    const parts = prefectures.geometries.filter((g) => codeOf(g) === code) as MultiPolygon<{ code: string }>[];
    const merged = mergeArcs(topo, parts) as unknown as MultiPolygon;
    return { type: 'MultiPolygon', arcs: merged.arcs, properties: { code } };
  });
}

/** Simplifying turns arcs back into degrees and forgets the points. */
function placedPoints(raw: Topology, simple: Topology): Topology {
  const { scale, translate } = raw.transform ?? { scale: [1, 1], translate: [0, 0] };
  const sea = simple.objects['south-china-sea'] as GeometryCollection;
  const geometries = sea.geometries.map((geometry) => {
    if (geometry.type !== 'Point') return geometry;
    const [x = 0, y = 0] = geometry.coordinates;
    return { ...geometry, coordinates: [x * scale[0] + translate[0], y * scale[1] + translate[1]] };
  });
  return { ...simple, objects: { ...simple.objects, 'south-china-sea': { ...sea, geometries } } };
}

/** Borders that became all but equal by simplifying are one line again; rings that became a line are gone. */
function rejoined(topo: Topology): Topology {
  const units = feature(topo, 'prefectures') as unknown as FeatureCollection<MultiPolygonShape, { code: string }>;
  const whole = units.features.map((unit) => {
    const polygons = unit.geometry.coordinates.map((rings) =>
      rings.filter((ring) => Math.abs(area(ring as Ring)) > NOTHING),
    );
    const left = polygons.filter((rings) => rings.length > 0);
    return { ...unit, geometry: { ...unit.geometry, coordinates: left.length > 0 ? left : unit.geometry.coordinates } };
  });
  const sea = feature(topo, 'south-china-sea') as unknown as FeatureCollection;
  const joined = topology({
    prefectures: { ...units, features: healed(whole).units },
    'south-china-sea': sea,
  });
  for (const unit of (joined.objects.prefectures as GeometryCollection).geometries as MultiPolygon[]) {
    unit.arcs = unit.arcs.map((polygon) => polygon.map(withoutSpikes));
  }
  return joined;
}

/** A ring that does not go along a line and straight back. */
function withoutSpikes(ring: readonly number[]): number[] {
  const kept: number[] = [];
  for (const arc of ring) {
    if (kept.at(-1) === ~arc) kept.pop();
    else kept.push(arc);
  }
  let ends = 0;
  while (kept.length - 2 * ends > 2 && kept[ends] === ~(kept.at(-1 - ends) as number)) ends += 1;
  return kept.slice(ends, kept.length - ends);
}

/** The same topology with its members in a fixed order. */
function compact(topo: Topology): Topology {
  const {
    prefectures,
    provinces,
    'south-china-sea': sea,
  } = topo.objects as Topology['objects'] as Record<string, GeometryCollection>;
  if (!prefectures || !provinces || !sea) throw new Error('geo: an object of the topology is missing');
  const { bbox, transform, arcs } = topo;
  return { type: 'Topology', bbox, transform, objects: { prefectures, provinces, 'south-china-sea': sea }, arcs };
}
