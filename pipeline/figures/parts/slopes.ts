import type { Language } from '../../types.ts';
import { textWidth } from '../text-width.ts';
import { familyOf, LINES, SIZES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import type { LimitLine } from './limit-line.ts';
import { FULL, type Json, lite, spread } from './lite.ts';
import { polylines } from './polylines.ts';
import { discs, levels, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

type SlopeLine = Readonly<{
  name: string;
  /** Whether name and values stand at the ends. */
  named: boolean;
  from: number;
  to: number;
  fromText: string;
  toText: string;
  strong: boolean;
  hollow: boolean;
  colour: string;
  textColour: string;
}>;

type Slopes = Readonly<{
  heads: readonly [string, string];
  /** What is measured, over the left end. */
  title: string;
  lines: readonly SlopeLine[];
  limit: LimitLine | null;
  language: Language;
  tokens: Tokens;
}>;

const GAP = 12;
const TOP = 34;
const LEAST = 230;
/** From a mark to its label, which a hairline joins where the label had to move. */
const LEAD = 30;
const VALUE = 24;

/** Lines from one date to another on one scale; labels at both ends are moved apart, each tied to its mark by a hairline. */
export function slopes({ heads, title, lines, limit, language, tokens }: Slopes): ChartSpec {
  const named = lines.filter((line) => line.named);
  const font = { family: familyOf(language), size: SIZES.label, weight: 600 };
  const widest = Math.max(...named.map(({ name }) => textWidth(name, font)));
  const side = Math.ceil(widest + VALUE + LEAD + 8);
  const [left, right] = [side, FULL - side];
  const height = TOP + Math.max(LEAST, named.length * GAP + 8);
  const all = lines.flatMap(({ from, to }) => [from, to]);
  const [low, high] = [Math.min(...all), Math.max(...all)];
  const room = (high - low) * 0.02 || 1;
  const toY = (value: number): number =>
    height - 6 - ((value - low + room) / (high - low + 2 * room)) * (height - 6 - TOP);
  const ends = (end: 'from' | 'to'): number[] =>
    spread(
      named.map((line) => toY(line[end])),
      GAP,
      TOP,
      height - 6,
    );
  const [before, after] = [ends('from'), ends('to')];
  const [dark, second, rule, paper] = (['ink', 'ink-2', 'rule', 'paper'] as const).map((name) => colour(tokens, name));
  const look = ({ strong, textColour }: SlopeLine): Json => ({ weight: strong ? 600 : 400, colour: textColour });
  const labels = named.flatMap((line, i): Json[] => [
    { x: left - LEAD - VALUE, y: before[i], text: line.name, align: 'right', ...look(line) },
    { x: left - LEAD - 3, y: before[i], text: line.fromText, align: 'right', ...look(line) },
    { x: right + LEAD + 3, y: after[i], text: line.toText, align: 'left', ...look(line) },
    { x: right + LEAD + VALUE, y: after[i], text: line.name, align: 'left', ...look(line) },
  ]);
  const leads = named.flatMap((line, i) => [
    { points: [at(left - LEAD, before[i]), at(left - 4, toY(line.from))], colour: rule ?? '' },
    { points: [at(right + 4, toY(line.to)), at(right + LEAD, after[i])], colour: rule ?? '' },
  ]);
  const drawn = (strong: boolean): Json[] => {
    const own = lines.filter((line) => line.strong === strong);
    const marks = (hollow: boolean): Json[] =>
      own
        .filter((line) => line.hollow === hollow)
        .flatMap((line) => [
          { x: left, y: toY(line.from), colour: hollow ? paper : line.colour },
          { x: right, y: toY(line.to), colour: hollow ? paper : line.colour },
        ]);
    const paths = own.map((line) => ({
      points: [at(left, toY(line.from)), at(right, toY(line.to))],
      colour: line.colour,
    }));
    return own.length > 0
      ? [
          ...polylines(paths, { strokeWidth: strong ? LINES.strong : 1.1 }),
          ...[false, true].map((hollow) =>
            discs(marks(hollow), { size: strong ? 34 : 20, stroke: hollow ? second : paper, strokeWidth: 0.6 }),
          ),
        ]
      : [];
  };
  return lite({
    width: FULL,
    height,
    layer: [
      uprights(
        [left, right].map((x) => ({ x, y: TOP - 8, y2: height })),
        { color: second, strokeWidth: LINES.rule },
      ),
      ...(limit ? [levels([{ x: left, x2: right, y: toY(limit.value) }], { color: dark, strokeDash: [3, 2.5] })] : []),
      ...polylines(leads, { strokeWidth: LINES.hair }),
      ...drawn(false),
      ...drawn(true),
      ...textLayers(
        limit
          ? [{ x: (left + right) / 2, y: toY(limit.value) - 6, text: limit.text, align: 'center', colour: second }]
          : [],
        tokens,
      ),
      ...textLayers(
        [
          { x: 0, y: 5, text: title, colour: second },
          { x: left, y: TOP - 16, text: heads[0], align: 'center', weight: 600, colour: dark },
          { x: right, y: TOP - 16, text: heads[1], align: 'center', weight: 600, colour: dark },
          ...labels,
        ],
        tokens,
        false,
      ),
    ],
  });
}

const at = (x: number, y: number | undefined): Readonly<{ x: number; y: number | null }> => ({ x, y: y ?? null });
