import { byDate } from '../../assess/register-status.ts';
import { POLICY_LEVELS } from '../../types.ts';
import { dateCell, jurisdictionOf, partlySeenToDate, recordsToDate, sectorsOf, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';

/**
 * All records the report may print, by level and date, and with a mark those that were read in part only. Rows carry the anchors
 * to which {{policy}} links.
 */
export const policiesAll: TableBuilder = (context) => {
  const { strings } = context;
  const partly = partlySeenToDate(context);
  const records = [...recordsToDate(context), ...partly].sort(byDate);
  if (records.length === 0) return null;
  return {
    columns: [{ key: 'issued' }, { key: 'record' }, { key: 'issuer' }, { key: 'area' }, { key: 'sectors' }],
    rows: POLICY_LEVELS.flatMap((level) => {
      const own = records.filter((policy) => policy.level === level);
      if (own.length === 0) return [];
      return [
        { group: strings.get(`level.${level}`) },
        ...own.map((policy) => ({
          head: dateCell(policy, context),
          cells: [
            {
              text: policy.title,
              below: policy.documentNumber,
              ...(partly.includes(policy) ? { mark: 'partly-seen' } : {}),
            },
            { text: policy.issuer },
            { text: jurisdictionOf(policy, context) },
            { text: sectorsOf(policy, context) },
          ],
          anchor: `policy-${policy.id}`,
        })),
      ];
    }),
    sources: sourcesOf(records),
    className: 'records compact register',
  };
};
