import { PROGRAMMES } from '../../assess/policy-families.ts';
import { provinceOf } from '../../assess/register.ts';
import type { Bilingual, FigureRow, Policy } from '../../types.ts';
import type { PlateContext } from '../figure.ts';
import { MILESTONES } from './milestones.ts';
import { recordsOf } from './register.ts';
import { type Event, yearFraction } from './timeline.ts';

/** Short names of records that carry out a national programme and are no milestones of the timeline. */
const SHORT: Readonly<Record<string, Bilingual>> = {
  'cn-2013-ap-division': { en: 'Division of tasks', zh: '任务分工' },
  'cn-2013-emergency-guidance': { en: 'Emergency guidance', zh: '重污染应急指导意见' },
  'cn-2013-air-fund': { en: 'Air fund', zh: '专项资金' },
  'cn-2014-coal-substitution': { en: 'Coal substitution', zh: '煤炭减量替代' },
  'cn-2014-energy-sector-plan': { en: 'Energy sector plan', zh: '能源行业方案' },
  'cn-2014-assessment-measures': { en: 'Assessment measures', zh: '考核办法' },
  'cn-2014-assessment-rules': { en: 'Assessment rules', zh: '考核实施细则' },
  'cn-2015-ship-port-plan': { en: 'Ships and ports plan', zh: '船舶与港口方案' },
  'cn-2015-ship-eca': { en: 'Ship control areas', zh: '船舶排放控制区' },
  'cn-2018-emergency-revision': { en: 'Alerts unified', zh: '统一预警分级' },
  'cn-2018-diesel-trucks': { en: 'Diesel truck campaign', zh: '柴油货车攻坚' },
  'cn-2018-transport-structure': { en: 'Transport structure', zh: '运输结构调整' },
  'cn-2019-steel-ule': { en: 'Ultra-low steel', zh: '钢铁超低排放' },
  'cn-2019-kilns': { en: 'Kilns plan', zh: '工业炉窑方案' },
  'bth-2017-work-plan': { en: 'Work plan 2017', zh: '2017年工作方案' },
  'bth-2018-winter': { en: 'Second winter campaign', zh: '第二次秋冬季攻坚' },
  'fenwei-2018-winter': { en: 'First winter campaign', zh: '首次秋冬季攻坚' },
};

/** A record at its date, as a figure names it. */
export type PolicyEvent = Event & Readonly<{ id: string; date: string }>;

/** Records with a date of issue since the baseline year, under the names `nameOf` gives them; those it gives none are left out. */
export function eventsOf(
  ctx: PlateContext,
  nameOf: (policy: Policy) => Bilingual | null | undefined,
  hollow: (policy: Policy) => boolean = () => false,
): PolicyEvent[] {
  return recordsOf(ctx)
    .flatMap((policy) => {
      const { id, issued: date } = policy;
      const name = nameOf(policy);
      const there = date !== null && Number(date.slice(0, 4)) >= ctx.edition.baselineYear;
      return name && there ? [{ id, date, name, at: yearFraction(date), hollow: hollow(policy) }] : [];
    })
    .sort((a, b) => a.at - b.at);
}

export const isRegional = ({ level }: Policy): boolean => level === 'regional';

/** The short name of a record where it has one, else its title. */
export const shortName = (policy: Policy): Bilingual => MILESTONES[policy.id] ?? SHORT[policy.id] ?? policy.title;

/** The provinces' plans for the national programmes, by the name of the province. */
export function provincialPlans(ctx: PlateContext, provinces: readonly string[]): PolicyEvent[] {
  const names = new Map(ctx.data.provinces.map(({ code, short }) => [code, short]));
  const heads: readonly (string | null)[] = PROGRAMMES;
  return eventsOf(ctx, (policy) => {
    const code = provinceOf(policy) ?? '';
    const isPlan =
      policy.level === 'provincial' && policy.sectors.includes('planning') && heads.includes(policy.family);
    return isPlan && provinces.includes(code) ? names.get(code) : null;
  });
}

/** Events as rows of a figure's table. */
export const eventRows = (events: readonly PolicyEvent[]): FigureRow[] =>
  events.map(({ id, date, name }) => ({
    name_en: name.en,
    name_zh: name.zh,
    subject: 'milestone',
    statistic: 'issued',
    period: date,
    value: null,
    unit: '',
    origin: 'register',
    fact: id,
  }));

/** "Action Plan (2013-09); …": events with the months they were issued in. */
export const eventsInWords = (events: readonly PolicyEvent[]): Bilingual => ({
  en: events.map(({ name, date }) => `${name.en} (${date.slice(0, 7)})`).join('; '),
  zh: events.map(({ name, date }) => `${name.zh}（${date.slice(0, 7)}）`).join('；'),
});

/** Sources of the records shown. */
export const eventSources = (ctx: PlateContext, events: readonly PolicyEvent[]): string[] => {
  const shown = new Set(events.map(({ id }) => id));
  return [...new Set(recordsOf(ctx).flatMap(({ id, sources }) => (shown.has(id) ? sources : [])))];
};
