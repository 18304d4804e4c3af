import type { Language } from '../../types.ts';
import { LINES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { LimitLine } from './limit-line.ts';
import { FULL, lite, spread, steps } from './lite.ts';
import { boxes, discs, levels, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';
import { type Event, placed } from './timeline.ts';

const LEFT = 34;
/** What is left at the right is room for the names of the lines and of the last events. */
const RIGHT = FULL - 112;
const ROW = 13.5;
const PLOT = 112;

/** A yearly mean, drawn across its whole year; a computed one is dashed. */
type YearLevel = Readonly<{ year: number; value: number; text: string; computed: boolean }>;
type StepLine = Readonly<{ name: string; strong: boolean; levels: readonly YearLevel[] }>;

type EventSteps = Readonly<{
  years: readonly number[];
  lines: readonly StepLine[];
  limit: LimitLine | null;
  /** Named over the years, and under them; both in order of date. */
  above: readonly Event[];
  below: readonly Event[];
  /** The year that begins on another state of the air: a dashed upright before it. */
  newState: number | null;
  language: Language;
  tokens: Tokens;
}>;

/**
 * Yearly means as level strokes with the dates of policies led through them: nothing joins one year to the next, so that
 * neither a trend nor an effect is drawn. The year assessed is marked.
 */
export function eventSteps(chart: EventSteps): ChartSpec {
  const { years, lines, limit, above, below, newState, language, tokens } = chart;
  const [first = 0, last = 0] = [years[0], years.at(-1)];
  const toX = (at: number): number => LEFT + ((at - first) / years.length) * (RIGHT - LEFT);
  const over = placed(above, toX, language);
  const under = placed(below, toX, language);
  const top = Math.max(0, ...over.map(({ row }) => row + 1)) * ROW + 8;
  const axis = top + PLOT;
  const rowsUnder = Math.max(0, ...under.map(({ row }) => row + 1));
  const height = axis + 20 + rowsUnder * ROW;
  const overY = (row: number): number => top - 10 - row * ROW;
  const underY = (row: number): number => axis + 26 + row * ROW;
  const all = lines.flatMap((line) => line.levels.map(({ value }) => value));
  const ticks = steps(Math.max(...all, limit?.value ?? 0) * 1.08, 0, 3);
  const toY = (value: number): number => axis - (value / (ticks.at(-1) ?? 1)) * PLOT;
  const [dark, second, rule, paper, accent] = (['ink', 'ink-2', 'rule', 'paper', 'accent'] as const).map((name) =>
    colour(tokens, name),
  );
  const strokes = lines.flatMap(({ strong, levels: marks }) =>
    marks.map((mark) => ({ ...mark, strong, x: toX(mark.year) + 3, x2: toX(mark.year + 1) - 3, y: toY(mark.value) })),
  );
  const drawn = (strong: boolean, computed: boolean) => {
    const values = strokes.filter((stroke) => stroke.strong === strong && stroke.computed === computed);
    const mark = {
      color: colour(tokens, strong ? 'accent' : 'seq-4'),
      strokeWidth: strong ? 3 : LINES.strong,
      ...(computed ? { strokeDash: [5, 2.5] } : {}),
    };
    return values.length > 0 ? [levels(values, mark)] : [];
  };
  const higherThan = (stroke: (typeof strokes)[number]): boolean =>
    strokes.every((other) => other.year !== stroke.year || other.value <= stroke.value);
  const numbers = strokes.map((stroke) => ({
    x: (stroke.x + stroke.x2) / 2,
    y: stroke.y + (higherThan(stroke) ? -8 : 9),
    text: stroke.text,
    align: 'center',
    weight: stroke.strong ? 600 : 400,
    colour: stroke.strong ? accent : colour(tokens, 'seq-6'),
  }));
  const ends = [
    ...lines.flatMap(({ name, strong, levels: marks }) => {
      const end = marks.at(-1);
      return end ? [{ y: toY(end.value), text: name, colour: strong ? accent : colour(tokens, 'seq-6') }] : [];
    }),
    ...(limit ? [{ y: toY(limit.value), text: limit.text, colour: second }] : []),
  ];
  const endY = spread(
    ends.map(({ y }) => y),
    12,
    top,
    axis,
  );
  const leaders = [
    ...over.map(({ x, row }) => ({ x, y: overY(row), y2: axis })),
    // A tick at the axis, and on from under the years, which it would strike through.
    ...under.flatMap(({ x, row }) => [
      { x, y: axis - 4, y2: axis },
      { x, y: axis + 17, y2: underY(row) },
    ]),
  ];
  const points = [
    ...over.map(({ x, row, event }) => ({ x, y: overY(row), colour: event.hollow ? paper : accent })),
    ...under.map(({ x, row }) => ({ x, y: underY(row), colour: colour(tokens, 'seq-5') })),
  ];
  const named = [
    ...over.map(({ x, row, event }) => ({ x: x + 6, y: overY(row), text: event.name[language], colour: dark })),
    ...under.map(({ x, row, event }) => ({ x: x + 6, y: underY(row), text: event.name[language], colour: dark })),
  ];
  return lite({
    width: FULL,
    height,
    layer: [
      boxes([{ x: toX(last), x2: RIGHT, y: top, y2: axis + 16 }], { color: colour(tokens, 'wash') }),
      levels(
        ticks.slice(1).map((tick) => ({ x: LEFT, x2: RIGHT, y: toY(tick) })),
        { color: rule, strokeWidth: LINES.hair },
      ),
      ...(leaders.length > 0 ? [uprights(leaders, { color: rule })] : []),
      ...(limit ? [levels([{ x: LEFT, x2: RIGHT, y: toY(limit.value) }], { color: dark, strokeDash: [3, 2.5] })] : []),
      ...(newState === null
        ? []
        : [uprights([{ x: toX(newState), y: top, y2: axis + 16 }], { color: second, strokeDash: [2, 2] })]),
      levels([{ x: LEFT, x2: RIGHT, y: axis }], { color: second }),
      ...[true, false].flatMap((strong) => [...drawn(strong, true), ...drawn(strong, false)]),
      ...(points.length > 0 ? [discs(points, { size: 24, stroke: accent, strokeWidth: 1 })] : []),
      ...textLayers([...numbers, ...named], tokens),
      ...textLayers(
        [
          ...ends.map((end, i) => ({ ...end, x: RIGHT + 6, y: endY[i] ?? end.y })),
          ...ticks.map((tick) => ({ x: LEFT - 6, y: toY(tick), text: String(tick), align: 'right', colour: second })),
          ...years.map((year) => ({
            x: toX(year + 0.5),
            y: axis + 10,
            text: String(year),
            align: 'center',
            weight: year === last ? 600 : 400,
            colour: second,
          })),
        ],
        tokens,
        false,
      ),
    ],
  });
}
