import { type Policy, SECTORS, type Sector } from '../../types.ts';
import type { Context } from '../context.ts';
import { dateCell, fitsTable, isOfYear, jurisdictionOf, sectorRecords, sourcesOf } from '../register-rows.ts';
import type { TableBuilder, TableModel } from '../table.ts';

type Rows = TableModel['rows'];

/**
 * A sector's records: those issued in the year assessed with what they say, national first; then the national and regional
 * ones that stand from before. A record stands under the first of its sectors only, so that none is printed twice. Null for a
 * single one, which {{records}} sets as a sentence.
 */
const sectorTable =
  (sector: Sector): TableBuilder =>
  (context) => {
    const { edition, strings } = context;
    const own = sectorRecords(sector, context);
    if (!fitsTable(own)) return null;
    const inYear = own.filter((policy) => isOfYear(policy, edition.year));
    const earlier = own.filter((policy) => !isOfYear(policy, edition.year));
    const byLevel = ['national', 'regional', 'provincial', 'municipal'].flatMap((level) =>
      inYear.filter((policy) => policy.level === level),
    );
    const row = (policy: Policy, context: Context) => ({
      head: dateCell(policy, context),
      cells: [{ policy: policy.id }, { text: jurisdictionOf(policy, context) }, { text: policy.summary }],
    });
    const group = (key: string, records: readonly Policy[]): Rows =>
      records.length
        ? [
            { group: strings.get(key).replace('{}', String(edition.year)) },
            ...records.map((policy) => row(policy, context)),
          ]
        : [];
    return {
      columns: [{ key: 'issued' }, { key: 'record' }, { key: 'area' }, { key: 'content' }],
      rows: [...group('group.issued-in-year', byLevel), ...group('group.from-before', earlier)],
      sources: sourcesOf(own),
      className: 'records sector',
    };
  };

/** `sector-coal`, `sector-industry` …: one table a sector. */
export const sectorTables: Readonly<Record<string, TableBuilder>> = Object.fromEntries(
  SECTORS.map((sector) => [`sector-${sector}`, sectorTable(sector)]),
);
