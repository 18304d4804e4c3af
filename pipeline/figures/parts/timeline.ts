import type { Bilingual, Language } from '../../types.ts';
import { textWidth } from '../text-width.ts';
import { familyOf, SIZES } from '../theme.ts';
import type { ChartSpec } from '../to-svg.ts';
import { colour, type Tokens } from '../tokens.ts';
import { FULL, lite } from './lite.ts';
import { boxes, discs, levels, uprights } from './shapes.ts';
import { textLayers } from './text-layers.ts';

const LEFT = 78;
/** The years end here: what is left is room for the names of the last events. */
const RIGHT = FULL - 104;
const ROW = 13.5;
const LANE = 30;
const LARGEST = 13;

/** A date of any precision as a fraction of years; the middle where month or day is not known. */
export function yearFraction(date: string): number {
  const [year = 0, month, day] = date.split('-').map(Number);
  return year + (month ? (month - 1) / 12 + ((day ?? 15) - 1) / 365 : 0.5);
}

/** A named moment, in years; hollow ones are of a second kind. */
export type Event = Readonly<{ at: number; name: Bilingual; hollow: boolean }>;
type Count = Readonly<{ text: string; value: number }> | null;

type Timeline = Readonly<{
  years: readonly number[];
  /** In order of date. */
  events: readonly Event[];
  /** Counts by year, a lane each; circles of one scale. */
  lanes: readonly Readonly<{ name: string; counts: readonly Count[] }>[];
  language: Language;
  tokens: Tokens;
}>;

type Placed = Readonly<{ x: number; row: number; event: Event }>;

/**
 * Puts each name to the right of its date, from the last to the first, on the lowest line above the names it would touch:
 * so no line that leads down to the years crosses a name.
 */
export function placed(events: readonly Event[], toX: (at: number) => number, language: Language): Placed[] {
  const done: Placed[] = [];
  for (const event of events.toReversed()) {
    const x = toX(event.at);
    const width = textWidth(event.name[language], { family: familyOf(language), size: SIZES.label }) + 14;
    const touched = done.filter((other) => other.x < x + width).map(({ row }) => row);
    done.push({ x, row: Math.max(-1, ...touched) + 1, event });
  }
  return done.reverse();
}

/** Events named above a row of years, and below it how many there were of each kind in each year; the last year is marked. */
export function timeline({ years, events, lanes, language, tokens }: Timeline): ChartSpec {
  const year = (i: number): number => LEFT + (i / years.length) * (RIGHT - LEFT);
  const names = placed(events, (at) => year(at - (years[0] ?? 0)), language);
  const axis = Math.max(1, ...names.map(({ row }) => row + 1)) * ROW + 6;
  const nameY = (row: number): number => axis - 12 - row * ROW;
  const laneY = (i: number): number => axis + 34 + i * LANE;
  const height = laneY(lanes.length - 1) + LANE / 2;
  const most = Math.max(1, ...lanes.flatMap(({ counts }) => counts.map((count) => count?.value ?? 0)));
  const radius = (value: number): number => LARGEST * Math.sqrt(value / most);
  const [dark, second, accent, paper] = ['ink', 'ink-2', 'accent', 'paper'].map((name) => colour(tokens, name));

  const counted = lanes.flatMap(({ counts }, j) =>
    counts.flatMap((count, i) => (count ? [{ ...count, x: year(i + 0.5), y: laneY(j), r: radius(count.value) }] : [])),
  );
  const numbers = counted.map(({ x, y, r, value, text }) => {
    if (value === 0) return { x, y, text: '–', align: 'center', colour: second };
    const inside = r > 8.5;
    return { x: inside ? x : x + r + 3, y, text, align: inside ? 'center' : 'left', colour: inside ? paper : second };
  });
  const heads = years.map((value, i) => ({
    x: year(i + 0.5),
    y: axis + 11,
    text: String(value),
    align: 'center',
    weight: i === years.length - 1 ? 600 : 400,
    colour: second,
  }));
  return lite({
    width: FULL,
    height,
    layer: [
      boxes([{ x: year(years.length - 1), x2: RIGHT, y: axis, y2: height }], { color: colour(tokens, 'wash') }),
      levels([{ x: LEFT, x2: RIGHT, y: axis }], { color: second }),
      uprights(
        years.map((_, i) => ({ x: year(i), y: axis, y2: axis + 4 })),
        { color: second },
      ),
      uprights(
        names.map(({ x, row }) => ({ x, y: axis, y2: nameY(row) })),
        { color: colour(tokens, 'rule') },
      ),
      discs(
        names.map(({ x, row, event }) => ({ x, y: nameY(row), colour: event.hollow ? paper : accent })),
        { size: 26, stroke: accent, strokeWidth: 1 },
      ),
      discs(
        counted.filter(({ value }) => value > 0).map(({ x, y, r }) => ({ x, y, size: Math.PI * r ** 2 })),
        { color: colour(tokens, 'seq-6') },
      ),
      ...textLayers(
        names.map(({ x, row, event }) => ({ x: x + 6, y: nameY(row), text: event.name[language], colour: dark })),
        tokens,
      ),
      ...textLayers(
        [
          ...heads,
          ...numbers,
          ...lanes.map(({ name }, j) => ({ x: LEFT - 12, y: laneY(j), text: name, align: 'right', colour: dark })),
        ],
        tokens,
        false,
      ),
    ],
  });
}
