import type { Language } from '../../types.ts';
import { textWidth } from '../text-width.ts';
import { familyOf, LINES, SIZES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { LimitLine } from './limit-line.ts';
import { FULL, type Json, lite, px } from './lite.ts';
import { type Polyline, polylines } from './polylines.ts';
import { discs, levels, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

/** A line of a small panel: one value for each place along the axis, null for a gap. */
type PanelLine = Readonly<{
  values: readonly (number | null)[];
  colour: string;
  strong: boolean;
  /** Printed at its first and its last value. */
  start?: string;
  end?: string;
}>;

/** `told`: words at the right over the panel, in the colours of their lines. */
export type Panel = Readonly<{
  title: string;
  lines: readonly PanelLine[];
  told?: readonly Readonly<{ text: string; colour: string }>[];
}>;

/** A name of a line, in the colour of words, beside a stroke in that of the line. */
type KeyWord = Readonly<{ text: string; colour: string; stroke?: string }>;

type PanelGrid = Readonly<{
  panels: readonly Panel[];
  columns: number;
  /** Height of a panel's plot in px. */
  height: number;
  /** Values of the common axis, from its lowest to its highest; printed at the panels on the left. */
  ticks: readonly number[];
  /** What stands under the places along the axis; '' where nothing does. */
  places: readonly string[];
  /** What is measured, over the first panel; and what the lines are, in their colours. */
  title: string;
  key?: readonly KeyWord[];
  limit: LimitLine | null;
  /** The place before which all lines break, at a dashed upright: what stands on its two sides is not to be compared. */
  breakBefore?: number | null;
  /** Fills what lies under the strong lines. */
  area?: string;
  language: Language;
  tokens: Tokens;
}>;

const LEFT = 24;
const GAP = 20;
const HEAD = 23;
const FOOT = 15;
/** Inside a panel, for the numbers beside the last marks. */
const END = 22;
/** Length of the strokes beside names of lines. */
const STROKE = 14;

/** The same small chart many times on one scale, so that they can be compared at a glance; its limit runs through all of them. */
export function panelGrid(grid: PanelGrid): ChartSpec {
  const { panels, columns, ticks, places, limit, breakBefore = null, tokens, language } = grid;
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const width = (FULL - LEFT - GAP * (columns - 1)) / columns;
  const step = (width - END - 5) / Math.max(1, places.length - 1);
  const top = grid.key || grid.title ? 22 : 4;
  const left = (i: number): number => LEFT + (i % columns) * (width + GAP);
  const above = (i: number): number => top + Math.floor(i / columns) * (HEAD + grid.height + FOOT + 6);
  const toX = (i: number, place: number): number => left(i) + 5 + place * step;
  const toY = (i: number, value: number): number => above(i) + HEAD + grid.height * (1 - (value - low) / (high - low));
  const rows = Math.ceil(panels.length / columns);
  const height = top + rows * (HEAD + grid.height + FOOT + 6) - 6;
  const [dark, second, rule, paper] = (['ink', 'ink-2', 'rule', 'paper'] as const).map((name) => colour(tokens, name));

  const grids = panels.flatMap((_, i) =>
    ticks.map((tick) => ({ x: left(i), x2: left(i) + width - END + 4, y: toY(i, tick) })),
  );
  const bases = panels.map((_, i) => ({ x: left(i), x2: left(i) + width - END + 4, y: toY(i, low) }));
  const limits = limit
    ? panels.map((_, i) => ({ x: left(i), x2: left(i) + width - END + 4, y: toY(i, limit.value) }))
    : [];
  const breaks =
    breakBefore === null
      ? []
      : panels.map((_, i) => ({ x: toX(i, breakBefore - 0.5), y: above(i) + HEAD, y2: toY(i, low) }));
  const runs = panels.flatMap(({ lines: own }, i) =>
    own.flatMap(({ values, colour: stroke, strong }) =>
      (breakBefore === null
        ? [[0, values.length]]
        : [
            [0, breakBefore],
            [breakBefore, values.length],
          ]
      ).map(([from = 0, to]) => ({
        ...{ strong, colour: stroke, foot: toY(i, low) },
        points: values
          .slice(from, to)
          .map((value, place) => ({ x: toX(i, from + place), y: value === null ? null : toY(i, value) })),
      })),
    ),
  );
  const pale = runs.filter(({ strong }) => !strong);
  const strong = runs.filter((run) => run.strong);
  const marks = runs.flatMap(({ points, colour: fill }) => {
    const last = points.findLast(({ y }) => y !== null);
    return last ? [{ ...last, colour: fill }] : [];
  });
  const numbers = panels.flatMap(({ lines: own }, i) =>
    numbersOf(
      own,
      (place) => toX(i, place),
      (value) => toY(i, value),
    ),
  );
  const words: Json[] = [
    ...panels.map(({ title }, i) => ({ x: left(i), y: above(i) + 5, text: title, weight: 600, colour: dark })),
    ...panels.flatMap((_, i) =>
      i % columns === 0
        ? ticks.map((tick) => ({ x: LEFT - 5, y: toY(i, tick), text: String(tick), align: 'right', colour: second }))
        : [],
    ),
    ...panels.flatMap((_, i) =>
      places.map((text, place) => ({ x: toX(i, place), y: toY(i, low) + 9, text, align: 'center', colour: second })),
    ),
    { x: 0, y: 5, text: grid.title, colour: second },
    ...keyWords(grid, language),
    ...panels.flatMap(({ told = [] }, i) => fromRight(told, left(i) + width - END + 4, above(i) + 5, language)),
  ].filter(({ text }) => text !== '');
  const strokes = words.flatMap(({ stroke, from, to, y }) => (stroke ? [{ x: from, x2: to, y, colour: stroke }] : []));
  return lite({
    width: FULL,
    height,
    layer: [
      ...(grid.area ? [areas(strong, grid.area)] : []),
      levels(grids, { color: rule, strokeWidth: LINES.hair }),
      levels(bases, { color: second, strokeWidth: LINES.rule }),
      ...(limits.length > 0 ? [levels(limits, { color: dark, strokeWidth: LINES.rule, strokeDash: [3, 2.5] })] : []),
      ...(breaks.length > 0 ? [uprights(breaks, { color: second, strokeDash: [2, 2], strokeWidth: LINES.rule })] : []),
      ...polylines(pale, { strokeWidth: 1.1 }),
      ...polylines(strong, { strokeWidth: LINES.data + 0.3 }),
      discs(marks, { size: 13, stroke: paper, strokeWidth: 0.5 }),
      ...(strokes.length > 0 ? [levels(strokes, { strokeWidth: LINES.strong })] : []),
      ...textLayers(numbers, tokens),
      ...textLayers(words, tokens, false),
    ],
  });
}

/** What lies between lines and the foot of their panels. */
const areas = (lines: readonly (Polyline & Readonly<{ foot: number }>)[], fill: string): Json => ({
  data: {
    values: lines.flatMap(({ points, foot }, line) =>
      points.flatMap(({ x, y }) => (y === null ? [] : [{ line, x, y, y2: foot }])),
    ),
  },
  mark: { type: 'area', color: fill, opacity: 1 },
  encoding: { x: px('x'), y: px('y'), y2: { field: 'y2' }, detail: { field: 'line', type: 'nominal' } },
});

/** First values over the lines, last values beside them; where two last values would touch, they are moved apart. */
function numbersOf(
  lines: readonly PanelLine[],
  toX: (place: number) => number,
  toY: (value: number) => number,
): Json[] {
  const ends = lines.flatMap((line) => {
    const place = line.values.findLastIndex((value) => value !== null);
    const value = line.values[place];
    return value == null || !line.end ? [] : [{ line, place, y: toY(value), text: line.end }];
  });
  const sorted = [...ends].sort((a, b) => a.y - b.y);
  const [upper, lower] = sorted;
  const close = upper && lower ? Math.max(0, 11 - (lower.y - upper.y)) / 2 : 0;
  const shift = (end: (typeof ends)[number]): number => (end === upper ? -close : end === lower ? close : 0);
  return [
    ...ends.map((end) => ({
      x: toX(end.place) + 5,
      y: end.y + shift(end),
      text: end.text,
      weight: end.line.strong ? 600 : 400,
      colour: end.line.colour,
    })),
    ...lines.flatMap((line) => {
      const place = line.values.findIndex((value) => value !== null);
      const value = line.values[place];
      if (value == null || !line.start) return [];
      // Under the line where it rises from here, so that it does not run through the number.
      const next = line.values.slice(place + 1).find((one) => one !== null);
      const y = toY(value) + (next != null && next > value ? 9 : -8);
      return [{ x: toX(place) - 3, y, text: line.start, align: 'left', colour: line.colour }];
    }),
  ];
}

/** Names of the lines, and of the limit, from the right edge inwards over the panels. */
function keyWords({ key = [], limit, tokens }: PanelGrid, language: Language): Json[] {
  const all = [...key, ...(limit ? [{ text: `┄ ${limit.text}`, colour: colour(tokens, 'ink-2') }] : [])];
  return fromRight(all, FULL, 5, language);
}

/** Words one beside the other up to a right edge. */
function fromRight(words: readonly KeyWord[], edge: number, y: number, language: Language): Json[] {
  let right = edge;
  return words.toReversed().map(({ text, colour: own, stroke }) => {
    const x = right;
    const width = textWidth(text, { family: familyOf(language), size: SIZES.label, weight: 600 });
    right -= width + (stroke ? STROKE + 18 : 12);
    const beside = stroke ? { stroke, from: x - width - 5 - STROKE, to: x - width - 5 } : {};
    return { x, y, text, align: 'right', weight: 600, colour: own, ...beside };
  });
}
