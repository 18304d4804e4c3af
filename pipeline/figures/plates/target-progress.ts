import { formatNumber } from '../../facts/format.ts';
import type { Bilingual, TargetProgress } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { type GoalBar, goalBars, goalBarsHeight } from '../parts/goal-bars.ts';
import { FULL, lite } from '../parts/lite.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { both, joined } from '../parts/words.ts';

const STEP = 19;
const INDICATOR: Readonly<Record<string, Bilingual>> = {
  pm25_annual: { en: 'PM2.5', zh: 'PM2.5' },
  pm10_annual: { en: 'PM10', zh: 'PM10' },
  pm25_winter: { en: 'PM2.5 in winter', zh: '秋冬季PM2.5' },
  heavy_day_count: { en: 'heavy days in winter', zh: '秋冬季重污染天数' },
  heavy_day_share: { en: 'heavy-day share', zh: '重污染天数比例' },
  good_day_share: { en: 'good-day share', zh: '优良天数比例' },
};
const PANELS = [
  { key: 'change', title: { en: 'Reductions, %', zh: '降幅（%）' } },
  { key: 'level', title: { en: 'Concentrations to be kept, µg/m³', zh: '浓度上限（微克/立方米）' } },
  { key: 'share', title: { en: 'Shares to be reached, % of days', zh: '比例下限（占天数%）' } },
] as const;

type Line = Readonly<{
  target: TargetProgress['target'];
  name: Bilingual;
  goal: Known;
  result: Known;
  verdict: TargetProgress['verdict'];
  panel: string;
}>;

const panelOf = ({ kind, unit, value }: TargetProgress['target']): string | null =>
  kind === 'relative-change' && value < 0
    ? 'change'
    : unit === 'µg/m³'
      ? 'level'
      : unit === '%' && kind !== 'relative-change'
        ? 'share'
        : null;

/** Targets of the air with a published result on their own base; equal goals of one area stand once. */
function linesOf(ctx: PlateContext): Line[] {
  const nameOf = namer(ctx);
  const lines = ctx.assessment.targets.flatMap(({ target, goal, result, verdict, rule }) => {
    const [aim, outcome] = [known(ctx.facts, goal), result === null ? null : known(ctx.facts, result)];
    const [indicator, panel] = [INDICATOR[target.indicator], panelOf(target)];
    if (!aim || !outcome || !indicator || !panel || rule.endsWith('other-base')) return [];
    const place = nameOf(target.scope);
    const name = {
      en: `${place.en}, ${indicator.en}, by ${target.deadlineYear}`,
      zh: `${place.zh}${indicator.zh}，${target.deadlineYear}年`,
    };
    return [{ target, name, goal: aim, result: outcome, verdict, panel }];
  });
  const unique = new Map(lines.map((line) => [`${line.name.en}|${line.goal.value}`, line]));
  return [...unique.values()].sort((a, b) => a.target.deadlineYear - b.target.deadlineYear);
}

const metOf = (verdict: string): boolean | null =>
  verdict === 'met' || verdict === 'on-track' ? true : verdict === 'not-met' || verdict === 'behind' ? false : null;

/** Goal and published result of every air target that can be judged on its own base year. */
export const targetProgressPlate: Plate = {
  id: 'target-progress',
  needs: (ctx) =>
    linesOf(ctx).length > 2 ? null : 'fewer than three targets have a published result on their own base',
  draw: (ctx) => {
    const { edition, facts, format, tokens } = ctx;
    const lines = linesOf(ctx);
    const used = lines.flatMap(({ goal, result }) => [goal, result]);
    const counted = (verdict: string) => facts.get(`register.targets-all.air.${verdict}.${edition.year}`);
    const [met, all] = [counted('met'), counted('targets')];
    const panels = PANELS.map((panel) => ({
      ...panel,
      lines: lines.filter((line) => line.panel === panel.key),
    })).filter((panel) => panel.lines.length > 0);
    return {
      title: both((language) => {
        const [n, m] = [format(met, language), format(all, language)];
        const none = met.value === 0;
        return language === 'en'
          ? `By published results, ${none ? 'none' : n} of ${m} air targets had been met by the end of ${edition.year}`
          : `截至${edition.year}年底的${m}项空气质量目标中，按公布结果${none ? '尚无完成的' : `已完成${n}项`}`;
      }),
      alt: joined(
        panels.map((panel) =>
          describeRanking(
            { name: panel.title, unit: { en: '', zh: '' }, decimals: 0 },
            panel.lines.map(({ name, result }) => ({ name, value: Math.abs(result.value) })),
          ),
        ),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, met, all]),
      note: {
        en: 'Shown are targets with a published result on their own base year. Bar: result; stroke: goal. Dark: met, or already reached before its year; grey-blue: not reached, and its year lies ahead; red: missed or behind.',
        zh: '图中为有同一基准公布结果的目标。条为公布结果，竖线为目标。深色：已完成或提前达到；灰蓝：尚未达到，目标年未到；红色：未完成或滞后。',
      },
      spec: (language) => {
        const bars = (panel: (typeof panels)[number]): GoalBar[] =>
          panel.lines.map(({ name, goal, result, verdict }) => ({
            name: name[language],
            result: result.value,
            goal: goal.value,
            label: formatNumber(Math.abs(result.value), result.decimals),
            goalLabel: {
              en: `goal ${formatNumber(Math.abs(goal.value), goal.decimals)}`,
              zh: `目标${formatNumber(Math.abs(goal.value), goal.decimals)}`,
            }[language],
            met: metOf(verdict),
          }));
        let top = 0;
        const layer = panels.flatMap((panel) => {
          const own = goalBars({
            title: panel.title[language],
            bars: bars(panel),
            top,
            left: 226,
            width: 270,
            step: STEP,
            tokens,
          });
          top += goalBarsHeight(bars(panel), STEP) + 10;
          return own;
        });
        return lite({ width: FULL, height: top - 10, layer });
      },
    };
  },
};
