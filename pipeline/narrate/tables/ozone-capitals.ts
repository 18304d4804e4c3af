import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { nameCell, yearColumns } from '../table-cells.ts';

/** Ozone of the cities whose daily 8-hour maxima are at hand, by year, highest in the last year first. */
export const ozoneCapitals: TableBuilder = (context) => {
  const { data, facts } = context;
  const cities = new Set(data.cities.map(({ code }) => code));
  const known = facts
    .where({ origin: 'computed', subject: 'o3', statistic: 'p90-mda8' })
    .filter(({ scope, period, value }) => cities.has(scope) && /^\d{4}$/.test(period) && value !== null);
  const years = [...new Set(known.map(({ period }) => Number(period)))].sort();
  const [first, last] = [years[0], years.at(-1)];
  if (first === undefined || last === undefined) return null;
  const level = (code: string) => facts.find(`computed.${code}.o3.p90-mda8.${last}`)?.value ?? -Infinity;
  const codes = [...new Set(known.map(({ scope }) => scope))].sort((a, b) => level(b) - level(a) || (a < b ? -1 : 1));
  return settled(context, {
    columns: [{ key: 'city' }, ...yearColumns(years), { key: 'change-last', unit: '%', numeric: true }],
    rows: codes.map((code) => ({
      head: nameCell(context, code),
      cells: [
        ...years.map((year): TableCell => ({ fact: `computed.${code}.o3.p90-mda8.${year}` })),
        { fact: `computed.${code}.o3.p90-mda8.${last}-vs-${last - 1}`, form: 'signed' },
      ],
    })),
    notes: ['ozone-archive'],
    className: 'compact',
  });
};
