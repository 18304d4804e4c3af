import { LINES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { type Json, px } from './lite.ts';
import { textLayers } from './text-layers.ts';

type WayRow = Readonly<{
  label: string;
  value: number;
  valueText: string;
  /** The level the arrow leads to; null: there is none below. */
  goal: number | null;
  /** Set in the columns at the right edge. */
  columns: readonly string[];
  strong?: boolean;
}>;

const COLUMN = 88;

/** One line a row: a dot where a place stands, and an arrow to the next level below it, among rules for all levels. */
export function wayRows(
  rows: readonly WayRow[],
  {
    levels,
    ticks,
    axis,
    heads,
    width,
    step,
    tokens,
  }: Readonly<{
    levels: readonly Readonly<{ value: number; text: string }>[];
    ticks: readonly number[];
    axis: string;
    heads: readonly string[];
    width: number;
    step: number;
    tokens: Tokens;
  }>,
): Json {
  const high = ticks.at(-1) ?? 1;
  const toX = (value: number): number => (width * value) / high;
  const placed = rows.map((row, i) => ({ ...row, y: step * (i + 0.5) }));
  const arrows = placed.flatMap((row) => (row.goal === null ? [] : [{ goal: row.goal, value: row.value, y: row.y }]));
  const x = (field: string): Json => ({
    field,
    type: 'quantitative',
    scale: { domain: [0, high], nice: false },
    axis: { title: axis, values: ticks, grid: false, domain: true, orient: 'bottom' },
  });
  const y = px('y');
  const [dark, pale, accent] = [colour(tokens, 'ink'), colour(tokens, 'ink-2'), colour(tokens, 'accent')];
  const right = (i: number): number => width + 26 + COLUMN * (i + 1) - (i === 0 ? COLUMN / 2 : COLUMN / 2 - 4);
  const texts: Json[] = [
    ...placed.flatMap((row) => [
      { x: -8, y: row.y, text: row.label, align: 'right', colour: dark, weight: row.strong ? 600 : 400 },
      { x: toX(row.value) + 7, y: row.y, text: row.valueText, align: 'left', colour: dark, weight: 600 },
      ...row.columns.map((text, i) => ({ x: right(i), y: row.y, text, align: 'right', colour: dark })),
    ]),
    ...heads.map((text, i) => ({ x: right(i), y: -8, text, align: 'right', colour: pale })),
    ...levels.map(({ value, text }) => ({ x: toX(value), y: -8, text, align: 'center', colour: pale })),
  ];
  return {
    width,
    height: step * rows.length,
    layer: [
      {
        data: { values: levels.map(({ value }) => ({ value })) },
        mark: { type: 'rule', color: pale, strokeWidth: LINES.rule, strokeDash: [3, 2.5] },
        encoding: { x: x('value') },
      },
      {
        data: { values: arrows },
        mark: { type: 'rule', color: colour(tokens, 'seq-4'), strokeWidth: LINES.data },
        encoding: { x: x('goal'), x2: { field: 'value' }, y },
      },
      {
        data: { values: arrows },
        mark: {
          type: 'point',
          shape: 'triangle-left',
          filled: true,
          size: 26,
          opacity: 1,
          color: colour(tokens, 'seq-4'),
        },
        encoding: { x: x('goal'), y },
      },
      ...textLayers(texts, tokens),
      {
        data: { values: placed.map(({ value, y: at }) => ({ value, y: at })) },
        mark: { type: 'point', filled: true, size: 34, opacity: 1, color: accent },
        encoding: { x: x('value'), y },
      },
    ],
  };
}
