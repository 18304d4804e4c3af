import { KEY_REGIONS, type KeyRegion, regionOf, regionPlans } from '../../assess/key-regions.ts';
import { isAirTarget } from '../../assess/target-measure.ts';
import type { Policy } from '../../types.ts';
import type { Context } from '../context.ts';
import { dateText } from '../date-text.ts';
import { dateCell, jurisdictionOf, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';
import { targetTable } from '../target-rows.ts';

/** The records in force in a key region at the end of the year assessed: its own, then its provinces' plans. */
const plansOf =
  (id: KeyRegion): TableBuilder =>
  (context) => {
    const { data, edition, strings } = context;
    const region = regionOf(id, data, edition);
    if (region === null) return null;
    const { regional, provincial } = regionPlans(region, data.policies, edition.year);
    if (regional.length + provincial.length === 0) return null;
    const group = (level: string, records: readonly Policy[]) =>
      records.length === 0
        ? []
        : [{ group: strings.get(`level.${level}`) }, ...records.map((policy) => row(policy, context))];
    return {
      columns: [{ key: 'issued' }, { key: 'record' }, { key: 'area' }, { key: 'until' }],
      rows: [...group('regional', regional), ...group('provincial', provincial)],
      sources: sourcesOf([...regional, ...provincial]),
      notes: ['region-plans'],
      className: 'records plans',
    };
  };

const row = (policy: Policy, context: Context) => ({
  head: dateCell(policy, context),
  cells: [
    { policy: policy.id },
    { text: jurisdictionOf(policy, context) },
    policy.ends === null ? { text: context.strings.get('no-end') } : { text: dateText(policy.ends, context) },
  ],
});

/** The air targets of a key region and of its provinces, each with result and verdict. */
const targetsOf =
  (id: KeyRegion): TableBuilder =>
  (context) => {
    const region = regionOf(id, context.data, context.edition);
    if (region === null) return null;
    const places = new Set([...region.areas, ...region.provinces]);
    return targetTable(
      context.assessment.targets.filter(({ target }) => isAirTarget(target) && places.has(target.scope)),
      context,
    );
  };

/** `region-bth-plans`, `region-bth-targets` …: two tables a key region. */
export const keyRegionTables: Readonly<Record<string, TableBuilder>> = Object.fromEntries(
  KEY_REGIONS.flatMap((id) => [
    [`region-${id}-plans`, plansOf(id)],
    [`region-${id}-targets`, targetsOf(id)],
  ]),
);
