import { type Policy, SECTORS, type Sector } from '../../types.ts';
import type { Context } from '../context.ts';
import { dateCell, isOfYear, jurisdictionOf, recordsToDate, sourcesOf } from '../register-rows.ts';
import type { TableBuilder, TableModel } from '../table.ts';

type Rows = TableModel['rows'];

/**
 * A sector's records: those issued in the year assessed with what they say, national first; then the national and regional
 * ones that stand from before. A record stands under the first of its sectors only, so that none is printed twice.
 */
export const sectorTable =
  (sector: Sector): TableBuilder =>
  (context) => {
    const { edition, strings } = context;
    const own = recordsToDate(context).filter(({ sectors }) => sectors[0] === sector);
    const inYear = own.filter((policy) => isOfYear(policy, edition.year));
    const earlier = own
      .filter(({ level }) => level === 'national' || level === 'regional')
      .filter((policy) => !isOfYear(policy, edition.year));
    if (inYear.length + earlier.length === 0) return null;
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
      sources: sourcesOf([...inYear, ...earlier]),
      className: 'records sector',
    };
  };

/** `sector-coal`, `sector-industry` …: one table a sector. */
export const sectorTables: Readonly<Record<string, TableBuilder>> = Object.fromEntries(
  SECTORS.map((sector) => [`sector-${sector}`, sectorTable(sector)]),
);
