import { about, holds, type Interval, plus } from './interval.ts';

/** A reason and what it can make of the difference. */
export type Effect = Readonly<{ key: string; interval: Interval }>;

/** The last resort of a row: no reasons that hold are large enough. */
export const UNEXPLAINED = 'unexplained';

/** A reason that can make less than this part of the difference is not named. */
const WORTH_NAMING = 0.1;

/**
 * Why two figures differ. Within half a step of the published digit: rounding; within a whole step: agreement, and nothing
 * is looked for. Beyond, the effects that point the way of the difference are added up in their order, with half a step of
 * rounding, until they can make the whole of it; those that the others can do without are dropped. When all of them
 * together cannot, `unexplained` stands last.
 */
export function explain(difference: number, step: number, effects: () => readonly Effect[]): readonly string[] {
  if (holds(about(step / 2), difference)) return ['rounding'];
  if (holds(about(step), difference)) return ['within-unit'];
  const towards = ({ interval }: Effect) => (difference > 0 ? interval.high : -interval.low);
  const candidates = effects().filter((effect) => towards(effect) >= WORTH_NAMING * Math.abs(difference));
  const covered = (used: readonly Effect[]) =>
    holds(
      used.reduce((sum, { interval }) => plus(sum, interval), about(step / 2)),
      difference,
    );
  let used: readonly Effect[] = [];
  for (const effect of candidates) if (!covered(used)) used = [...used, effect];
  if (!covered(used)) return [...used.map(({ key }) => key), UNEXPLAINED];
  for (const effect of used.toReversed()) {
    const rest = used.filter((other) => other !== effect);
    if (covered(rest)) used = rest;
  }
  return used.map(({ key }) => key);
}

/** Whether a row's first reason says that the two figures agree within one unit of the last published digit. */
export const agrees = (reason: string | undefined): boolean => reason === 'rounding' || reason === 'within-unit';
