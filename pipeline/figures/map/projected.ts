import { mergeArcs, meshArcs } from 'topojson-client';
import type { GeometryObject, MultiLineString, MultiPolygon, Topology } from 'topojson-specification';
import type { Point, Projection } from './albers.ts';
import { arcsOf, type Geo, type Unit } from './geo.ts';

/** The topology on paper: each border projected and thinned once, so that neighbours keep sharing it. Arcs in px. */
export type Projected = Readonly<{ topology: Topology; line: (arc: number) => Point[] }>;

/** `tolerance` in px: a corner that moves a border by less than this is dropped. */
export function projected(geo: Geo, projection: Projection, tolerance = 0.3): Projected {
  const arcs = arcsOf(geo).map((arc) => thinned(arc.map(projection), tolerance).map(tenths));
  const { transform: _, ...rest } = geo;
  const line = (arc: number): Point[] => {
    const points = (arcs[arc < 0 ? ~arc : arc] ?? []) as Point[];
    return arc < 0 ? [...points].reverse() : points;
  };
  return { topology: { ...rest, arcs } as unknown as Topology, line };
}

/** One outline around all units given: inner borders vanish, which keeps the drawing light. */
export function outline(map: Projected, units: readonly Unit[]): Point[][] {
  const merged = mergeArcs(map.topology, [...units]) as unknown as MultiPolygon;
  return merged.arcs.flat().map((ring) => joined(map, ring));
}

/** The borders for which `keep` says yes, each drawn once. */
export function borders(map: Projected, units: readonly Unit[], keep: (a: Unit, b: Unit) => boolean): Point[][] {
  const collection = { type: 'GeometryCollection', geometries: [...units] } as GeometryObject;
  const filter = keep as unknown as (a: GeometryObject, b: GeometryObject) => boolean;
  const mesh = meshArcs(map.topology, collection, filter) as unknown as MultiLineString;
  return mesh.arcs.map((arcs) => joined(map, arcs));
}

function joined(map: Projected, arcs: readonly number[]): Point[] {
  return arcs.flatMap((arc, i) => (i === 0 ? map.line(arc) : map.line(arc).slice(1)));
}

/** Path data with relative steps, in tenths of a px; lines shorter than `minimum` px across are left out. */
export function pathOf(lines: readonly (readonly Point[])[], closed: boolean, minimum = 0): string {
  return lines
    .filter((line) => line.length > 1 && span(line) >= minimum)
    .map((line) => {
      let [px, py] = [0, 0];
      const last = closed ? line.length - 1 : line.length;
      const steps = line.slice(0, last).map(([x, y], i) => {
        const [dx, dy] = [Math.round(x * 10) - px, Math.round(y * 10) - py];
        [px, py] = [px + dx, py + dy];
        if (i > 0 && dx === 0 && dy === 0) return '';
        return `${i === 0 ? 'M' : 'l'}${decimal(dx)},${decimal(dy)}`;
      });
      return steps.join('') + (closed ? 'Z' : '');
    })
    .join('');
}

const decimal = (tenth: number): string => String(tenth / 10).replace(/^(-?)0\./, '$1.');
const tenths = ([x, y]: Point): Point => [Math.round(x * 10) / 10, Math.round(y * 10) / 10];

function span(line: readonly Point[]): number {
  const xs = line.map(([x]) => x);
  const ys = line.map(([, y]) => y);
  return Math.max(Math.max(...xs) - Math.min(...xs), Math.max(...ys) - Math.min(...ys));
}

/** Douglas and Peucker's simplification; the ends stay, so junctions stay. */
function thinned(line: readonly Point[], tolerance: number): Point[] {
  const keep = new Set([0, line.length - 1]);
  const stack: [number, number][] = [[0, line.length - 1]];
  for (let range = stack.pop(); range; range = stack.pop()) {
    const [from, to] = range;
    let [worst, far] = [-1, tolerance];
    for (let i = from + 1; i < to; i++) {
      const distance = toSegment(line[i] as Point, line[from] as Point, line[to] as Point);
      if (distance > far) [worst, far] = [i, distance];
    }
    if (worst > 0) {
      keep.add(worst);
      stack.push([from, worst], [worst, to]);
    }
  }
  return line.filter((_, i) => keep.has(i));
}

function toSegment([x, y]: Point, [ax, ay]: Point, [bx, by]: Point): number {
  const [dx, dy] = [bx - ax, by - ay];
  const square = dx * dx + dy * dy;
  const t = square === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * dx + (y - ay) * dy) / square));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
