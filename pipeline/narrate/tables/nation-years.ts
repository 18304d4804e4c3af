import { POLLUTANTS } from '../../types.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { bestCell, computedNotes, measureCell, measureId, yearColumns, yearsBetween } from '../table-cells.ts';

/** First year of the cohort of all prefecture-level and higher cities. */
const FIRST = 2015;

/** The national cohort year by year: published where there is a figure, computed and marked where there is none. */
export const nationYears: TableBuilder = (context) => {
  const years = yearsBetween(FIRST, context.edition.year);
  if (years.length < 2) return null;
  return settled(context, {
    columns: [{ key: 'pollutant' }, ...yearColumns(years)],
    rows: POLLUTANTS.map((pollutant) => ({
      head: measureCell(context, pollutant),
      cells: years.map((year) => bestCell(context, `@N.${measureId(pollutant)}.${year}`)),
    })),
    notes: ['units-co', ...(context.edition.year >= 2017 ? ['dust-2016'] : []), ...computedNotes(context).slice(0, 1)],
  });
};
