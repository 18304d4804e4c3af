import { SIZES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import { FULL, ink, type Json, lite, px } from './lite.ts';
import { textLayers } from './text-layers.ts';

/** One cell: the printed number and its strength from 0 to 1, by which it is inked; null: nothing is known. */
export type Cell = Readonly<{ text: string; strength: number }> | null;

type Grid = Readonly<{
  /** Heads of the columns, a line each. */
  heads: readonly (readonly string[])[];
  rows: readonly Readonly<{ name: string; cells: readonly Cell[]; strong?: boolean }>[];
  /** Widths in px: of the names, and of each column (what is left is shared when not given). */
  nameWidth: number;
  columnWidth?: number;
  step: number;
  /** Columns before which a little more room is left. */
  gapsBefore?: readonly number[];
  tokens: Tokens;
}>;

const GAP = 12;
const LINE = 10.5;
const RAMP = 6;

/** Which of the sequential colours a strength takes: the lightest only for nought. */
const stepOf = (strength: number): number => (strength <= 0 ? 1 : 2 + Math.min(RAMP - 1, Math.floor(strength * RAMP)));

/** A table of inked cells with their numbers: darker is more. Dark cells carry light numbers, so it reads in greyscale. */
export function cellGrid({ heads, rows, nameWidth, columnWidth, step, gapsBefore = [], tokens }: Grid): ChartSpec {
  const room = FULL - nameWidth - gapsBefore.length * GAP;
  const width = columnWidth ?? room / heads.length;
  const left = (i: number): number => nameWidth + i * width + gapsBefore.filter((at) => at <= i).length * GAP;
  const top = Math.max(...heads.map(({ length }) => length)) * LINE + 4;
  const y = (i: number): number => top + i * step;
  const [dark, second, paper] = [colour(tokens, 'ink'), colour(tokens, 'ink-2'), colour(tokens, 'paper')];
  const boxes = rows.flatMap(({ cells }, j) =>
    cells.flatMap((cell, i) =>
      cell
        ? [
            {
              x: left(i) + 0.5,
              x2: left(i) + width - 0.5,
              y: y(j) + 0.5,
              y2: y(j) + step - 0.5,
              colour: colour(tokens, `seq-${stepOf(cell.strength)}`),
            },
          ]
        : [],
    ),
  );
  const numbers = rows.flatMap(({ cells }, j) =>
    cells.map((cell, i) => ({
      x: left(i) + width / 2,
      y: y(j) + step / 2,
      text: cell?.text ?? '–',
      align: 'center',
      colour: cell && stepOf(cell.strength) > 4 ? paper : cell && cell.strength > 0 ? dark : second,
    })),
  );
  const names = rows.map(({ name, strong }, j) => ({
    x: nameWidth - 8,
    y: y(j) + step / 2,
    text: name,
    align: 'right',
    weight: strong ? 600 : 400,
    colour: dark,
  }));
  const titles = heads.flatMap((lines, i) =>
    lines.map((text, k) => ({
      x: left(i) + width / 2,
      y: top - 4 - (lines.length - k - 0.5) * LINE,
      text,
      align: 'center',
      colour: second,
    })),
  );
  const rect: Json = {
    data: { values: boxes },
    mark: { type: 'rect' },
    encoding: { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' }, color: ink() },
  };
  return lite({
    width: Math.max(left(heads.length - 1) + width, nameWidth),
    height: y(rows.length),
    layer: [rect, ...textLayers([...names, ...numbers], tokens, false), ...textLayers(titles, tokens, false)],
    config: { text: { fontSize: SIZES.label } },
  });
}
