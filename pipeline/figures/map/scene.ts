import type { Spec } from 'vega';
import type { Box } from './albers.ts';

/** A shape on paper: path data in px and how it is inked. */
export type Shape = Readonly<{ path: string; fill?: string; stroke?: string; strokeWidth?: number }>;
export type Dot = Readonly<{ x: number; y: number; r: number; fill: string }>;
export type Label = Readonly<{
  x: number;
  y: number;
  text: string;
  size?: number;
  align?: 'left' | 'center' | 'right';
  bold?: boolean;
  fill: string;
  /** A halo in the colour of the paper, for labels that stand on a coloured ground. */
  halo?: string;
}>;
export type Layer = Readonly<{ shapes: readonly Shape[]; dots: readonly Dot[]; labels: readonly Label[]; box?: Box }>;

/** A vega spec that draws layers of ready-made shapes; a layer with a box counts from its corner and is clipped to it. */
export function sceneSpec(width: number, height: number, layers: readonly Layer[]): Spec {
  return {
    $schema: 'https://vega.github.io/schema/vega/v6.json',
    width,
    height,
    padding: 0,
    autosize: 'none',
    data: layers.flatMap((layer, i) => [
      { name: `shapes-${i}`, values: layer.shapes.map((shape) => ({ ...shape })) },
      { name: `dots-${i}`, values: layer.dots.map((dot) => ({ ...dot, area: 4 * dot.r * dot.r })) },
      { name: `labels-${i}`, values: layer.labels.map((label) => ({ size: 9.33, align: 'left', ...label })) },
    ]),
    marks: layers.map((layer, i) => {
      const { x, y, width: wide, height: high } = layer.box ?? { x: 0, y: 0, width, height };
      const place = { x: { value: x }, y: { value: y }, width: { value: wide }, height: { value: high } };
      const update = { ...place, clip: { value: layer.box !== undefined } };
      return { type: 'group' as const, encode: { update }, marks: marksOf(i) };
    }),
  } as Spec;
}

const field = (name: string): { field: string } => ({ field: name });

function marksOf(i: number): NonNullable<Spec['marks']> {
  return [
    {
      type: 'path',
      from: { data: `shapes-${i}` },
      encode: {
        update: {
          path: field('path'),
          fill: field('fill'),
          stroke: field('stroke'),
          strokeWidth: field('strokeWidth'),
          strokeJoin: { value: 'round' },
        },
      },
    },
    {
      type: 'symbol',
      from: { data: `dots-${i}` },
      encode: {
        update: {
          x: field('x'),
          y: field('y'),
          size: field('area'),
          fill: field('fill'),
        },
      },
    },
    ...[true, false].map((halo) => ({
      type: 'text' as const,
      from: { data: `labels-${i}` },
      encode: {
        update: {
          x: field('x'),
          y: field('y'),
          text: { signal: halo ? "datum.halo ? datum.text : ''" : 'datum.text' },
          fontSize: field('size'),
          fontWeight: { signal: 'datum.bold ? 600 : 400' },
          align: field('align'),
          baseline: { value: 'alphabetic' },
          fill: field(halo ? 'halo' : 'fill'),
          ...(halo ? { stroke: field('halo'), strokeWidth: { value: 2 }, strokeJoin: { value: 'round' } } : {}),
        },
      },
    })),
  ] as NonNullable<Spec['marks']>;
}
