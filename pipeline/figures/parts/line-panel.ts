import { LINES, SIZES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { type Json, px, spread, steps } from './lite.ts';

export type LineMark = Readonly<{ x: number; y: number | null; hollow?: boolean }>;
export type Line = Readonly<{
  marks: readonly LineMark[];
  colour: string;
  /** Colour of the words, when the line is too pale for text. */
  textColour?: string;
  strong?: boolean;
  /** Printed beside the last mark, and over the first. */
  end?: string;
  start?: string;
}>;

export type LinePanel = Readonly<{
  lines: readonly Line[];
  /** Positions along the x axis, and what is printed under each. */
  ticks: readonly number[];
  tickText?: (tick: number) => string;
  tokens: Tokens;
  width: number;
  height: number;
  title?: string;
  low?: number;
  /** The axis reaches at least this far. */
  most?: number;
  limit?: Readonly<{ value: number; text: string }> | undefined;
  /** Left margin is kept free even where the axis has no labels. */
  yLabels?: boolean;
}>;

/** Lines over time in one frame: gaps stay gaps, hollow marks where a value is computed, names and values beside the ends. */
export function linePanel(panel: LinePanel): Json {
  const { lines, ticks, tokens, width, height, limit } = panel;
  const low = panel.low ?? 0;
  const values = lines.flatMap(({ marks }) => marks.flatMap(({ y }) => (y === null ? [] : [y])));
  const yTicks = steps(Math.max(...values, limit?.value ?? 0, panel.most ?? 0), low, height > 130 ? 5 : 3);
  const [first = 0, last = 0] = [ticks[0], ticks.at(-1)];
  const xDomain = first === last ? [first - 1, last + 1] : [first, last];
  const yDomain = [low, yTicks.at(-1) ?? 1];
  const toX = (x: number): number => (width * (x - (xDomain[0] ?? 0))) / ((xDomain[1] ?? 1) - (xDomain[0] ?? 0));
  const toY = (y: number): number => height * (1 - (y - low) / ((yDomain[1] ?? 1) - low));
  const shown = ticks.filter((_, i) => (ticks.length - 1 - i) % Math.ceil((26 * ticks.length) / (width + 26)) === 0);
  const tickText = panel.tickText ?? String;
  const labelExpr = shown.reduceRight((rest, tick) => `datum.value === ${tick} ? '${tickText(tick)}' : ${rest}`, "''");
  const x = { field: 'x', type: 'quantitative', scale: { domain: xDomain, nice: false }, axis: { title: null, values: shown, labelExpr } };
  const y = {
    field: 'y',
    type: 'quantitative',
    scale: { domain: yDomain, nice: false },
    axis: { title: null, values: yTicks, labels: panel.yLabels !== false },
  };
  return {
    width,
    height,
    ...(panel.title ? { title: panel.title } : {}),
    layer: [
      ...(limit ? [limitRule(limit.value, y, tokens)] : []),
      ...lines.flatMap((line) => lineLayers(line, { x, y }, colour(tokens, 'paper'))),
      labelLayer(panel, toX, toY),
    ],
  };
}

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
  const strokeWidth = line.strong ? LINES.strong : LINES.data;
  const marks = (hollow: boolean): Json[] => {
    const values = line.marks.filter((mark) => mark.y !== null && (mark.hollow ?? false) === hollow).map((mark) => ({ ...mark }));
    const fill = hollow ? paper : stroke;
    const point = { type: 'point', size: line.strong ? 30 : 24, filled: true, fill, stroke, strokeWidth: 1.2, opacity: 1 };
    return values.length > 0 ? [{ data: { values }, mark: point, encoding }] : [];
  };
  return [
    {
      data: { values: line.marks.map(({ x, y }) => ({ x, y })) },
      mark: { type: 'line', color: stroke, strokeWidth, invalid: 'break-paths-show-path-domains' },
      encoding,
    },
    ...marks(false),
    ...marks(true),
  ];
}

/** Words beside the last marks, moved apart where they would touch; the first value over the first mark. */
function labelLayer({ lines, limit, tokens, width, height }: LinePanel, toX: (x: number) => number, toY: (y: number) => number): Json {
  const ends = lines.flatMap((line) => {
    const mark = line.marks.findLast(({ y }) => y !== null);
    return mark && mark.y !== null && line.end ? [{ x: toX(mark.x) + 6, y: toY(mark.y), text: line.end, colour: line.textColour ?? line.colour }] : [];
  });
  const all = limit ? [...ends, { x: width + 6, y: toY(limit.value), text: limit.text, colour: colour(tokens, 'ink-2') }] : ends;
  const ys = spread(all.map(({ y }) => y), 11, 0, height);
  const starts = lines.flatMap((line) => {
    const mark = line.marks.find(({ y }) => y !== null);
    const other = line.marks.filter(({ y }) => y !== null).length > 1;
    return mark && mark.y !== null && line.start && other
      ? [{ x: toX(mark.x), y: toY(mark.y) - 9, text: line.start, colour: line.textColour ?? line.colour, align: 'center' }]
      : [];
  });
  const values = [...all.map((label, i) => ({ ...label, y: ys[i] ?? label.y, align: 'left' })), ...starts];
  return {
    data: { values },
    mark: { type: 'text', baseline: 'middle', fontSize: SIZES.label, align: { expr: 'datum.align' } },
    encoding: { x: px('x'), y: px('y'), text: { field: 'text' }, color: { field: 'colour', type: 'nominal', scale: null } },
  };
}
