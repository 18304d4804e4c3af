import { colour, type Tokens } from '../tokens.ts';
import type { Box, Point, Projection } from './albers.ts';
import { type Bins, binOf } from './bins.ts';
import { arcsOf, type Geo, lonLatOf, perWidth, type Unit } from './geo.ts';
import { hatch } from './hatch.ts';
import { borders, outline, type Projected, pathOf, projected } from './projected.ts';
import type { Dot, Layer, Shape } from './scene.ts';

export type Values = ReadonlyMap<string, number | null>;
export type Ink = Readonly<{ tokens: Tokens; bins: Bins; values: Values; hatchGap: number }>;

const codeOf = (unit: Unit): string => unit.properties.code;
const provinceOf = (unit: Unit): string => codeOf(unit).slice(0, 2);

/** The land: classes as merged areas, what has no value hatched, then the borders, finest first. */
export function landShapes(map: Projected, units: readonly Unit[], ink: Ink): Shape[] {
  const { tokens, bins, values } = ink;
  const ground = colour(tokens, 'paper');
  const groups = new Map<number, Unit[]>();
  for (const unit of units) {
    const value = values.get(codeOf(unit)) ?? null;
    const bin = value === null ? -1 : binOf(value, bins);
    groups.set(bin, [...(groups.get(bin) ?? []), unit]);
  }
  const fills = [...groups]
    .sort(([a], [b]) => a - b)
    .map(([bin, members]): Shape => {
      const rings = outline(map, members);
      // A stroke of the same colour closes the white hairs that antialiasing leaves between areas.
      const fill = bin < 0 ? ground : (bins.colours[bin] ?? ground);
      return { path: pathOf(rings, true, 0.6), fill, stroke: fill, strokeWidth: 0.3 };
    });
  const empty = outline(map, groups.get(-1) ?? []).filter((ring) => ring.length > 3);
  const line = (keep: (a: Unit, b: Unit) => boolean): string => pathOf(borders(map, units, keep), false, 0.6);
  return [
    ...fills,
    { path: pathOf(hatch(empty, ink.hatchGap), false), stroke: colour(tokens, 'rule'), strokeWidth: 0.4 },
    {
      path: line((a, b) => a !== b && provinceOf(a) === provinceOf(b)),
      stroke: colour(tokens, 'paper'),
      strokeWidth: 0.3,
    },
    { path: line((a, b) => provinceOf(a) !== provinceOf(b)), stroke: colour(tokens, 'ink-2'), strokeWidth: 0.45 },
    { path: line((a, b) => a === b), stroke: colour(tokens, 'ink'), strokeWidth: 0.55 },
  ].filter(({ path }) => path !== '');
}

/** The dashed line and the islands as points, projected; `keep` says by degrees which of them this view shows. */
export function seaMarks(
  geo: Geo,
  projection: Projection,
  ink: Ink,
  size: { line: number; dot: number },
  keep: (lonLat: readonly number[]) => boolean,
): { shapes: Shape[]; dots: Dot[] } {
  const arcs = arcsOf(geo);
  const ends: Point[][] = [];
  const dots = new Map<string, Dot>();
  for (const feature of geo.objects['south-china-sea'].geometries) {
    if (feature.type === 'LineString' && feature.properties.kind === 'dash') {
      const line = feature.arcs.flatMap((arc) => arcs[arc < 0 ? ~arc : arc] ?? []);
      if (line.every(keep)) ends.push(line.map(projection));
    } else if (feature.type === 'Point') {
      const lonLat = lonLatOf(geo, feature);
      const [x, y] = projection(lonLat).map((v) => Math.round(v * 2) / 2) as Point;
      if (keep(lonLat)) dots.set(`${x},${y}`, { x, y, r: size.dot, fill: colour(ink.tokens, 'ink') });
    }
  }
  const stroke = colour(ink.tokens, 'ink');
  return { shapes: [{ path: pathOf(ends, false), stroke, strokeWidth: size.line }], dots: [...dots.values()] };
}

/** West, south, east, north of the inset, in degrees. */
function windowOf(geo: Geo): [number, number, number, number] {
  const frame = geo.objects['south-china-sea'].geometries.find((f) => f.properties.kind === 'window');
  const arcs = arcsOf(geo);
  const points = frame?.type === 'LineString' ? frame.arcs.flatMap((arc) => arcs[arc < 0 ? ~arc : arc] ?? []) : [];
  const [lons, lats] = [points.map(([lon = 0]) => lon), points.map(([, lat = 0]) => lat)];
  return [Math.min(...lons), Math.min(...lats), Math.max(...lons), Math.max(...lats)];
}

/** Mercator keeps the window of the inset a rectangle. */
const mercator: Projection = ([lon = 0, lat = 0]) => [
  (lon * Math.PI) / 180,
  -Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)),
];

/** Height over width of the inset. */
export function insetRatio(geo: Geo): number {
  const [west, south, east, north] = windowOf(geo);
  return (mercator([0, south])[1] - mercator([0, north])[1]) / (mercator([east, 0])[0] - mercator([west, 0])[0]);
}

/** The coast around the South China Sea, projected into a frame of a width. */
const coast = perWidth((geo, width) => {
  const [west, , east, north] = windowOf(geo);
  const k = width / (mercator([east, 0])[0] - mercator([west, 0])[0]);
  const [x0, y0] = mercator([west, north]);
  const projection: Projection = (lonLat) => {
    const [x, y] = mercator(lonLat);
    return [k * (x - x0), k * (y - y0)];
  };
  return { projection, map: projected(geo, projection, 0.4) };
});

/** The inset: the South China Sea with the coast around it, in its frame. */
export function insetLayers(geo: Geo, ink: Ink, box: Box): Layer[] {
  const { projection, map } = coast(geo, box.width);
  const near = geo.objects.prefectures.geometries.filter((unit) =>
    unit.arcs
      .flat(2)
      .some((arc) => map.line(arc).some(([x, y]) => x >= 0 && x <= box.width && y >= 0 && y <= box.height)),
  );
  const frame = `M0,0h${box.width}v${box.height}h${-box.width}Z`;
  const sea = seaMarks(geo, projection, ink, { line: 0.7, dot: 0.35 }, ([, lat = 0]) => lat < 23);
  const ground: Shape = { path: frame, fill: colour(ink.tokens, 'paper') };
  return [
    { shapes: [ground, ...landShapes(map, near, ink), ...sea.shapes], dots: sea.dots, labels: [], box },
    {
      shapes: [{ path: `M${box.x},${box.y}${frame.slice(4)}`, stroke: colour(ink.tokens, 'ink-2'), strokeWidth: 0.5 }],
      dots: [],
      labels: [],
    },
  ];
}
