import type { Language } from '../../types.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import { FULL, ink, type Json, lite, px } from './lite.ts';
import { boxes, discs } from './shapes.ts';
import { textLayers } from './text-layers.ts';

/** What follows from the head, by kind, each with its own items: a line of words and a date. */
type FlowBranch = Readonly<{
  name: string;
  count: string;
  colour: string;
  items: readonly Readonly<{ name: string; date: string }>[];
}>;

type Flow = Readonly<{
  head: readonly string[];
  branches: readonly FlowBranch[];
  language: Language;
  tokens: Tokens;
}>;

const ROW = 13;
const GAP = 14;
/** Edges of the head, of the branches, and where the items begin. */
const HEAD = { x: 0, x2: 104 } as const;
const BRANCH = { x: 196, x2: 292 } as const;
const ITEM = 388;
const SAMPLES = 20;

/** From one span to another, wide as the spans are, on a smooth way. */
function ribbon(
  key: number,
  fill: string,
  [x, top, bottom]: readonly [number, number, number],
  [x2, top2, bottom2]: readonly [number, number, number],
): Json[] {
  return Array.from({ length: SAMPLES + 1 }, (_, i) => {
    const t = i / SAMPLES;
    const eased = t * t * (3 - 2 * t);
    return {
      key,
      colour: fill,
      x: x + (x2 - x) * t,
      y: top + (top2 - top) * eased,
      y2: bottom + (bottom2 - bottom) * eased,
    };
  });
}

/** From a head to its branches and from these to each item: as wide as what flows through. */
export function flow({ head, branches, tokens }: Flow): ChartSpec {
  const [dark, second, paper, accent] = (['ink', 'ink-2', 'paper', 'accent'] as const).map((name) =>
    colour(tokens, name),
  );
  const rows = branches.reduce((sum, { items }) => sum + items.length, 0);
  const height = rows * ROW + GAP * (branches.length - 1);
  const headTop = (height - rows * 5) / 2;
  const ribbons: Json[] = [];
  const blocks: Json[] = [{ x: HEAD.x, x2: HEAD.x2, y: headTop, y2: headTop + rows * 5, colour: accent }];
  const dots: Json[] = [];
  const onColour: Json[] = head.map((text, i) => ({
    x: HEAD.x2 / 2,
    y: height / 2 + (i - (head.length - 1) / 2) * 13,
    text,
    align: 'center',
    weight: i === 0 ? 600 : 400,
    colour: paper,
  }));
  const onPaper: Json[] = [];
  let [top, out] = [0, headTop];
  for (const branch of branches) {
    const size = branch.items.length;
    const block = { top: top + size * 1.5, bottom: top + size * (ROW - 1.5) };
    const light = branch.colour;
    ribbons.push(...ribbon(ribbons.length, light, [HEAD.x2, out, out + size * 5], [BRANCH.x, block.top, block.bottom]));
    out += size * 5;
    blocks.push({ x: BRANCH.x, x2: BRANCH.x2, y: block.top, y2: block.bottom, colour: light });
    const middle = (block.top + block.bottom) / 2;
    const words = (size > 2 ? [branch.name, branch.count] : [`${branch.name} ${branch.count}`.trim()]).filter(Boolean);
    words.forEach((text, i) => {
      onColour.push({
        x: (BRANCH.x + BRANCH.x2) / 2,
        y: middle + (i - (words.length - 1) / 2) * 13,
        text,
        align: 'center',
        weight: i === 0 ? 600 : 400,
        colour: paper,
      });
    });
    const thick = (block.bottom - block.top) / size;
    branch.items.forEach(({ name, date }, i) => {
      const y = top + (i + 0.5) * ROW;
      const from = block.top + i * thick;
      ribbons.push(...ribbon(ribbons.length, light, [BRANCH.x2, from, from + thick], [ITEM - 6, y - 1, y + 1]));
      dots.push({ x: ITEM - 5, y, colour: light });
      onPaper.push({ x: ITEM + 2, y, text: date, colour: second }, { x: ITEM + 46, y, text: name, colour: dark });
    });
    top += size * ROW + GAP;
  }
  return lite({
    width: FULL,
    height,
    layer: [
      {
        data: { values: ribbons },
        mark: { type: 'area', opacity: 0.32 },
        encoding: {
          x: px('x'),
          y: px('y'),
          y2: { field: 'y2' },
          detail: { field: 'key', type: 'nominal' },
          color: ink(),
        },
      },
      boxes(blocks),
      discs(dots, { size: 22 }),
      ...textLayers([...onColour, ...onPaper], tokens, false),
    ],
  });
}
