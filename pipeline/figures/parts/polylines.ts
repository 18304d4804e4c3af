import { ink, type Json, px } from './lite.ts';

/** A line through points in px; a point without a y is a gap. */
export type Polyline = Readonly<{ points: readonly Readonly<{ x: number; y: number | null }>[]; colour: string }>;

/** Lines of one weight through places in px, in the order given. */
export function polylines(lines: readonly Polyline[], mark: Json = {}): Json[] {
  const values = lines.flatMap(({ points, colour }, line) =>
    points.map(({ x, y }, order) => ({ line, order, x, y, colour })),
  );
  if (values.length === 0) return [];
  return [
    {
      data: { values },
      mark: { type: 'line', invalid: 'break-paths-show-path-domains', ...mark },
      encoding: {
        x: px('x'),
        y: px('y'),
        order: { field: 'order', type: 'quantitative' },
        detail: { field: 'line', type: 'nominal' },
        color: ink(),
      },
    },
  ];
}
