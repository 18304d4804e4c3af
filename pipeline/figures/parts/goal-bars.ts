import { SIZES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { type Json, px, steps } from './lite.ts';
import { boxes, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

/**
 * A result beside its goal, both as lengths from nought; `met` decides the ink: null where that is not yet said. `path`: where the way to the
 * goal should stand by now, as a light stroke; null or missing where there is none.
 */
export type GoalBar = Readonly<{
  name: string;
  result: number;
  goal: number;
  path?: number | null;
  label: string;
  goalLabel: string;
  met: boolean | null;
}>;

export type GoalBars = Readonly<{
  title: string;
  bars: readonly GoalBar[];
  top: number;
  left: number;
  width: number;
  step: number;
  tokens: Tokens;
}>;

const HEAD = 20;
/** From the end of the longest bar to the column of goals in words. */
const GOALS = 96;

/** Height in px of a panel of goal bars with its title. */
export const goalBarsHeight = (bars: readonly GoalBar[], step: number): number => HEAD + bars.length * step;

/**
 * Bullet bars from `top` down: the bar is the result, the stroke across it the goal. All in px, so that several panels with
 * units of their own can stand in one drawing.
 */
export function goalBars({ title, bars, top, left, width, step, tokens }: GoalBars): Json[] {
  const most = steps(Math.max(...bars.flatMap(({ result, goal }) => [Math.abs(result), Math.abs(goal)]))).at(-1) ?? 1;
  const toX = (value: number): number => left + (Math.abs(value) / most) * width;
  const y = (i: number): number => top + HEAD + (i + 0.5) * step;
  const [dark, second] = [colour(tokens, 'ink'), colour(tokens, 'ink-2')];
  const inkOf = (met: boolean | null): string => colour(tokens, met === null ? 'seq-4' : met ? 'accent' : 'accent-2');
  const goals = bars.map(({ goal }, i) => ({ x: toX(goal), y: y(i) - 8, y2: y(i) + 8 }));
  const paths = bars.flatMap(({ path }, i) => (path == null ? [] : [{ x: toX(path), y: y(i) - 7, y2: y(i) + 7 }]));
  return [
    uprights([{ x: left, y: y(0) - step / 2, y2: y(bars.length - 1) + step / 2 }], { color: second }),
    boxes(
      bars.map(({ result, met }, i) => ({ x: left, x2: toX(result), y: y(i) - 4, y2: y(i) + 4, colour: inkOf(met) })),
    ),
    uprights(goals, { color: colour(tokens, 'paper'), strokeWidth: 4.5 }),
    uprights(goals, { color: dark, strokeWidth: 2 }),
    ...(paths.length > 0 ? [uprights(paths, { color: dark, strokeWidth: 1, strokeDash: [2, 2] })] : []),
    ...textLayers(
      bars.flatMap(({ name, goalLabel }, i) => [
        { x: left - 8, y: y(i), text: name, align: 'right', colour: dark },
        { x: left + width + GOALS, y: y(i), text: goalLabel, align: 'right', colour: second },
      ]),
      tokens,
      false,
    ),
    ...textLayers(
      bars.map(({ result, goal, label }, i) => ({
        x: Math.max(toX(result), toX(goal)) + 6,
        y: y(i),
        text: label,
        weight: 600,
        colour: dark,
      })),
      tokens,
    ),
    {
      data: { values: [{ x: 0, y: top + 8, text: title }] },
      mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: 600, fontSize: SIZES.title, color: dark },
      encoding: { x: px('x'), y: px('y'), text: { field: 'text' } },
    },
  ];
}
