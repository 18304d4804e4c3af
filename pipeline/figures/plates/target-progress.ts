import { tierOf } from '../../assess/target-counts.ts';
import { formatNumber } from '../../facts/format.ts';
import type { Bilingual, TargetProgress } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { type GoalBar, goalBars, goalBarsHeight } from '../parts/goal-bars.ts';
import { FULL, lite } from '../parts/lite.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { INDICATOR, metOf } from '../parts/target-words.ts';
import { both, joined } from '../parts/words.ts';

const STEP = 19;
const PANELS = [
  { key: 'change', title: { en: 'Reductions, %', zh: '降幅（%）' } },
  {
    key: 'other-base',
    title: {
      en: 'Reductions of regions and provinces, counted from 2013, %',
      zh: '区域和省份降幅，以2013年为基准（%）',
    },
  },
  { key: 'level', title: { en: 'Concentrations to be kept, µg/m³', zh: '浓度上限（微克/立方米）' } },
  { key: 'share', title: { en: 'Shares to be reached, % of days', zh: '比例下限（占天数%）' } },
] as const;

type Line = Readonly<{
  target: TargetProgress['target'];
  name: Bilingual;
  goal: Known;
  result: Known;
  path: Known | null;
  verdict: TargetProgress['verdict'];
  panel: string;
}>;

const panelOf = ({ kind, unit, value, scope }: TargetProgress['target'], otherBase: boolean): string | null =>
  kind === 'relative-change' && value < 0
    ? otherBase
      ? tierOf(scope) === 'city'
        ? null
        : 'other-base'
      : 'change'
    : unit === 'µg/m³'
      ? 'level'
      : unit === '%' && kind !== 'relative-change'
        ? 'share'
        : null;

/**
 * Targets of the air that can be judged, and levels that are not reached yet; equal goals of one area stand once. Results of a release on another
 * base year are in the figure action-plan-results, those of cities counted from 2013 in the tables.
 */
function linesOf(ctx: PlateContext): Line[] {
  const nameOf = namer(ctx);
  const lines = ctx.assessment.targets.flatMap(({ target, goal, result, path, base, verdict, rule }) => {
    const [aim, outcome] = [known(ctx.facts, goal), result === null ? null : known(ctx.facts, result)];
    const otherBase = target.kind === 'relative-change' && base !== target.baselineYear;
    const [indicator, panel] = [INDICATOR[target.indicator], panelOf(target, otherBase)];
    const open = verdict === 'not-assessable' && rule !== 'deadline-ahead';
    if (!aim || !outcome || !indicator || !panel || open || (otherBase && outcome.origin === 'target')) return [];
    const place = nameOf(target.scope);
    const name = {
      en: `${place.en}, ${indicator.en}, by ${target.deadlineYear}`,
      zh: `${place.zh}${indicator.zh}，${target.deadlineYear}年`,
    };
    const due = path !== null && ctx.edition.year < target.deadlineYear ? known(ctx.facts, path) : null;
    return [{ target, name, goal: aim, result: outcome, path: due, verdict, panel }];
  });
  const unique = new Map(lines.map((line) => [`${line.name.en}|${line.goal.value}`, line]));
  return [...unique.values()].sort((a, b) => a.target.deadlineYear - b.target.deadlineYear);
}

/** Reductions as positive sizes, levels and shares as they are. */
const sizeOf = (panel: string, value: number): number => (panel === 'level' || panel === 'share' ? value : -value);

/** Goal, path and result of every air target that can be judged. */
export const targetProgressPlate: Plate = {
  id: 'target-progress',
  needs: (ctx) => (linesOf(ctx).length > 2 ? null : 'fewer than three targets can be judged'),
  draw: (ctx) => {
    const { edition, facts, format, tokens } = ctx;
    const lines = linesOf(ctx);
    const used = lines.flatMap(({ goal, result, path }) => [goal, result, ...(path ? [path] : [])]);
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
          ? `By the end of ${edition.year}, ${none ? 'none' : n} of ${m} air targets had been met, by published results and city data`
          : `截至${edition.year}年底的${m}项空气质量目标中，按公布结果和城市数据${none ? '尚无完成的' : `已完成${n}项`}`;
      }),
      alt: joined(
        panels.map((panel) =>
          describeRanking(
            { name: panel.title, unit: { en: '', zh: '' }, decimals: 0 },
            panel.lines.map(({ name, result }) => ({ name, value: sizeOf(panel.key, result.value) })),
          ),
        ),
      ),
      rows: rowsOf(ctx, used),
      ...credits([...used, met, all]),
      note: {
        en: 'Shown are targets that can be judged. Bar: result; stroke: goal; dotted stroke: where the straight path stands by now. Dark: met, already reached, or on track; grey-blue: not reached, and its year lies ahead; red: missed or behind.',
        zh: '图中为可评估的目标。条为结果，竖线为目标，虚线为按直线进度当年应达的数值。深色：已完成、提前达到或进度达标；灰蓝：尚未达到，目标年未到；红色：未完成或滞后。',
      },
      spec: (language) => {
        const bars = (panel: (typeof panels)[number]): GoalBar[] =>
          panel.lines.map(({ name, goal, result, path, verdict }) => ({
            name: name[language],
            // A rise where a fall was asked for has no length; its number has the minus of a reduction not made.
            result: Math.max(0, sizeOf(panel.key, result.value)),
            goal: goal.value,
            path: path?.value ?? null,
            label: formatNumber(sizeOf(panel.key, result.value), result.decimals),
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
