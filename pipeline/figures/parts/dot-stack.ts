import { colour, type Tokens } from '../tokens.ts';
import { ink, type Json, px } from './lite.ts';
import { textLayers } from './text-layers.ts';

type DotStack = Readonly<{
  /** Whole numbers: equal ones stand on each other. */
  dots: readonly Readonly<{ at: number; colour: string }>[];
  most: number;
  width: number;
  /** Lines through the stacks; a strong one for the limit. Named only where `text` is given. */
  lines: readonly Readonly<{ at: number; strong: boolean; text: string }>[];
  /** At the upper right, the first one bold. */
  words: readonly string[];
  /** Printed under the axis; null: an axis without words, for a stack above another. */
  axis: string | null;
  tokens: Tokens;
}>;

/** Every value a dot, stacked on its whole number: a histogram in which each city can be counted. */
export function dotStack({ dots, most, width, lines, words, axis, tokens }: DotStack): Json {
  const step = width / most;
  const stack = new Map<number, number>();
  const placed = dots.map((dot) => {
    const k = (stack.get(dot.at) ?? 0) + 1;
    stack.set(dot.at, k);
    return { ...dot, k };
  });
  const height = Math.max(Math.ceil(Math.max(...stack.values()) * step) + 8, 13 * words.length + 16);
  const [dark, grey] = [colour(tokens, 'ink'), colour(tokens, 'ink-2')];
  const x: Json = {
    field: 'at',
    type: 'quantitative',
    scale: { domain: [0, most], nice: false },
    axis: { title: axis, labels: axis !== null, tickCount: most / 10, grid: false },
  };
  const texts = [
    ...words.map((text, i) => ({
      x: width,
      y: 6 + 13 * i,
      text,
      align: 'right',
      weight: i === 0 ? 600 : 400,
      colour: dark,
    })),
    ...lines.map(({ at, text }, i) => ({ x: at * step, y: i % 2 ? -21 : -9, text, align: 'center', colour: grey })),
  ].filter(({ text }) => text !== '');
  const weight = { expr: 'datum.strong ? 1 : 0.5' };
  return {
    width,
    height,
    layer: [
      {
        data: { values: lines.map((line) => ({ ...line })) },
        mark: { type: 'rule', strokeDash: [2, 2], color: grey, strokeWidth: weight },
        encoding: { x },
      },
      {
        data: { values: placed.map((dot) => ({ ...dot, y: height - (dot.k - 0.5) * step })) },
        mark: { type: 'point', shape: 'circle', filled: true, opacity: 1, size: (step * 0.84) ** 2, strokeWidth: 0 },
        encoding: { x, y: px('y'), color: ink() },
      },
      ...textLayers(texts, tokens),
    ],
  };
}
