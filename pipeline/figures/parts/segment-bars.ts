import { LINES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import { ink, type Json, lite, px } from './lite.ts';
import { textLayers } from './text-layers.ts';

/** A piece of a bar, from where the one before it ended, or from `from`. */
export type Segment = Readonly<{
  value: number;
  from?: number;
  colour: string;
  text?: string;
  textColour?: string;
  /** Over the segment, in the first row only. */
  head?: string;
}>;
export type BarRow = Readonly<{ label: string; segments: readonly Segment[]; after?: string; outline?: number }>;
export type BarGroup = Readonly<{ name: string; rows: readonly BarRow[] }>;

const STEP = 19;
const BAR = 14;

/** Horizontal bars made of segments, in groups under a name, on one scale from 0 to `most`. */
export function segmentBars(
  groups: readonly BarGroup[],
  { most, width, tokens }: Readonly<{ most: number; width: number; tokens: Tokens }>,
): ChartSpec {
  const toX = (value: number): number => (value / most) * width;
  const [text, bars, outlines]: [Json[], Json[], Json[]] = [[], [], []];
  const word = (part: { x: number; y: number; text: string } & Json): void => {
    text.push({ align: 'left', weight: 400, colour: colour(tokens, 'ink'), ...part });
  };
  const named = groups.length > 1;
  const headed = groups.some(({ rows }) => rows.some(({ segments }) => segments.some(({ head }) => head)));
  let y = headed && !named ? 15 : 0;
  groups.forEach((group, g) => {
    if (g > 0) y += 8;
    if (named) {
      word({ x: 0, y: y + 7, text: group.name, weight: 600 });
      y += 17;
    }
    for (const row of group.rows) {
      const middle = y + BAR / 2;
      word({ x: -7, y: middle, text: row.label, align: 'right' });
      let at = 0;
      for (const segment of row.segments) {
        const [from, to] = [toX(segment.from ?? at), toX((segment.from ?? at) + segment.value)];
        at = (segment.from ?? at) + segment.value;
        bars.push({ x: from, x2: to, y, y2: y + BAR, colour: segment.colour });
        const centre = (from + to) / 2;
        if (segment.text)
          word({
            x: centre,
            y: middle,
            text: segment.text,
            align: 'center',
            colour: segment.textColour ?? colour(tokens, 'ink'),
          });
        if (segment.head)
          word({ x: centre, y: y - 8, text: segment.head, align: 'center', colour: colour(tokens, 'ink-2') });
      }
      if (row.outline) outlines.push({ x: 0, x2: toX(row.outline), y, y2: y + BAR });
      if (row.after) word({ x: toX(row.outline ?? at) + 6, y: middle, text: row.after });
      y += STEP;
    }
  });
  const box = { x: px('x'), x2: { field: 'x2' }, y: px('y'), y2: { field: 'y2' } };
  return lite({
    width,
    height: y - STEP + BAR,
    layer: [
      {
        data: { values: bars },
        mark: { type: 'rect', stroke: colour(tokens, 'paper'), strokeWidth: LINES.rule },
        encoding: { ...box, fill: ink() },
      },
      {
        data: { values: outlines },
        mark: { type: 'rect', filled: false, stroke: colour(tokens, 'ink-2'), strokeWidth: LINES.hair },
        encoding: box,
      },
      ...textLayers(text, tokens, false),
    ],
  });
}
