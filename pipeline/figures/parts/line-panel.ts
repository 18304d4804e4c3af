import { LINES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { LimitLine } from './limit-line.ts';
import { type Json, spread, steps } from './lite.ts';
import type { Known } from './pick.ts';
import { textLayers } from './text-layers.ts';

export type LineMark = Readonly<{ x: number; y: number | null; hollow?: boolean }>;
/** Marks of yearly facts, with a gap in the line where the state of the air changes between two of them. */
export function yearlyMarks(facts: readonly Known[]): LineMark[] {
  const sorted = [...facts].sort((a, b) => Number(a.period) - Number(b.period));
  return sorted.flatMap((fact, i) => {
    const mark = { x: Number(fact.period), y: fact.value, hollow: fact.origin === 'computed' };
    const before = sorted[i - 1];
    const breaks = before && (before.basis === 'actual-298K') !== (fact.basis === 'actual-298K');
    const gap = before !== undefined && (breaks || Number(fact.period) - Number(before.period) > 1);
    return gap ? [{ x: mark.x - 0.5, y: null }, mark] : [mark];
  });
}

export type Line = Readonly<{
  marks: readonly LineMark[];
  colour: string;
  /** Colour of the words, when the line is too pale for text. */
  textColour?: string;
  strong?: boolean;
  /** Dots alone, without marks: over years that have no value. */
  dotted?: boolean;
  /** Printed beside the right edge. */
  end?: string;
  /** Printed at the first mark, above it unless the line runs under others. */
  start?: string;
  startBelow?: boolean;
  /** Printed over marks. */
  labels?: readonly Readonly<{ x: number; y: number; text: string }>[];
}>;

type LinePanel = Readonly<{
  lines: readonly Line[];
  /** Positions along the x axis, and what is printed under each. */
  ticks: readonly number[];
  tickText?: (tick: number) => string;
  tokens: Tokens;
  width: number;
  height: number;
  title?: string;
  low?: number;
  /** The axis reaches at least this far; or its values, all given. */
  most?: number;
  yTicks?: readonly number[];
  limit?: LimitLine | null;
}>;

/** Lines over time in one frame: gaps stay gaps, hollow marks where a value is computed, names and values beside the ends. */
export function linePanel(panel: LinePanel): Json {
  const { lines, ticks, tokens, width, height, limit } = panel;
  const low = panel.low ?? 0;
  const values = lines.flatMap(({ marks }) => marks.flatMap(({ y }) => (y === null ? [] : [y])));
  // Headroom for the number over the highest mark.
  const highest = Math.max(low + (Math.max(...values) - low) * 1.08, limit?.value ?? 0, panel.most ?? 0);
  const yTicks = panel.yTicks ?? steps(highest, low, height > 130 ? 5 : 3);
  const [first = 0, last = 0] = [ticks[0], ticks.at(-1)];
  // Room for the first value, which stands over the first mark.
  const pad = ((last - first) * 12) / width;
  const xDomain = first === last ? [first - 1, last + 1] : [first - pad, last + pad / 3];
  const yDomain = [low, yTicks.at(-1) ?? 1];
  const toX = (x: number): number => (width * (x - (xDomain[0] ?? 0))) / ((xDomain[1] ?? 1) - (xDomain[0] ?? 0));
  const toY = (y: number): number => height * (1 - (y - low) / ((yDomain[1] ?? 1) - low));
  const shown = ticks.filter((_, i) => (ticks.length - 1 - i) % Math.ceil((26 * ticks.length) / (width + 26)) === 0);
  const tickText = panel.tickText ?? String;
  const labelExpr = shown.reduceRight((rest, tick) => `datum.value === ${tick} ? '${tickText(tick)}' : ${rest}`, "''");
  const x = {
    field: 'x',
    type: 'quantitative',
    scale: { domain: xDomain, nice: false },
    axis: { title: null, values: shown, labelExpr },
  };
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: yDomain, nice: false },
    // As numbers are printed: no sign between the digits of four.
    axis: { title: null, values: yTicks, ...(highest < 10_000 && highest >= 1000 ? { format: 'd' } : {}) },
  };
  return {
    width,
    height,
    layer: [
      ...(limit ? [limitRule(limit.value, y, tokens)] : []),
      ...lines.flatMap((line) => lineLayers(line, { x, y }, colour(tokens, 'paper'))),
      ...labelLayers(panel, toX, toY),
    ],
  };
}

/** Two marks nearer than this, in px, leave no room for a number between them. */
const CLOSE = 24;

function limitRule(value: number, y: Json, tokens: Tokens): Json {
  return {
    data: { values: [{ y: value }] },
    mark: { type: 'rule', strokeDash: [3, 2.5], color: colour(tokens, 'ink'), strokeWidth: LINES.rule },
    encoding: { y },
  };
}

/** The line, and its marks in two layers, so that hollow ones hide the line behind them. */
function lineLayers(line: Line, encoding: Json, paper: string): Json[] {
  const stroke = line.colour;
  const weight = line.dotted
    ? { strokeWidth: 1, strokeDash: [1, 4] }
    : { strokeWidth: line.strong ? LINES.strong : LINES.data };
  const marks = (hollow: boolean): Json[] => {
    const values = line.marks
      .filter((mark) => mark.y !== null && (mark.hollow ?? false) === hollow)
      .map((mark) => ({ ...mark }));
    const fill = hollow ? paper : stroke;
    const point = {
      type: 'point',
      size: line.strong ? 30 : 24,
      filled: true,
      fill,
      stroke,
      strokeWidth: 1.2,
      opacity: 1,
    };
    return values.length > 0 && !line.dotted ? [{ data: { values }, mark: point, encoding }] : [];
  };
  return [
    {
      data: { values: line.marks.map(({ x, y }) => ({ x, y })) },
      mark: { type: 'line', color: stroke, ...weight, invalid: 'break-paths-show-path-domains' },
      encoding,
    },
    ...marks(false),
    ...marks(true),
  ];
}

/** The title, words at the right edge, moved apart where they would touch, and the first value at the first mark. */
function labelLayers(
  { lines, limit, tokens, width, height, title }: LinePanel,
  toX: (x: number) => number,
  toY: (y: number) => number,
): Json[] {
  const ends = lines.flatMap((line) => {
    const mark = line.marks.findLast(({ y }) => y !== null);
    const colour = line.textColour ?? line.colour;
    return mark && mark.y !== null && line.end ? [{ x: width + 7, y: toY(mark.y), text: line.end, colour }] : [];
  });
  const grey = colour(tokens, 'ink-2');
  const all = limit ? [...ends, { x: width + 7, y: toY(limit.value), text: limit.text, colour: grey }] : ends;
  const ys = spread(
    all.map(({ y }) => y),
    11,
    0,
    height,
  );
  const starts = lines.flatMap((line) => {
    const seen = line.marks.filter(({ y }) => y !== null);
    const mark = seen[0];
    if (!mark || mark.y === null || !line.start || seen.length < 2) return [];
    const y = toY(mark.y) + (line.startBelow ? 10 : -9);
    return [{ x: toX(mark.x), y, text: line.start, colour: line.textColour ?? line.colour, align: 'center' }];
  });
  /** Whether a number is better off under its mark: another line runs close above it there, and none close below. */
  const under = (line: Line, x: number, y: number): boolean => {
    const others = lines
      .filter((other) => other !== line && !other.dotted)
      .flatMap(({ marks }) => marks.flatMap((mark) => (mark.x === x && mark.y !== null ? [toY(mark.y) - toY(y)] : [])));
    return others.some((gap) => gap < 0 && gap > -CLOSE) && !others.some((gap) => gap > 0 && gap < CLOSE);
  };
  const over = lines.flatMap((line) =>
    (line.labels ?? []).map(({ x, y, text }) => ({
      x: toX(x),
      y: toY(y) + (under(line, x, y) ? 11 : -10),
      text,
      colour: line.textColour ?? line.colour,
      align: 'center',
    })),
  );
  const heading = title
    ? [{ x: -22, y: -17, text: title, colour: colour(tokens, 'ink'), align: 'left', weight: 600 }]
    : [];
  const values = [
    ...heading,
    ...all.map((label, i) => ({ ...label, y: ys[i] ?? label.y, align: 'left' })),
    ...starts,
    ...over,
  ];
  return textLayers(values, tokens);
}
