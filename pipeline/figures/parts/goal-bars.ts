import { LINES, SIZES } from '../theme.ts';
import { colour, type Tokens } from '../tokens.ts';
import { FULL, type Json, px, steps } from './lite.ts';
import { boxes, discs, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

/** How a result stands to its goal; `open` while that is not yet to be said. */
export type Standing = 'reached' | 'open' | 'missed';

/**
 * A bullet: a result beside its goal, as lengths from the base, which for a reduction is the level of the base year and for a level
 * nought. `start`: the level from which a level began; `path`: where the straight way to the goal stands by now; null or missing where
 * there is none. `goalLabel` and `verdict` are said in words beside it, so that nothing hangs on a colour.
 */
export type GoalBar = Readonly<{
  name: string;
  result: number;
  goal: number;
  start?: number | null;
  path?: number | null;
  label: string;
  goalLabel: string;
  verdict: string;
  standing: Standing;
}>;

type GoalBars = Readonly<{
  title: string;
  /** Over the columns of goals and verdicts in words. */
  heads: Readonly<{ goal: string; verdict: string }>;
  bars: readonly GoalBar[];
  top: number;
  left: number;
  width: number;
  step: number;
  tokens: Tokens;
}>;

const HEAD = 20;
/** From the end of the longest bar to the goals in words, which leaves room for its number. */
const GOALS = 46;
const VERDICTS = FULL - 59;
/** Room that a number takes. */
const NUMBER = 32;

/** Where a number stands: behind bar and goal, and behind the ring where that stands in its way. */
function besideBar(end: number, ring: number | null): number {
  const clear = ring === null || ring < end - 4 || ring > end + NUMBER;
  return (clear ? end : ring) + 6;
}

/** Height in px of a panel of goal bars with its title. */
export const goalBarsHeight = (bars: readonly GoalBar[], step: number): number => HEAD + bars.length * step;

/**
 * Bullets from `top` down: the pale band is the way from the base to the goal, darker as far as it was due by now; the bar the result; the
 * stroke the goal; the dotted stroke the path; the ring where a level began. All in px, so that several panels with units of their own can
 * stand in one drawing.
 */
export function goalBars({ title, heads, bars, top, left, width, step, tokens }: GoalBars): Json[] {
  const size = (value: number | null | undefined): number => Math.abs(value ?? 0);
  const longest = bars.flatMap(({ result, goal, start }) => [size(result), size(goal), size(start)]);
  const most = steps(Math.max(...longest)).at(-1) ?? 1;
  const toX = (value: number): number => left + (Math.abs(value) / most) * width;
  const y = (i: number): number => top + HEAD + (i + 0.5) * step;
  const [dark, second, paper] = [colour(tokens, 'ink'), colour(tokens, 'ink-2'), colour(tokens, 'paper')];
  const inkOf = { reached: colour(tokens, 'accent'), open: colour(tokens, 'seq-5'), missed: paper };
  const lengths = (of: (bar: GoalBar) => number | null | undefined, half: number) =>
    bars.flatMap((bar, i) => {
      const value = of(bar);
      return value == null ? [] : [{ x: left, x2: toX(value), y: y(i) - half, y2: y(i) + half }];
    });
  const across = (of: (bar: GoalBar) => number | null | undefined, half: number) =>
    lengths(of, half).map(({ x2, ...row }) => ({ ...row, x: x2 }));
  const goals = across(({ goal }) => goal, 7.5);
  const paths = lengths(({ path }) => path, 7);
  const starts = bars.flatMap(({ start }, i) => (start == null ? [] : [{ x: toX(start), y: y(i), colour: paper }]));
  return [
    boxes(
      lengths(({ goal }) => goal, 7),
      { color: colour(tokens, 'seq-2') },
    ),
    ...(paths.length > 0 ? [boxes(paths, { color: colour(tokens, 'seq-3') })] : []),
    uprights([{ x: left, y: y(0) - step / 2, y2: y(bars.length - 1) + step / 2 }], { color: second }),
    boxes(
      bars.map(({ result, standing }, i) => ({
        ...{ x: left, x2: toX(result), y: y(i) - 3.5, y2: y(i) + 3.5, colour: inkOf[standing] },
      })),
    ),
    // A result that misses its goal is hollow: that is seen without colours too.
    boxes(
      bars.flatMap(({ result, standing }, i) =>
        standing === 'missed' ? [{ x: left, x2: toX(result), y: y(i) - 3.5, y2: y(i) + 3.5 }] : [],
      ),
      { filled: false, stroke: colour(tokens, 'accent-2'), strokeWidth: LINES.data },
    ),
    uprights(goals, { color: paper, strokeWidth: 4.5 }),
    uprights(goals, { color: dark, strokeWidth: 2 }),
    ...(paths.length > 0
      ? [
          uprights(
            across(({ path }) => path, 7),
            { color: paper, strokeWidth: 3 },
          ),
          uprights(
            across(({ path }) => path, 7),
            { color: dark, strokeWidth: 1, strokeDash: [2, 2] },
          ),
        ]
      : []),
    ...(starts.length > 0 ? [discs(starts, { size: 26, stroke: dark, strokeWidth: 1 })] : []),
    ...textLayers(
      bars.flatMap(({ name, goalLabel, verdict, standing }, i) => [
        { x: left - 8, y: y(i), text: name, align: 'right', colour: dark },
        { x: left + width + GOALS, y: y(i), text: goalLabel, colour: second },
        { x: VERDICTS, y: y(i), text: verdict, weight: standing === 'open' ? 400 : 600, colour: dark },
      ]),
      tokens,
      false,
    ),
    ...textLayers(
      bars.map(({ result, goal, start, label }, i) => ({
        x: besideBar(Math.max(toX(result), toX(goal)), start == null ? null : toX(start)),
        y: y(i),
        text: label,
        weight: 600,
        colour: dark,
      })),
      tokens,
    ),
    ...textLayers(
      [
        { x: left + width + GOALS, y: top + 8, text: heads.goal, colour: second },
        { x: VERDICTS, y: top + 8, text: heads.verdict, colour: second },
      ],
      tokens,
      false,
    ),
    {
      data: { values: [{ x: 0, y: top + 8, text: title }] },
      mark: { type: 'text', align: 'left', baseline: 'middle', fontWeight: 600, fontSize: SIZES.title, color: dark },
      encoding: { x: px('x'), y: px('y'), text: { field: 'text' } },
    },
  ];
}
