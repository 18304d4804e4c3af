import { unitOf } from '../../facts/unit-words.ts';
import type { Bilingual } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { goalBars, goalBarsHeight } from '../parts/goal-bars.ts';
import { FULL, lite } from '../parts/lite.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { HEADS, INDICATOR, VERDICT } from '../parts/verdicts.ts';
import { amount, both } from '../parts/words.ts';

const STEP = 27;
type Line = Readonly<{ id: string; name: Bilingual; goal: Known; result: Known; met: boolean }>;

/** The Action Plan's reductions whose result has been published, in the plan's order. */
function linesOf(ctx: PlateContext): Line[] {
  const nameOf = namer(ctx);
  return ctx.assessment.targets.flatMap(({ target, goal, result, verdict }) => {
    if (target.policy !== 'cn-2013-action-plan' || target.kind !== 'relative-change' || result === null) return [];
    const [aim, outcome] = [known(ctx.facts, goal), known(ctx.facts, result)];
    const indicator = INDICATOR[target.indicator];
    // Before the release a target may be measured by other figures: those are no results of the plan.
    if (!aim || !outcome || !indicator || outcome.origin !== 'target') return [];
    const place = nameOf(target.scope);
    return [
      {
        id: target.id,
        name: { en: `${indicator.en}, ${place.en}`, zh: `${indicator.zh}，${place.zh}` },
        goal: aim,
        result: outcome,
        met: verdict === 'met',
      },
    ];
  });
}

/** Goal and published result of the Action Plan's four reductions; never one subtracted from the other. */
export const actionPlanResults: Plate = {
  id: 'action-plan-results',
  needs: (ctx) => (linesOf(ctx).length > 1 ? null : 'no results of the Action Plan had been published'),
  draw: (ctx) => {
    const { tokens } = ctx;
    const lines = linesOf(ctx);
    const used = lines.flatMap(({ goal, result }) => [goal, result]);
    const [least, largest] = [...lines]
      .sort((a, b) => b.result.value - a.result.value)
      .flatMap((line, i, all) => (i === 0 || i === all.length - 1 ? [line] : []));
    const every = lines.every(({ met }) => met);
    return {
      title: both((language) => {
        const [low, high] = [least, largest].map((line) => (line ? amount(line.result)[language] : ''));
        if (language === 'en')
          return `The published reductions to 2017, of ${low} to ${high}, ${every ? 'are all larger than the goals' : 'are not all as large as the goals'} of the Action Plan`;
        return `截至2017年公布的降幅为${low}至${high}，${every ? '均大于' : '未全部达到'}“大气十条”目标`;
      }),
      alt: describeRanking(
        {
          name: { en: 'Published change to 2017 on 2013', zh: '2017年较2013年公布变化' },
          unit: unitOf('%'),
          decimals: 1,
        },
        lines.map(({ name, result }) => ({ name, value: result.value })),
      ),
      rows: rowsOf(ctx, used),
      ...credits(used),
      note: {
        en: 'Bar: result; pale band and stroke: goal; the axis is the level of the base year. Goals count from 2012, published results from 2013: the two stand side by side and are not subtracted. The verdict is that of the published results.',
        zh: '条为结果，浅色带和竖线为目标，纵轴为基准年水平。目标以2012年为基准，公布结果以2013年为基准：两者并列，不相加减。结论依据公布结果。',
      },
      spec: (language) => {
        const bars = lines.map(({ name, goal, result, met }) => ({
          name: name[language],
          result: result.value,
          goal: goal.value,
          label: amount(result)[language],
          goalLabel: { en: `${amount(goal).en} on 2012`, zh: `${amount(goal).zh}（较2012年）` }[language],
          verdict: VERDICT[met ? 'met' : 'not-met'][language],
          standing: met ? ('reached' as const) : ('missed' as const),
        }));
        const title = {
          en: 'Reduction, % (bar: published result on 2013)',
          zh: '降幅（%）（条：公布结果，较2013年）',
        }[language];
        return lite({
          width: FULL,
          height: goalBarsHeight(bars, STEP),
          layer: goalBars({ title, heads: HEADS[language], bars, top: 0, left: 168, width: 232, step: STEP, tokens }),
        });
      },
    };
  },
};
