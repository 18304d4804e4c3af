import { POLLUTANTS } from '../../types.ts';
import type { Context } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell, TableColumn } from '../table.ts';
import { bestCell, computedNotes, measureCell, measureId, yearsBetween } from '../table-cells.ts';

/** First year of the cohort of all prefecture-level and higher cities. */
const FIRST = 2015;

type Year = Readonly<{ scope: string; year: number; rebased: boolean }>;

/** Each year with the cohort that was the national one in it; the year before a new state of the air also as recalculated. */
function columnsOf({ data, edition, facts }: Context): Year[] {
  const { nation } = edition.scopes;
  const cohortOf = (year: number) =>
    data.scopes.find(
      ({ kind, members, validFrom, validTo }) =>
        kind === 'nation' && members.length > 0 && (validFrom ?? year) <= year && year <= (validTo ?? year),
    )?.id ?? nation;
  return yearsBetween(FIRST, edition.year).flatMap((year) => {
    const plain = { scope: year === edition.year ? nation : cohortOf(year), year, rebased: false };
    const again = year < edition.year && facts.has(`published.${nation}.pm25.annual-mean.${year}.rebased`);
    return again && plain.scope !== nation ? [plain, { scope: nation, year, rebased: true }] : [plain];
  });
}

/**
 * The national cohorts year by year: published where there is a figure, computed and marked where there is none. Where the
 * state of the air changed, the year before stands twice: as first published, and as recalculated.
 */
export const nationYears: TableBuilder = (context) => {
  const columns = columnsOf(context);
  if (columns.length < 2) return null;
  const { strings, edition } = context;
  const head = ({ year, rebased }: Year): TableColumn => ({
    key: 'year',
    label: rebased ? strings.get('column.year-rebased').replace('{}', String(year)) : String(year),
    numeric: true,
  });
  const cell = ({ scope, year, rebased }: Year, measure: string): TableCell =>
    rebased
      ? { fact: `published.${scope}.${measure}.${year}.rebased` }
      : bestCell(context, `${scope}.${measure}.${year}`);
  return settled(context, {
    columns: [{ key: 'pollutant' }, ...columns.map(head)],
    rows: POLLUTANTS.map((pollutant) => ({
      head: measureCell(context, pollutant),
      cells: columns.map((column) => cell(column, measureId(pollutant))),
    })),
    coverage: true,
    notes: [
      'units-co',
      ...(edition.year >= 2017 ? ['dust-2016'] : []),
      ...(edition.year >= 2019 ? ['states-2019'] : []),
      ...computedNotes(context).slice(0, 1),
    ],
  });
};
