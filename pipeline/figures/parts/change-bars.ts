import type { Language } from '../../types.ts';
import { textWidth } from '../text-width.ts';
import { familyOf, LINES, SIZES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { LimitLine } from './limit-line.ts';
import { FULL, type Json, lite } from './lite.ts';
import { boxes, discs, levels, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

type ChangeBar = Readonly<{ name: string; value: number; text: string; colour: string; strong: boolean }>;

type ChangeBars = Readonly<{
  title: string;
  bars: readonly ChangeBar[];
  /** Side by side, each column from top to bottom. */
  columns: number;
  lollipops: boolean;
  limit: LimitLine | null;
  language: Language;
  tokens: Tokens;
}>;

const STEP = 15.5;
const TOP = 24;
/** More of it where a level is named over the bars. */
const TOP_WITH_LEVEL = 36;
const GAP = 26;

/** Bars to both sides of nought, or from it, in the order given; the number stands at the end of each. */
export function changeBars({ title, bars, columns, lollipops, limit, language, tokens }: ChangeBars): ChartSpec {
  const top = limit ? TOP_WITH_LEVEL : TOP;
  const font = { family: familyOf(language), size: SIZES.label, weight: 600 };
  const widest = (texts: readonly string[]): number => Math.max(0, ...texts.map((text) => textWidth(text, font)));
  const names = widest(bars.map(({ name }) => name)) + 8;
  const numbers = widest(bars.map(({ text }) => text)) + 8;
  const width = (FULL - GAP * (columns - 1)) / columns;
  const low = Math.min(0, ...bars.map(({ value }) => value));
  const high = Math.max(0, limit?.value ?? 0, ...bars.map(({ value }) => value));
  const [before, after] = [low < 0 ? numbers : 0, high > 0 ? numbers : 4];
  const plot = width - names - before - after;
  const perColumn = Math.ceil(bars.length / columns);
  const left = (i: number): number => Math.floor(i / perColumn) * (width + GAP) + names + before;
  const toX = (i: number, value: number): number => left(i) + ((value - low) / (high - low || 1)) * plot;
  const y = (i: number): number => top + ((i % perColumn) + 0.5) * STEP;
  const [dark, second, rule] = (['ink', 'ink-2', 'rule'] as const).map((name) => colour(tokens, name));
  const starts = Array.from({ length: columns }, (_, c) => c * perColumn).filter((i) => i < bars.length);
  const bottom = top + perColumn * STEP;
  const at = bars.map((bar, i) => ({ ...bar, y: y(i), zero: toX(i, 0), end: toX(i, bar.value) }));
  const half = lollipops ? 0 : 4.6;
  const words: Json[] = at.flatMap((bar, i): Json[] => [
    {
      x: left(i) - before - (low < 0 ? 0 : 6),
      y: bar.y,
      text: bar.name,
      align: 'right',
      weight: bar.strong ? 600 : 400,
      colour: dark,
    },
    {
      x: bar.end + (bar.value < 0 ? -1 : 1) * (lollipops ? 8 : 5),
      y: bar.y,
      text: bar.text,
      align: bar.value < 0 ? 'right' : 'left',
      weight: bar.strong ? 600 : 400,
      colour: bar.strong ? dark : second,
    },
  ]);
  return lite({
    width: FULL,
    height: bottom + 2,
    layer: [
      ...(lollipops
        ? [
            levels(
              at.map((bar) => ({ x: bar.zero, x2: bar.end, y: bar.y, colour: bar.colour })),
              { strokeWidth: LINES.data },
            ),
            discs(
              at.map((bar) => ({ x: bar.end, y: bar.y, colour: bar.colour })),
              { size: 46 },
            ),
          ]
        : [
            boxes(
              at.map((bar) => ({
                x: Math.min(bar.zero, bar.end),
                x2: Math.max(bar.zero, bar.end),
                y: bar.y - half,
                y2: bar.y + half,
                colour: bar.colour,
              })),
            ),
          ]),
      uprights(
        starts.map((i) => ({ x: toX(i, 0), y: top - 4, y2: bottom })),
        { color: second, strokeWidth: LINES.rule },
      ),
      ...(limit
        ? [
            uprights(
              starts.map((i) => ({ x: toX(i, limit.value), y: top - 4, y2: bottom })),
              { color: dark ?? rule, strokeDash: [3, 2.5], strokeWidth: LINES.rule },
            ),
          ]
        : []),
      ...textLayers(words, tokens),
      ...textLayers(
        [
          { x: 0, y: 5, text: title, colour: second },
          ...(limit
            ? starts.map((i) => ({
                x: toX(i, limit.value),
                y: top - 9,
                text: limit.text,
                align: 'center',
                colour: second,
              }))
            : []),
        ],
        tokens,
        false,
      ),
    ],
  });
}
