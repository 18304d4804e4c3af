import { POLLUTANTS } from '../../types.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { measureCell, measureId, yearColumns, yearsBetween } from '../table-cells.ts';

/**
 * The six pollutants in the key cities, year by year as published, and the change since the baseline year. The ministry
 * gives the key cities' levels for all pollutants up to 2017, later only some changes: both columns of change are kept.
 */
export const nationSince2013: TableBuilder = (context) => {
  const { year, baselineYear } = context.edition;
  const years = yearsBetween(baselineYear, year);
  const withLevel = years.filter((y) =>
    POLLUTANTS.some((pollutant) => context.facts.has(`published.KEY74.${measureId(pollutant)}.${y}`)),
  );
  const latest = withLevel.at(-1) ?? year;
  const changes = [...new Set([latest, year])].filter((y) => y > baselineYear);
  const over = (y: number) =>
    context.strings.get('column.change-over').replace('{to}', String(y)).replace('{from}', String(baselineYear));
  return settled(context, {
    columns: [
      { key: 'pollutant' },
      ...yearColumns(years),
      ...changes.map((y) => ({ key: 'change-since', label: over(y), unit: '%', numeric: true })),
    ],
    rows: POLLUTANTS.map((pollutant) => {
      const rest = `published.KEY74.${measureId(pollutant)}`;
      return {
        head: measureCell(context, pollutant),
        cells: [
          ...years.map((y): TableCell => ({ fact: `${rest}.${y}` })),
          ...changes.map((y): TableCell => ({ fact: `${rest}.${y}-vs-${baselineYear}`, form: 'signed' })),
        ],
      };
    }),
    notes: ['units-co', ...(year >= 2017 ? ['dust-since-2017'] : [])],
  });
};
