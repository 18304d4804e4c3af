/** The two makers of TopoJSON publish no types; these are the calls the map data is built with. */
declare module 'topojson-server' {
  import type { GeoJSON } from 'geojson';
  import type { Topology } from 'topojson-specification';
  export function topology(objects: Record<string, GeoJSON>, quantization?: number): Topology;
}

declare module 'topojson-simplify' {
  import type { Topology } from 'topojson-specification';
  type Triangle = [[number, number], [number, number], [number, number]];
  type Ring = [number, number][];
  export function presimplify(topology: Topology, weight?: (triangle: Triangle) => number): Topology;
  export function simplify(topology: Topology, minWeight?: number): Topology;
  export function filter(topology: Topology, keep: (ring: Ring, interior: boolean) => boolean): Topology;
  export function filterAttachedWeight(
    topology: Topology,
    minWeight?: number,
    weight?: (ring: Ring) => number,
  ): (ring: Ring, interior: boolean) => boolean;
  export function sphericalTriangleArea(triangle: Triangle): number;
  export function sphericalRingArea(ring: Ring, interior?: boolean): number;
}
