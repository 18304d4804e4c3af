import { tierOf } from '../../assess/target-counts.ts';
import { isAirTarget, isSeasonal } from '../../assess/target-measure.ts';
import type { TargetProgress } from '../../types.ts';
import type { TableBuilder } from '../table.ts';
import { targetTable } from '../target-rows.ts';
import { FREIGHT_INDICATORS } from './freight.ts';

/** The targets of one kind, as a table; null when the register holds none of them by the end of the year assessed. */
const targetsWhere =
  (holds: (line: TargetProgress) => boolean): TableBuilder =>
  (context) =>
    targetTable(context.assessment.targets.filter(holds), context);

const lasting = ({ target }: TargetProgress) => isAirTarget(target) && !isSeasonal(target);
const isOf = (tier: string) => (line: TargetProgress) => lasting(line) && tierOf(line.target.scope) === tier;

/** `targets-national`: the air of the nation and its regions, and Beijing's level in the Action Plan itself. */
export const targetTables: Readonly<Record<string, TableBuilder>> = {
  'targets-national': targetsWhere(
    (line) => isOf('nation')(line) || (lasting(line) && line.target.policy === 'cn-2013-action-plan'),
  ),
  'targets-provinces': targetsWhere((line) => isOf('province')(line) && line.target.policy !== 'cn-2013-action-plan'),
  'targets-cities': targetsWhere(isOf('city')),
  'targets-campaigns': targetsWhere(({ target }) => isAirTarget(target) && isSeasonal(target)),
  // Those of freight stand beside its policies.
  'targets-measures': targetsWhere(({ target }) => !isAirTarget(target) && !FREIGHT_INDICATORS.has(target.indicator)),
};
