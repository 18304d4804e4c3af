import type { Spec } from 'vega';
import type { Language } from '../types.ts';
import { albers, type Box, fitted, type Point } from './map/albers.ts';
import type { Bins } from './map/bins.ts';
import { arcsOf, type Geo, perWidth } from './map/geo.ts';
import { type Ink, insetLayers, insetRatio, landShapes, seaMarks, type Values } from './map/layers.ts';
import { legendLayer, legendSize } from './map/legend.ts';
import { projected } from './map/projected.ts';
import { type Label, type Layer, sceneSpec } from './map/scene.ts';
import { mm } from './paper.ts';
import { colour, type Tokens } from './tokens.ts';

export type { Bins } from './map/bins.ts';
export { binCounts, binLabels, binOf } from './map/bins.ts';
export type { Geo } from './map/geo.ts';

type ChinaMap = Readonly<{
  geo: Geo;
  /** By GB/T 2260 code; null or absent: no data, hatched. */
  values: Values;
  bins: Bins;
  language: Language;
  tokens: Tokens;
  /** From 70 to 170. */
  widthMm: number;
  /** Stands above the legend. */
  legendTitle: string;
  /** Names on the map, of provinces or cities, at their place in degrees. */
  labels?: readonly Readonly<{ text: string; lon: number; lat: number }>[];
}>;

/** The projection into a width, the land's points and the borders by it, in px. */
const ground = perWidth((geo, width) => {
  const degrees = arcsOf(geo);
  const units = geo.objects.prefectures.geometries;
  const land = units.flatMap((unit) => unit.arcs.flat(2).flatMap((arc) => degrees[arc < 0 ? ~arc : arc] ?? []));
  const projection = fitted(albers, land, { x: 1, y: 1, width: width - 2, height: width * 2 });
  const paper = land.map(projection);
  const top = Math.min(...paper.map(([, y]) => y)) - 1;
  const moved = (lonLat: readonly number[]): Point => {
    const [x, y] = projection(lonLat);
    return [x, y - top];
  };
  const points = paper.map(([x, y]): Point => [x, y - top]);
  return { moved, land: points, map: projected(geo, moved, width > 400 ? 0.4 : 0.5) };
});

/**
 * A map of China by prefecture, as a vega spec of ready-made paths: Albers' projection, one path for each class, province
 * borders above, Taiwan and all islands, the South China Sea with its dashed line in a frame at the lower right, and a
 * legend of ranges at the lower left. Width as asked, height as it comes out, in px at 96 dpi.
 */
export function chinaMap(options: ChinaMap): Spec {
  const { geo, tokens, values, bins, language } = options;
  const width = mm(options.widthMm);
  const ink: Ink = { tokens, bins, values, hatchGap: width > 400 ? 2.4 : 1.8 };
  const units = geo.objects.prefectures.geometries;
  const { moved, land, map } = ground(geo, width);

  const inset = insetBox(geo, land, width);
  const legend = { title: options.legendTitle, bins, language, tokens, hatchGap: ink.hatchGap };
  const size = legendSize(legend);
  const clear = lowest(land, 0, size.width + 4) + 5;
  const bottom = Math.max(inset.y + inset.height + 1, lowest(land, 0, width) + 1);
  const legendTop = Math.max(clear, bottom - size.height);
  const height = Math.ceil(Math.max(bottom, legendTop + size.height));

  const sea = seaMarks(geo, moved, ink, { line: 0.9, dot: 0.5 }, ([lon = 0, lat = 0]) => lat > 23 && lon > 119);
  const layers: Layer[] = [
    {
      shapes: [...landShapes(map, units, ink), ...sea.shapes],
      dots: sea.dots,
      labels: (options.labels ?? []).map((label) => nameLabel(label, moved, tokens)),
    },
    ...insetLayers(geo, ink, inset),
    legendLayer(legend, { x: 0, y: height - size.height, ...size }),
  ];
  return sceneSpec(width, height, layers);
}

/** At the right edge, below Taiwan, so that it hides no land. */
function insetBox(geo: Geo, land: readonly Point[], width: number): Box {
  const wide = Math.max(Math.round(width * 0.125), 40);
  const x = width - wide - 0.5;
  return {
    x,
    y: Math.round(lowest(land, x - width * 0.04, width) + 4) + 0.5,
    width: wide,
    height: Math.round(wide * insetRatio(geo)),
  };
}

function lowest(points: readonly Point[], from: number, to: number): number {
  let y = 0;
  for (const [px, py] of points) if (px >= from && px <= to && py > y) y = py;
  return y;
}

function nameLabel(
  { text, lon, lat }: { text: string; lon: number; lat: number },
  project: (lonLat: readonly number[]) => Point,
  tokens: Tokens,
): Label {
  const [x, y] = project([lon, lat]);
  return { x, y: y + 3, text, align: 'center', fill: colour(tokens, 'ink'), halo: colour(tokens, 'paper') };
}
