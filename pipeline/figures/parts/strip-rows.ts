import { LINES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { LimitLine } from './limit-line.ts';
import { type Json, lite, px } from './lite.ts';
import { textLayers } from './text-layers.ts';

type Strip = Readonly<{
  label: string;
  /** Lowest first. */
  values: readonly number[];
  /** Names of the lowest and the highest. */
  ends: readonly [string, string];
  mean: number | null;
  meanText: string;
}>;

const STEP = 18.5;
const HALF = 7;

/** Every value a dot in the row it belongs to, the mean a stroke across it, the extremes by name. */
export function stripRows(
  rows: readonly Strip[],
  {
    ticks,
    axis,
    width,
    limit,
    tokens,
  }: Readonly<{
    ticks: readonly number[];
    axis: string;
    width: number;
    limit: LimitLine | null;
    tokens: Tokens;
  }>,
): ChartSpec {
  const most = ticks.at(-1) ?? 1;
  const toX = (value: number): number => (value / most) * width;
  const [dark, grey, accent] = ['ink', 'ink-2', 'accent'].map((name) => colour(tokens, name));
  const x: Json = {
    field: 'value',
    type: 'quantitative',
    scale: { domain: [0, most], nice: false },
    axis: { title: axis, values: ticks, grid: true, domain: false },
  };
  const y = px('y');
  const placed = rows.map((row, i) => ({ ...row, y: STEP * (i + 0.5) }));
  const texts = placed.flatMap(({ label, values, ends, meanText, y }) => [
    { x: -36, y, text: label, align: 'right', colour: dark },
    { x: -14, y, text: meanText, align: 'right', weight: 600, colour: accent },
    ...(values.length > 1
      ? [
          { x: toX(values[0] ?? 0) - 6, y, text: ends[0], align: 'right', colour: grey },
          { x: toX(values.at(-1) ?? 0) + 6, y, text: ends[1], align: 'left', colour: grey },
        ]
      : []),
  ]);
  const lines = limit ? [limit] : [];
  const heads = lines.map(({ value, text }) => ({ x: toX(value), y: -7, text, align: 'center', colour: grey }));
  const layer = (values: readonly Json[], mark: Json, more: Json = {}): Json => ({
    data: { values },
    mark,
    encoding: { x, y, ...more },
  });
  const dot = { fill: colour(tokens, 'seq-4'), stroke: colour(tokens, 'paper'), strokeWidth: 0.5 };
  return lite({
    width,
    height: STEP * rows.length,
    layer: [
      {
        data: { values: lines.map(({ value }) => ({ value })) },
        mark: { type: 'rule', strokeDash: [3, 2.5], color: dark },
        encoding: { x },
      },
      ...textLayers([...texts, ...heads], tokens),
      layer(
        placed.map((row) => ({ value: row.values[0], to: row.values.at(-1), y: row.y })),
        { type: 'rule', color: colour(tokens, 'seq-3'), strokeWidth: 1 },
        { x2: { field: 'to' } },
      ),
      layer(
        placed.flatMap((row) => row.values.map((value) => ({ value, y: row.y }))),
        { type: 'point', filled: true, size: 17, opacity: 1, ...dot },
      ),
      layer(
        placed.flatMap((row) => (row.mean === null ? [] : [{ value: row.mean, y: row.y - HALF, y2: row.y + HALF }])),
        { type: 'rule', color: accent, strokeWidth: LINES.strong },
        { y2: { field: 'y2' } },
      ),
    ],
  });
}
