import { THEMES } from '../../types.ts';
import { dateCell, jurisdictionOf, recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';
import { targetTable } from '../target-rows.ts';

/** What targets of freight count: goods by rail and water, trucks, fuel, ships. */
export const FREIGHT_INDICATORS: ReadonlySet<string> = new Set([
  'rail_freight',
  'water_freight',
  'port_road_bulk_freight',
  'diesel_inspection_pass',
  'fuel_sample_pass',
  'vehicles_scrapped',
  'ship_sox_emissions',
  'ship_pm_emissions',
]);

/** Records on freight transport by theme; one that concerns several themes stands under each. */
const freightThemes: TableBuilder = (context) => {
  const records = recordsToDate(context).filter(({ themes }) => themes.length > 0);
  if (records.length === 0) return null;
  return {
    columns: [{ key: 'issued' }, { key: 'record' }, { key: 'area' }, { key: 'content' }],
    rows: THEMES.flatMap((theme) => {
      const own = records.filter(({ themes }) => themes.includes(theme));
      if (own.length === 0) return [];
      return [
        { group: context.strings.get(`theme.${theme}`) },
        ...own.map((policy) => ({
          head: dateCell(policy, context),
          cells: [
            { policy: policy.id },
            { text: jurisdictionOf(policy, context) },
            // What a record of several themes says stands under the first of them.
            policy.themes[0] === theme ? { text: policy.summary } : { text: context.strings.get('see-above') },
          ],
        })),
      ];
    }),
    sources: sourcesOf(records),
    className: 'records sector',
  };
};

const freightTargets: TableBuilder = (context) =>
  targetTable(
    context.assessment.targets.filter(({ target }) => FREIGHT_INDICATORS.has(target.indicator)),
    context,
  );

export const freightTables: Readonly<Record<string, TableBuilder>> = {
  'freight-themes': freightThemes,
  'targets-freight': freightTargets,
};
