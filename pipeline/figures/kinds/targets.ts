import * as z from 'zod';
import { ChinaAirError, nearest } from '../../errors.ts';
import { formatNumber } from '../../facts/format.ts';
import { unitOf } from '../../facts/unit-words.ts';
import type { Bilingual, TargetProgress } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { PlateContext } from '../figure.ts';
import { goalBars, goalBarsHeight } from '../parts/goal-bars.ts';
import { FULL, lite } from '../parts/lite.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { HEADS, INDICATOR, standingOf, verdictWords } from '../parts/verdicts.ts';
import { type Kind, Text } from './kind.ts';

const Params = z.strictObject({
  /** Targets by id, in the order they are drawn; all of one unit. */
  targets: z.array(z.string()).min(1),
  /** Over the bars. */
  heading: Text,
  /** Names in place of "PM2.5, Beijing". */
  names: z.record(z.string(), Text).default({}),
  step: z.number().min(15).max(32).default(20),
});

type Line = Pick<TargetProgress, 'verdict' | 'rule'> & Readonly<{ name: Bilingual; goal: Known; result: Known }>;

/** The targets asked for; those without a result are named in `without`. Errors: unknown-target, mixed-units (exit 1). */
function linesOf({ targets, names }: z.infer<typeof Params>, ctx: PlateContext) {
  const all = new Map(ctx.assessment.targets.map((progress) => [progress.target.id, progress]));
  const nameOf = namer(ctx);
  const without: Bilingual[] = [];
  const lines = targets.flatMap((id): Line[] => {
    const progress = all.get(id);
    if (!progress) {
      throw new ChinaAirError({
        code: 'unknown-target',
        exit: 1,
        message: `There is no target ${id} in this edition.`,
        remedy: `Nearest: ${nearest(id, all.keys()).join(', ')}.`,
      });
    }
    const { target, verdict, rule } = progress;
    const indicator = INDICATOR[target.indicator] ?? { en: target.indicator, zh: target.indicator };
    const place = nameOf(target.scope);
    const name = names[id] ?? { en: `${place.en}, ${indicator.en}`, zh: `${place.zh}${indicator.zh}` };
    const [goal, result] = [
      known(ctx.facts, progress.goal),
      progress.result ? known(ctx.facts, progress.result) : null,
    ];
    if (!goal || !result || verdict === 'not-assessable') {
      without.push(name);
      return [];
    }
    return [{ name, goal, result, verdict, rule }];
  });
  const units = [...new Set(lines.map(({ goal }) => goal.unit))];
  if (units.length > 1) {
    throw new ChinaAirError({
      code: 'mixed-units',
      exit: 1,
      message: `The targets have several units: ${units.join(', ')}.`,
      remedy: 'Draw one figure for each unit.',
    });
  }
  return { lines, without };
}

/** Reductions are drawn as lengths: a goal of −25 % as 25. */
const sized = (fact: Known, reductions: boolean): number => (reductions ? -fact.value : fact.value);

/** A bar for each result, a stroke for its goal, and the verdict in a word. */
export const targets: Kind<typeof Params> = {
  name: 'targets',
  schema: Params,
  draw: (params, ctx) => {
    const { tokens } = ctx;
    const { lines, without } = linesOf(params, ctx);
    if (lines.length === 0) return { missing: params.targets.map((id) => `result of ${id}`) };
    const reductions = lines.every(({ goal }) => goal.value < 0);
    const text = (fact: Known): string => formatNumber(sized(fact, reductions), fact.decimals);
    const computed = lines.filter(({ result }) => result.origin === 'computed').map(({ name }) => name);
    const measure = { name: params.heading, unit: unitOf(lines[0]?.goal.unit ?? ''), decimals: 1 };
    return {
      used: lines.flatMap(({ goal, result }) => [goal, result]),
      notes: [
        ...(computed.length > 0 && computed.length < lines.length
          ? [
              {
                en: `Computed from city data: ${computed.map(({ en }) => en).join('; ')}.`,
                zh: `据城市数据计算：${computed.map(({ zh }) => zh).join('、')}。`,
              },
            ]
          : []),
        ...(without.length > 0
          ? [
              {
                en: `Not judged: ${without.map(({ en }) => en).join('; ')}.`,
                zh: `未评估：${without.map(({ zh }) => zh).join('、')}。`,
              },
            ]
          : []),
      ],
      alt: describeRanking(
        measure,
        lines.map(({ name, result }) => ({ name, value: sized(result, reductions), decimals: result.decimals })),
        6,
      ),
      spec: (language) => {
        const bars = lines.map((line) => ({
          name: line.name[language],
          result: Math.max(0, sized(line.result, reductions)),
          goal: sized(line.goal, reductions),
          label: text(line.result),
          goalLabel: text(line.goal),
          verdict: verdictWords(line)[language],
          standing: standingOf(line.verdict),
        }));
        return lite({
          width: FULL,
          height: goalBarsHeight(bars, params.step),
          layer: goalBars({
            title: params.heading[language],
            heads: HEADS[language],
            bars,
            top: 0,
            left: 178,
            width: 266,
            step: params.step,
            tokens,
          }),
        });
      },
    };
  },
};
