import type { Point } from './albers.ts';

/**
 * Lines at 45 degrees across the rings (even-odd), `gap` px apart. Drawn as lines, because an SVG pattern is a shared id
 * and turns into a bitmap in some PDF readers.
 */
export function hatch(rings: readonly (readonly Point[])[], gap: number): Point[][] {
  const edges = rings.flatMap((ring) =>
    ring.map((p, i) => [turn(p), turn(ring[(i + 1) % ring.length] as Point)] as const),
  );
  const rows = new Map<number, number[]>();
  for (const [[x0, y0], [x1, y1]] of edges) {
    const [low, high] = [Math.min(y0, y1), Math.max(y0, y1)];
    for (let row = Math.ceil(low / gap); row * gap < high; row++) {
      const x = x0 + ((row * gap - y0) / (y1 - y0)) * (x1 - x0);
      rows.set(row, [...(rows.get(row) ?? []), x]);
    }
  }
  const lines: Point[][] = [];
  for (const [row, xs] of [...rows].sort(([a], [b]) => a - b)) {
    const sorted = [...xs].sort((a, b) => a - b);
    for (let i = 0; i + 1 < sorted.length; i += 2) {
      const [from, to] = [sorted[i] as number, sorted[i + 1] as number];
      if (to - from > 0.4) lines.push([back([from, row * gap]), back([to, row * gap])]);
    }
  }
  return lines;
}

const turn = ([x, y]: Point): Point => [(x - y) * Math.SQRT1_2, (x + y) * Math.SQRT1_2];
const back = ([x, y]: Point): Point => [(x + y) * Math.SQRT1_2, (y - x) * Math.SQRT1_2];
