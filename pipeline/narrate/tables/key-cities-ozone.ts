import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { nameCell, yearColumns, yearsBetween } from '../table-cells.ts';

/** Every cohort, region or city for which the 90th percentile of ozone was published for a whole year; sets of cities first. */
export const keyCitiesOzone: TableBuilder = (context) => {
  const { facts, edition, names } = context;
  const { year, baselineYear } = edition;
  const years = yearsBetween(baselineYear, year);
  const published = facts.where({ origin: 'published', subject: 'o3', statistic: 'p90-mda8' });
  const known = new Set(published.filter(({ period }) => /^\d{4}$/.test(period)).map(({ scope }) => scope));
  const first = [edition.scopes.key, 'KEY74', edition.scopes.nation].filter((id) => known.has(id));
  const isCode = (id: string) => /^\d/.test(id);
  const sets = [...known].filter((id) => !isCode(id)).sort();
  const places = [...known].filter(isCode).sort();
  const scopes = [...new Set([...first, ...sets, ...places])].filter((id) => names.has(id));
  const recalculated = facts.has(`published.${edition.scopes.nation}.o3.p90-mda8.${year - 1}.rebased`);
  return settled(context, {
    columns: [
      { key: 'scope' },
      ...yearColumns(years),
      { key: 'change', unit: '%', numeric: true },
      ...(year - 1 > baselineYear ? [{ key: 'change-since-baseline', unit: '%', numeric: true }] : []),
    ],
    rows: scopes.map((scope) => ({
      head: nameCell(context, scope),
      cells: [
        ...years.map((y): TableCell => ({ fact: `published.${scope}.o3.p90-mda8.${y}` })),
        { fact: `published.${scope}.o3.p90-mda8.@Y-vs-@P`, form: 'signed' as const },
        ...(year - 1 > baselineYear
          ? [{ fact: `published.${scope}.o3.p90-mda8.@Y-vs-@B`, form: 'signed' as const }]
          : []),
      ],
    })),
    notes: [...(year >= 2019 ? ['states-2019'] : []), ...(recalculated ? ['change-on-rebased'] : [])],
  });
};
