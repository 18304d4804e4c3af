import type { Position, Ring } from './decode.ts';

/** Rings below this size (square degrees, 3 km²) are splinters along borders, or islets too small to draw. */
const CRUMB = 3e-4;

/**
 * Sorts loose rings into polygons. The source lists islands as rings of one polygon, as if they were holes; a ring is a
 * hole only when it lies inside another one. Rings in degrees; outer rings come back clockwise, holes counter-clockwise.
 */
export function polygonsOf(rings: readonly Ring[]): Ring[][] {
  const sorted = [...rings].sort((a, b) => Math.abs(area(b)) - Math.abs(area(a)));
  const sound = sorted.filter((ring, i) => i === 0 || Math.abs(area(ring)) > CRUMB);
  const polygons: Ring[][] = [];
  for (const ring of sound) {
    const host = polygons.find(([outer]) => outer !== undefined && mostlyInside(ring, outer));
    if (host) host.push(wound(ring, false));
    else polygons.push([wound(ring, true)]);
  }
  return polygons;
}

/** Signed area in square degrees: positive counter-clockwise. */
export function area(ring: readonly Position[]): number {
  let sum = 0;
  let [x0, y0] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    sum += x0 * y - x * y0;
    [x0, y0] = [x, y];
  }
  return sum / 2;
}

/** Shared borders make corner tests doubtful, so the majority of the corners decides. */
export function mostlyInside(ring: readonly Position[], outer: readonly Position[]): boolean {
  const step = Math.max(1, Math.floor(ring.length / 25));
  const sample = ring.filter((_, i) => i % step === 0);
  return sample.filter((point) => contains(outer, point)).length > sample.length / 2;
}

function contains(ring: readonly Position[], [px, py]: Position): boolean {
  let inside = false;
  let [x0, y0] = ring.at(-1) ?? [0, 0];
  for (const [x, y] of ring) {
    if (y > py !== y0 > py && px < ((x0 - x) * (py - y)) / (y0 - y) + x) inside = !inside;
    [x0, y0] = [x, y];
  }
  return inside;
}

function wound(ring: Ring, clockwise: boolean): Ring {
  return area(ring) < 0 === clockwise ? ring : [...ring].reverse();
}
