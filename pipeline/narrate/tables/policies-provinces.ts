import { PROGRAMMES } from '../../assess/policy-families.ts';
import { provinceOf } from '../../assess/register.ts';
import { statusesAt } from '../../assess/register-status.ts';
import { isAirTarget, isSeasonal } from '../../assess/target-measure.ts';
import type { Policy, TargetProgress } from '../../types.ts';
import type { Context } from '../context.ts';
import { recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { GOAL_COLUMNS, goalCell, indicatorText, resultCell, senseText, unitText } from '../target-rows.ts';
import { goalOf } from './action-plan-provinces.ts';

/** How many measures are named beside the plans. */
const MEASURES = 2;
const isPlan = ({ level, sectors }: Policy): boolean => level === 'provincial' && sectors.includes('planning');

/** A province's latest plan for each national programme, in order; where none is recorded, its latest record under plans and strategy. */
export function mainPlans(records: readonly Policy[]): Policy[] {
  const plans = records.filter(isPlan);
  const own = PROGRAMMES.flatMap((programme) => plans.findLast(({ family }) => family === programme) ?? []);
  return own.length > 0 ? own : plans.slice(-1);
}

type Statuses = ReturnType<typeof statusesAt>;

/** Its latest other records that are in force at the end of the year, the newest first. */
export function mainMeasures(records: readonly Policy[], plans: readonly Policy[], statuses: Statuses): Policy[] {
  return records
    .filter(({ id, level }) => level === 'provincial' && statuses.get(id)?.status === 'in-force')
    .filter((policy) => !plans.includes(policy))
    .slice(-MEASURES)
    .reverse();
}

/**
 * The target that counts now: the province's lasting air target with the next deadline, PM2.5 before others; where none lies
 * ahead, its goal in the Action Plan; null where the register has neither.
 */
function targetNow(code: string, lines: readonly TargetProgress[], year: number): TargetProgress | null {
  const ahead = lines.filter(
    ({ target }) => target.scope === code && isAirTarget(target) && !isSeasonal(target) && target.deadlineYear >= year,
  );
  const rank = ({ target }: TargetProgress): string => `${target.deadlineYear}${target.indicator !== 'pm25_annual'}`;
  return [...ahead].sort((a, b) => rank(a).localeCompare(rank(b)))[0] ?? goalOf(code, lines);
}

const titles = (records: readonly Policy[]): TableCell =>
  records.length === 0
    ? { fact: 'none.record', absent: 'no-record' }
    : { lines: records.map(({ id }) => ({ policies: [id] })) };

function targetCells(line: TargetProgress | null, context: Context): TableCell[] {
  if (line === null) return [{ fact: 'none.target', absent: 'no-target' }, null, null, null, null, null, null, null];
  const { target, verdict } = line;
  return [
    { text: indicatorText(line, context) },
    { text: senseText(line) },
    goalCell(line),
    { text: unitText(line, context) },
    { text: target.baselineYear === null ? '' : String(target.baselineYear) },
    { text: String(target.deadlineYear) },
    resultCell(line),
    { text: context.strings.get(`verdict.${verdict}`), className: `verdict ${verdict}` },
  ];
}

/** Every province: its plans for the national programmes, its target with result and verdict, and its latest measures. */
export const policiesProvinces: TableBuilder = (context) => {
  const { assessment, data, edition } = context;
  const records = recordsToDate(context).filter(({ level }) => level === 'provincial');
  const statuses = statusesAt(data.policies, edition.year);
  const provinces = data.provinces.filter(({ code }) => Number(code) < 700000);
  return {
    columns: [
      { key: 'province' },
      { key: 'plans' },
      ...GOAL_COLUMNS,
      { key: 'result', numeric: true },
      { key: 'verdict' },
      { key: 'measures' },
    ],
    rows: provinces.map(({ code, short }) => {
      const own = records.filter((policy) => provinceOf(policy) === code);
      const plans = mainPlans(own);
      return {
        head: { text: short },
        cells: [
          titles(plans),
          ...targetCells(targetNow(code, assessment.targets, edition.year), context),
          titles(mainMeasures(own, plans, statuses)),
        ],
      };
    }),
    sources: sourcesOf(records),
    notes: ['main-plan', 'province-target', 'province-measures'],
    className: 'records lined provinces compact',
  };
};
