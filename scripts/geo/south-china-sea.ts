import type { FeatureCollection } from 'geojson';
import type { Position, Ring } from './decode.ts';
import { area } from './polygons.ts';

/**
 * The South China Sea of the maps: the dashed line, the islands as points, and the window of the inset, in degrees.
 *
 * ECharts (src/coord/geo/fix/nanhai.js) draws its inset in its own units, 64 wide and 93.1 high, each dash as a thin
 * four-cornered shape. One unit is a quarter of a degree: with that scale its Hainan falls on Hainan (to 0.4 degrees) and
 * its southernmost dash just south of Zengmu Ansha. The line is therefore good for an inset and for nothing else.
 */
const ORIGIN: Position = [105.9, 24.3];
const DEGREES_PER_UNIT = 0.25;

/** The dash east of Taiwan, which the inset of the source cuts off; placed by hand after the published national map. */
const DASH_EAST_OF_TAIWAN: Ring = [
  [122.52, 23.46],
  [122.8, 24.57],
];

/** What the inset shows: west, south, east, north. */
export const WINDOW = [106.2, 2.6, 122.6, 24.2] as const;

/** The dashes in the source file: it lists the coast, Hainan, nine dashes and the frame, in this order. */
export function dashesOf(source: string): Ring[] {
  const list = /points = (\[[\s\S]*?\]\s*);/.exec(source)?.[1];
  const shapes = list === undefined ? [] : (JSON.parse(list) as Ring[]);
  if (shapes.length !== 12) throw new Error(`nanhai.js: 12 shapes expected, ${shapes.length} found`);
  return shapes.slice(2, 11);
}

/** Rings of Sansha (the islands of the South China Sea) and of the islands off Taiwan that are too small to be shapes. */
export function southChinaSea(
  dashes: readonly Ring[],
  sansha: readonly Ring[],
  offTaiwan: readonly Ring[],
): FeatureCollection {
  const [west, south, east, north] = WINDOW;
  return {
    type: 'FeatureCollection',
    features: [
      ...[...dashes.map(middle), DASH_EAST_OF_TAIWAN].map((coordinates, i) => ({
        type: 'Feature' as const,
        properties: { kind: 'dash', code: `dash-${i + 1}` },
        geometry: { type: 'LineString' as const, coordinates },
      })),
      ...[
        ...sansha.map((ring) => ['460300', ring] as const),
        ...offTaiwan.map((ring) => ['710000', ring] as const),
      ].map(([code, ring]) => ({
        type: 'Feature' as const,
        properties: { kind: 'island', code },
        geometry: { type: 'Point' as const, coordinates: centre(ring) },
      })),
      {
        type: 'Feature' as const,
        properties: { kind: 'window', code: 'window' },
        geometry: {
          type: 'LineString' as const,
          coordinates: [
            [west, north],
            [east, north],
            [east, south],
            [west, south],
            [west, north],
          ],
        },
      },
    ],
  };
}

/** The line down the middle of a thin four-cornered shape. */
function middle(shape: Ring): Ring {
  const [a, b, c, d] = shape as [Position, Position, Position, Position];
  return [
    [(a[0] + d[0]) / 2, (a[1] + d[1]) / 2],
    [(b[0] + c[0]) / 2, (b[1] + c[1]) / 2],
  ].map(([x = 0, y = 0]) => [ORIGIN[0] + x * DEGREES_PER_UNIT, ORIGIN[1] - y * DEGREES_PER_UNIT]);
}

function centre(ring: Ring): Position {
  const open = ring.slice(0, -1);
  const sum = open.reduce<Position>(([sx, sy], [x, y]) => [sx + x, sy + y], [0, 0]);
  return [sum[0] / open.length, sum[1] / open.length];
}

/** The rings smaller than `limit` square degrees. */
export const smallRings = (rings: readonly Ring[], limit: number): Ring[] =>
  rings.filter((ring) => Math.abs(area(ring)) < limit);
