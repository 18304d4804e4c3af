import { dateCell, fitsTable, jurisdictionOf, recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder } from '../table.ts';

/** Records that hold for a region of several provinces; null for a single one, of which the text tells. */
export const policiesRegional: TableBuilder = (context) => {
  const records = recordsToDate(context).filter(({ level }) => level === 'regional');
  if (!fitsTable(records)) return null;
  return {
    columns: [{ key: 'issued' }, { key: 'record' }, { key: 'area' }, { key: 'content' }],
    rows: records.map((policy) => ({
      head: dateCell(policy, context),
      cells: [{ policy: policy.id }, { text: jurisdictionOf(policy, context) }, { text: policy.summary }],
    })),
    sources: sourcesOf(records),
    className: 'records',
  };
};
