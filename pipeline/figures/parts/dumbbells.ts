import { LINES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { type Json, px } from './lite.ts';
import { textLayers } from './text-layers.ts';

export type Dumbbell = Readonly<{
  label: string;
  /** Null: nothing to draw in this row but `text`. */
  from: number | null;
  to: number | null;
  hollow?: boolean;
  /** Printed beside the marks: the values left and right, and a column of words at the right edge. */
  fromText?: string;
  toText?: string;
  text?: string;
}>;

type Dumbbells = Readonly<{
  rows: readonly Dumbbell[];
  /** Values of the axis; the first and the last are its ends. */
  ticks: readonly number[];
  axis: string;
  /** Over the marks of the first row. */
  heads?: readonly [string, string];
  /** Heading of the words at the right edge. */
  textHead?: string;
  references?: readonly Readonly<{ value: number; text: string }>[];
  width: number;
  step?: number;
  /** Height in rows, when more than there are: so that two stand side by side. */
  places?: number;
  labels?: boolean;
  tokens: Tokens;
}>;

/** From one value to the next, one line a row: a pale mark before, a dark one after. Names at the left, words at the right. */
export function dumbbells({
  rows,
  ticks,
  axis,
  heads,
  textHead,
  references = [],
  width,
  step = 18,
  places = rows.length,
  labels = true,
  tokens,
}: Dumbbells): Json {
  const placed = rows.map((row, i) => ({ ...row, y: step * (i + 0.5) }));
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const toX = (value: number): number => (width * (value - low)) / (high - low);
  const drawn = placed.flatMap((row) =>
    row.from === null || row.to === null ? [] : [{ ...row, from: row.from, to: row.to }],
  );
  const lone = placed.filter((row) => row.from === null && row.to !== null);
  const first = drawn[0];
  const x = (field: string): Json => ({
    field,
    type: 'quantitative',
    scale: { domain: [low, high], nice: false },
    axis: { title: axis, values: ticks, grid: true, domain: false, orient: 'bottom' },
  });
  const y = px('y');
  const dots = (field: 'from' | 'to', name: string, hollow: boolean): Json => ({
    data: {
      values: [...drawn, ...(field === 'to' ? lone : [])]
        .filter((row) => (row.hollow ?? false) === hollow)
        .map((row) => ({ ...row })),
    },
    mark: {
      type: 'point',
      filled: true,
      size: 38,
      opacity: 1,
      strokeWidth: 1.2,
      stroke: colour(tokens, name),
      fill: colour(tokens, hollow ? 'paper' : name),
    },
    encoding: { x: x(field), y },
  });
  const [pale, dark] = [colour(tokens, 'ink-2'), colour(tokens, 'ink')];
  const value = (at: number, y: number, text: string | undefined, left: boolean, after: boolean): Json[] => {
    const look = { align: left ? 'right' : 'left', weight: after ? 600 : 400, colour: after ? dark : pale };
    return text ? [{ x: toX(at) + (left ? -7 : 7), y, text, ...look }] : [];
  };
  const heading = (at: number, other: number, text: string, after: boolean): Json => ({
    x: toX(at),
    y: -3,
    text,
    align: at === other ? 'center' : at < other ? 'right' : 'left',
    weight: after ? 600 : 400,
    colour: colour(tokens, after ? 'accent' : 'seq-5'),
  });
  const right = width + 62;
  const texts: Json[] = [
    ...drawn.flatMap(({ y, from, to, fromText, toText }) => [
      ...value(from, y, fromText, from < to, false),
      ...value(to, y, toText, to <= from, true),
    ]),
    ...lone.flatMap(({ y, to, toText }) => value(to ?? 0, y, toText, false, true)),
    ...(labels ? placed.map((row) => ({ x: -8, y: row.y, text: row.label, align: 'right', colour: dark })) : []),
    ...placed.flatMap((row) =>
      row.text ? [{ x: right, y: row.y, text: row.text, align: 'right', colour: dark }] : [],
    ),
    ...(textHead ? [{ x: right, y: -3, text: textHead, align: 'right', colour: pale }] : []),
    ...references.map((line) => ({ x: toX(line.value), y: -17, text: line.text, align: 'center', colour: pale })),
    ...(heads && first
      ? [heading(first.from, first.to, heads[0], false), heading(first.to, first.from, heads[1], true)]
      : []),
  ];
  return {
    width,
    height: step * places,
    layer: [
      {
        data: { values: references.map((line) => ({ value: line.value })) },
        mark: { type: 'rule', strokeDash: [3, 2.5], color: dark },
        encoding: { x: x('value') },
      },
      {
        data: { values: drawn.map((row) => ({ ...row })) },
        mark: { type: 'rule', color: colour(tokens, 'seq-4'), strokeWidth: LINES.strong },
        encoding: { x: x('from'), x2: { field: 'to' }, y },
      },
      ...textLayers(texts, tokens),
      dots('from', 'seq-4', false),
      dots('from', 'seq-4', true),
      dots('to', 'accent', false),
      dots('to', 'accent', true),
    ],
  };
}
