import type { Feature, FeatureCollection, MultiPolygon } from 'geojson';
import { feature, mergeArcs } from 'topojson-client';
import { topology } from 'topojson-server';
import type { MultiPolygon as ArcPolygons, GeometryCollection, Topology } from 'topojson-specification';
import type { Position, Ring } from './decode.ts';
import { area, mostlyInside } from './polygons.ts';

export type Unit = Feature<MultiPolygon, { code: string }>;

/** No overlap of two units is as large as this, in square degrees. */
const LAND = 0.5;
/** Two versions of one border may enclose this much, in square degrees, and still be one border. */
const SAME_BORDER = 0.01;

/**
 * Makes neighbours share their borders. The source drew some borders twice, a grid step apart, so that hairs of nothing
 * lie between the units, and drew Chongqing and Beijing apart from their neighbours altogether. Where two lines join the
 * same two corners, one is kept; what is left open inside the country goes to the unit that it surrounds or touches most.
 * Returns the units and what was mended.
 */
export function healed(units: readonly Unit[]): { units: Unit[]; twins: number; gaps: number } {
  const topo = topologyOf(units);
  const twins = joinTwins(topo);
  let mended = unitsOf(topo);
  let gaps = 0;
  // Closing one gap can part another in two, so the country is looked at again.
  for (let pass = 0; pass < 3; pass++) {
    const rejoined = topologyOf(mended);
    gaps += fillGaps(rejoined);
    mended = unitsOf(rejoined);
  }
  return { units: mended, twins, gaps };
}

export function topologyOf(units: readonly Unit[]): Topology {
  const collection: FeatureCollection = { type: 'FeatureCollection', features: [...units] };
  return topology({ units: collection });
}

const geometriesOf = (topo: Topology): ArcPolygons<{ code: string }>[] =>
  (topo.objects.units as GeometryCollection<{ code: string }>).geometries as ArcPolygons<{ code: string }>[];

function unitsOf(topo: Topology): Unit[] {
  return geometriesOf(topo).map((geometry) => {
    const one = feature(topo, geometry) as unknown as Feature<MultiPolygon, { code: string }>;
    return { ...one, properties: { code: geometry.properties?.code ?? '' } };
  });
}

const reversed = (ring: readonly number[]): number[] => [...ring].reverse().map((arc) => ~arc);
const plain = (arc: number): number => (arc < 0 ? ~arc : arc);

function joinTwins(topo: Topology): number {
  const owners = ownersOf(topo);
  const byEnds = new Map<string, number[]>();
  topo.arcs.forEach((line, index) => {
    const [first, last] = [String(line[0]), String(line.at(-1))];
    if (first === last || owners.get(index)?.size !== 1) return;
    const key = first < last ? `${first}|${last}` : `${last}|${first}`;
    byEnds.set(key, [...(byEnds.get(key) ?? []), index]);
  });
  const replaced = new Map<number, number>();
  for (const group of byEnds.values()) {
    // Both sides of a small unit may join the same corners, so a line takes the nearest twin, and of another unit only.
    const pairs = group.flatMap((one, i) => group.slice(i + 1).map((two) => pairOf(topo, one, two)));
    const taken = new Set<number>();
    for (const { one, two, same, between } of pairs.sort((a, b) => a.between - b.between)) {
      const [owner] = owners.get(one) ?? [];
      if (between > SAME_BORDER || taken.has(one) || taken.has(two) || owners.get(two)?.has(owner as ArcPolygons))
        continue;
      taken.add(one).add(two);
      replaced.set(two, same ? one : ~one);
    }
  }
  const swap = (arc: number): number => {
    const to = replaced.get(plain(arc));
    if (to === undefined) return arc;
    return arc < 0 ? ~to : to;
  };
  for (const geometry of geometriesOf(topo)) {
    geometry.arcs = geometry.arcs.map((polygon) => polygon.map((ring) => ring.map(swap)));
  }
  return replaced.size;
}

function ownersOf(topo: Topology): Map<number, Set<ArcPolygons>> {
  const owners = new Map<number, Set<ArcPolygons>>();
  for (const geometry of geometriesOf(topo)) {
    for (const arc of geometry.arcs.flat(2)) {
      owners.set(plain(arc), (owners.get(plain(arc)) ?? new Set()).add(geometry));
    }
  }
  return owners;
}

/** Two lines between the same corners: whether they run the same way, and the area between them. */
function pairOf(
  topo: Topology,
  one: number,
  two: number,
): { one: number; two: number; same: boolean; between: number } {
  const [a, b] = [lineOf(topo, [one]), lineOf(topo, [two])];
  const same = String(a[0]) === String(b[0]);
  const loop = [...a, ...(same ? b.reverse() : b)];
  return { one, two, same, between: Math.abs(area(loop)) };
}

function fillGaps(topo: Topology): number {
  const geometries = geometriesOf(topo);
  const country = mergeArcs(topo, geometries) as unknown as ArcPolygons;
  const shapes = country.arcs.map((polygon) => polygon.map((ring) => lineOf(topo, ring)));
  let gaps = 0;
  country.arcs.forEach((polygon, p) => {
    polygon.slice(1).forEach((hole, h) => {
      const outline = shapes[p]?.[h + 1] ?? [];
      // A ring that turns the same way as the outer one is an overlap, mended like a gap; a large one is land that
      // touches the rest in one point only.
      if (Math.abs(area(outline)) > LAND && area(outline) > 0 === area(shapes[p]?.[0] ?? []) > 0) return;
      const apart = country.arcs.filter((_, i) => i !== p && within(shapes[i]?.[0] ?? [], outline));
      const owner = neighbour(topo, geometries, apart[0]?.[0] ?? hole);
      const gap = { type: 'MultiPolygon', arcs: [[hole, ...apart.map(([outer]) => outer ?? [])].map(reversed)] };
      owner.arcs = (mergeArcs(topo, [owner, gap as ArcPolygons]) as unknown as ArcPolygons).arcs;
      gaps += 1;
    });
  });
  return gaps;
}

/** Whether a ring lies in a hole that it all but fills, so that their lines may cross: judged by its box and its middle. */
function within(ring: Ring, hole: Ring): boolean {
  const [west, south, east, north] = boxOf(ring);
  const [holeWest, holeSouth, holeEast, holeNorth] = boxOf(hole);
  const slack = 0.05;
  return (
    west > holeWest - slack &&
    east < holeEast + slack &&
    south > holeSouth - slack &&
    north < holeNorth + slack &&
    Math.abs(area(ring)) < Math.abs(area(hole)) * 1.2 &&
    mostlyInside([[(west + east) / 2, (south + north) / 2]], hole)
  );
}

function boxOf(ring: Ring): [number, number, number, number] {
  const [xs, ys] = [ring.map(([x]) => x), ring.map(([, y]) => y)];
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
}

/** The unit with the longest share of the gap's outline. */
function neighbour(topo: Topology, geometries: readonly ArcPolygons[], hole: readonly number[]): ArcPolygons {
  const arcs = new Set(hole.map(plain));
  let best: { geometry: ArcPolygons; length: number } | undefined;
  for (const geometry of geometries) {
    let length = 0;
    for (const arc of new Set(geometry.arcs.flat(2).map(plain)))
      if (arcs.has(arc)) length += topo.arcs[arc]?.length ?? 0;
    if (length > 0 && (best === undefined || length > best.length)) best = { geometry, length };
  }
  if (best === undefined) throw new Error('map source: a gap in the country touches no unit');
  return best.geometry;
}

function lineOf(topo: Topology, arcs: readonly number[]): Ring {
  return arcs.flatMap((arc) => {
    const line = [...((topo.arcs[plain(arc)] ?? []) as Position[])];
    return arc < 0 ? line.reverse() : line;
  });
}
