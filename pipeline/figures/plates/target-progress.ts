import { tierOf } from '../../assess/target-counts.ts';
import { isSeasonal } from '../../assess/target-measure.ts';
import { formatNumber } from '../../facts/format.ts';
import { type Bilingual, MEASURED_BY, type TargetProgress } from '../../types.ts';
import { describeRanking } from '../alt-text.ts';
import type { Plate, PlateContext } from '../figure.ts';
import { credits, rowsOf } from '../parts/credits.ts';
import { type GoalBar, goalBars, goalBarsHeight } from '../parts/goal-bars.ts';
import { FULL, lite } from '../parts/lite.ts';
import { type Known, known, namer } from '../parts/pick.ts';
import { HEADS, INDICATOR, standingOf, verdictWords } from '../parts/verdicts.ts';
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

type Line = Pick<TargetProgress, 'target' | 'base' | 'verdict' | 'rule'> &
  Readonly<{
    name: Bilingual;
    goal: Known;
    result: Known;
    /** The level of the baseline year, from which a level began; where it stands on the state of the result. */
    start: Known | null;
    path: Known | null;
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

/** "25, 2012–2017", of a season "15, 2016/17–2017/18"; a level "≤ 60 by 2017": the goal with its years. */
function goalWords({ target, base, goal, panel }: Line): Bilingual {
  const number = formatNumber(Math.abs(goal.value), goal.decimals);
  const { deadlineYear } = target;
  if (panel === 'level' || panel === 'share') {
    const sense = panel === 'level' ? '≤' : '≥';
    return { en: `${sense} ${number} by ${deadlineYear}`, zh: `${sense}${number}（${deadlineYear}年）` };
  }
  if (!isSeasonal(target))
    return { en: `${number}, ${base}–${deadlineYear}`, zh: `${number}（${base}—${deadlineYear}年）` };
  const [from, to] = [base ?? deadlineYear - 2, deadlineYear - 1].map((year) => `${year}/${String(year + 1).slice(2)}`);
  return { en: `${number}, ${from}–${to}`, zh: `${number}（${from}—${to}）` };
}

/** The level in the year from which the edition looks, of the same place and state of the air as the result. */
function startOf({ facts, edition }: PlateContext, { indicator, scope }: Line['target'], result: Known): Known | null {
  const by = MEASURED_BY[indicator];
  if (!by) return null;
  const level = (origin: string, year: number | string) =>
    known(facts, [origin, scope, by.subject, by.statistic, year].join('.'));
  const start = level('published', edition.baselineYear) ?? level('computed', edition.baselineYear);
  // A result that stands with its target says no state: it is that of the published level of its year.
  const basis = result.basis ?? level('published', result.period)?.basis;
  return start?.basis && start.basis === basis ? start : null;
}

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
    const name = { en: `${place.en}, ${indicator.en}`, zh: `${place.zh}${indicator.zh}` };
    const start = panel === 'level' || panel === 'share' ? startOf(ctx, target, outcome) : null;
    const due = path !== null && ctx.edition.year < target.deadlineYear ? known(ctx.facts, path) : null;
    return [{ target, base, name, goal: aim, result: outcome, start, path: due, verdict, rule, panel }];
  });
  const unique = new Map(lines.map((line) => [`${line.name.en}|${goalWords(line).en}`, line]));
  return [...unique.values()].sort((a, b) => a.target.deadlineYear - b.target.deadlineYear);
}

/** Reductions as positive sizes, levels and shares as they are. */
const sizeOf = (panel: string, value: number): number => (panel === 'level' || panel === 'share' ? value : -value);

/** Base, path, goal, result and verdict of every air target that can be judged. */
export const targetProgressPlate: Plate = {
  id: 'target-progress',
  needs: (ctx) => (linesOf(ctx).length > 2 ? null : 'fewer than three targets can be judged'),
  draw: (ctx) => {
    const { edition, facts, format, tokens } = ctx;
    const lines = linesOf(ctx);
    const used = lines.flatMap(({ goal, result, start, path }) =>
      [goal, result, start, path].filter((fact) => fact !== null),
    );
    const any = (holds: (line: Line) => unknown): boolean => lines.some(holds);
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
      note: joined([
        {
          en: 'Shown are targets that can be judged. Bar: result; pale band and stroke: goal. The axis is the base: the level of the base year for reductions, nought for levels and shares.',
          zh: '图中为可评估的目标。条为结果，浅色带和竖线为目标；纵轴为基准：降幅以基准年水平为零点，浓度和比例以零为起点。',
        },
        ...(any(({ path }) => path)
          ? [
              {
                en: `Darker band to the dotted stroke: the part of the straight path due by ${edition.year}.`,
                zh: `较深的带至虚线处为按直线进度${edition.year}年应达的部分。`,
              },
            ]
          : []),
        ...(any(({ start }) => start)
          ? [{ en: `Ring: the level of ${edition.baselineYear}.`, zh: `圆圈为${edition.baselineYear}年水平。` }]
          : []),
        ...(any(({ verdict }) => standingOf(verdict) === 'missed')
          ? [{ en: 'Hollow bar: not met, or behind.', zh: '空心条：未完成或进度滞后。' }]
          : []),
        ...(any(({ verdict }) => standingOf(verdict) === 'open')
          ? [{ en: 'Paler bar: not reached, its year lies ahead.', zh: '较浅的条：尚未达到，目标年未到。' }]
          : []),
      ]),
      spec: (language) => {
        const bars = (panel: (typeof panels)[number]): GoalBar[] =>
          panel.lines.map((line) => ({
            name: line.name[language],
            // A rise where a fall was asked for has no length; its number has the minus of a reduction not made.
            result: Math.max(0, sizeOf(panel.key, line.result.value)),
            goal: line.goal.value,
            start: line.start?.value ?? null,
            path: line.path?.value ?? null,
            label: formatNumber(sizeOf(panel.key, line.result.value), line.result.decimals),
            goalLabel: goalWords(line)[language],
            verdict: verdictWords(line)[language],
            standing: standingOf(line.verdict),
          }));
        let top = 0;
        const layer = panels.flatMap((panel) => {
          const own = goalBars({
            title: panel.title[language],
            bars: bars(panel),
            heads: HEADS[language],
            top,
            left: 172,
            width: 212,
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
