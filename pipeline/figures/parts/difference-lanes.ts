import type { Bilingual, Language } from '../../types.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import { FULL, lite } from './lite.ts';
import { boxes, discs, levels, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

const LEFT = 62;
const RIGHT = FULL - 8;
const TOP = 18;
/** Width in the unit of the values within which dots would cover one another. */
const BIN = 0.25;
const SHIFT = 5;

/** A difference; strong ones are filled. A name is written beside the dot. */
type Difference = Readonly<{ lane: string; value: number; strong: boolean; name?: Bilingual }>;

type DifferenceLanes = Readonly<{
  lanes: readonly string[];
  differences: readonly Difference[];
  /** Half the width of the band around nought. */
  band: number;
  words: Readonly<{ lower: string; higher: string; axis: string }>;
  language: Language;
  tokens: Tokens;
}>;

type Shifted = Difference & Readonly<{ shift: number }>;

/** Dots side by side where they would cover one another: the n-th of a bin is moved up or down, in turns. */
export function stacked(differences: readonly Difference[]): Shifted[] {
  const seen = new Map<string, number>();
  return [...differences]
    .sort((a, b) => Number(b.strong) - Number(a.strong) || a.value - b.value)
    .map((one) => {
      const key = `${one.lane}|${Math.round(one.value / BIN)}`;
      const n = seen.get(key) ?? 0;
      seen.set(key, n + 1);
      return { ...one, shift: (n % 2 ? -1 : 1) * Math.ceil(n / 2) * SHIFT };
    });
}

/** Dots along an axis through nought, a lane for each kind, as high as its dots need. */
export function differenceLanes({ lanes, differences, band, words, language, tokens }: DifferenceLanes): ChartSpec {
  const all = stacked(differences);
  const low = Math.floor(Math.min(-2, ...all.map(({ value }) => value)));
  const high = Math.ceil(Math.max(2, ...all.map(({ value }) => value)));
  const toX = (value: number): number => LEFT + ((value - low) / (high - low)) * (RIGHT - LEFT);
  const heights = lanes.map(
    (lane) => 2 * Math.max(10, ...all.filter((one) => one.lane === lane).map(({ shift }) => Math.abs(shift))) + 18,
  );
  const above = (count: number): number => TOP + heights.slice(0, count).reduce((sum, height) => sum + height, 0);
  const laneY = (lane: string): number => above(lanes.indexOf(lane)) + (heights[lanes.indexOf(lane)] ?? 0) / 2;
  const bottom = above(lanes.length);
  const [dark, second, accent, paper] = ['ink', 'ink-2', 'accent', 'paper'].map((name) => colour(tokens, name));
  const ticks = Array.from({ length: high - low + 1 }, (_, i) => low + i).filter(
    (value) => high - low < 12 || value % 2 === 0,
  );
  const marked = all.flatMap(({ name, value, lane, shift }) =>
    name
      ? [
          {
            x: toX(value),
            y: laneY(lane) + shift - 12,
            text: name[language],
            align: value > high - 2 ? 'right' : 'center',
            colour: second,
          },
        ]
      : [],
  );
  return lite({
    width: FULL,
    height: bottom + 34,
    layer: [
      boxes([{ x: toX(-band), x2: toX(band), y: TOP, y2: bottom }], { color: colour(tokens, 'wash') }),
      uprights([{ x: toX(0), y: TOP, y2: bottom }], { color: second }),
      levels(
        lanes.map((lane) => ({ x: LEFT, x2: RIGHT, y: laneY(lane) })),
        { color: colour(tokens, 'rule'), strokeWidth: 0.4 },
      ),
      discs(
        all.map(({ value, lane, shift, strong }) => ({
          x: toX(value),
          y: laneY(lane) + shift,
          colour: strong ? accent : paper,
        })),
        { size: 22, stroke: accent, strokeWidth: 0.9 },
      ),
      ...textLayers(marked, tokens),
      ...textLayers(
        [
          ...lanes.map((lane) => ({
            x: LEFT - 12,
            y: laneY(lane),
            text: lane,
            align: 'right',
            weight: 600,
            colour: dark,
          })),
          ...ticks.map((value) => ({
            x: toX(value),
            y: bottom + 9,
            text: (value > 0 ? `+${value}` : String(value)).replace('-', '\u2212'),
            align: 'center',
            colour: second,
          })),
          { x: toX(0) - 6, y: TOP - 9, text: `← ${words.lower}`, align: 'right', colour: second },
          { x: toX(0) + 6, y: TOP - 9, text: `${words.higher} →`, colour: second },
          { x: RIGHT, y: bottom + 25, text: words.axis, align: 'right', colour: second },
        ],
        tokens,
        false,
      ),
    ],
  });
}
