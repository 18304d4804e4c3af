import { makeFact } from '../fact-id.ts';
import type { Fact, RobustnessLine } from '../types.ts';
import { distinct } from './values.ts';

/** How a statement stands under all choices that could be made: it holds under each, depends on one, or none could be made. */
export const STANDINGS = ['robust', 'dependent', 'untested'] as const;
export type Standing = (typeof STANDINGS)[number];

/** The lines of one statement or verdict, together. */
export function standingOf(lines: readonly Pick<RobustnessLine, 'holds'>[]): Standing {
  const told = lines.filter(({ holds }) => holds !== null);
  if (told.length === 0) return 'untested';
  return told.every(({ holds }) => holds) ? 'robust' : 'dependent';
}

/** Ids of the statements or verdicts of one standing, in their order. */
export function idsOf(lines: readonly RobustnessLine[], kind: RobustnessLine['kind'], standing: Standing): string[] {
  const own = lines.filter((line) => line.kind === kind);
  return distinct(own.map(({ id }) => id)).filter(
    (id) => standingOf(own.filter((line) => line.id === id)) === standing,
  );
}

/** How many headline statements and verdicts there are, and how many of each standing. */
export function robustnessCounts(lines: readonly RobustnessLine[], year: number): Fact[] {
  return (['headline', 'verdict'] as const).flatMap((kind) => {
    const own = lines.filter((line) => line.kind === kind);
    const all = distinct(own.map(({ id }) => id));
    const count = (statistic: string, value: number) =>
      makeFact({
        origin: 'computed',
        scope: `${kind}s`,
        subject: 'robustness',
        statistic,
        period: String(year),
        value,
        unit: 'statements',
        decimals: 0,
        n: all.length,
        method: 'count',
        inputs: distinct(own.flatMap(({ printed, fact }) => (fact ? [printed, fact] : [printed]))),
      });
    if (all.length === 0) return [];
    return [count('all', all.length), ...STANDINGS.map((s) => count(s, idsOf(lines, kind, s).length))];
  });
}
