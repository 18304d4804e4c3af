import { POLICY_LEVELS, type Policy, SECTORS } from '../../types.ts';
import type { Context } from '../context.ts';
import { isOfYear, jurisdictionOf, recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder, TableCell } from '../table.ts';

/** Records of nation and regions by title; those of provinces and cities by place, each place once. */
function recordsCell(records: readonly Policy[], context: Context): TableCell {
  const titled = records.filter(({ level }) => level === 'national' || level === 'regional');
  if (titled.length > 0) return { lines: titled.map(({ id }) => ({ policies: [id] })) };
  const places = records.map((policy) => jurisdictionOf(policy, context));
  return { text: [...new Set(places)].join(context.strings.get('list.comma')) };
}

/** What the year assessed added to the register: by level and main sector, with titles or places. A record stands once. */
export const policiesYear: TableBuilder = (context) => {
  const { edition, strings } = context;
  const records = recordsToDate(context).filter((policy) => isOfYear(policy, edition.year));
  if (records.length === 0) return null;
  return {
    columns: [{ key: 'sector' }, { key: 'record-or-place' }],
    rows: POLICY_LEVELS.flatMap((level) => {
      const own = records.filter((policy) => policy.level === level);
      const sectors = SECTORS.filter((sector) => own.some(({ sectors: [main] }) => main === sector));
      if (own.length === 0) return [];
      return [
        { group: strings.get(`level.${level}`) },
        ...sectors.map((sector) => ({
          head: { text: strings.get(`sector.${sector}`) },
          cells: [
            recordsCell(
              own.filter(({ sectors: [main] }) => main === sector),
              context,
            ),
          ],
        })),
      ];
    }),
    sources: sourcesOf(records),
    notes: ['policies-year'],
    className: 'records lined',
  };
};
