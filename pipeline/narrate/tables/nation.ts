import { POLLUTANTS, type Pollutant } from '../../types.ts';
import { type Context, settle } from '../context.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell, TableModel } from '../table.ts';
import { baseCell, computedNotes, measureCell, measureId } from '../table-cells.ts';

const limitCell = (pollutant: Pollutant, year: number): TableCell => {
  const averaging = pollutant === 'co' ? '24h' : pollutant === 'o3' ? 'mda8' : 'annual';
  return { fact: `standard.CN.${pollutant}.limit-${averaging}-class-2.${year}` };
};

function cells(context: Context, pollutant: Pollutant): TableCell[] {
  const { year, previousYear } = context.edition;
  const rest = `@N.${measureId(pollutant)}`;
  return [
    baseCell(context, rest, previousYear, year),
    { fact: `published.${rest}.${year}` },
    { fact: `published.${rest}.${year}-vs-${previousYear}`, form: 'signed' },
    limitCell(pollutant, year),
    { fact: `computed.${rest}.${year}` },
    { fact: `computed.${rest}.${year}-vs-${previousYear}`, form: 'signed' },
    { fact: `computed.${rest}.${year}`, form: 'n' },
  ];
}

/** PM2.5 with each registered person counting once, in the columns of computed figures; its note stands under the table. */
const weightedRow = (context: Context): TableModel['rows'] => {
  const { year, previousYear } = context.edition;
  const rest = 'computed.@N.pm25.population-weighted-mean';
  const cells: TableCell[] = [
    null,
    null,
    null,
    null,
    { fact: `${rest}.${year}`, bare: true },
    { fact: `${rest}.${year}-vs-${previousYear}`, form: 'signed', bare: true },
    { fact: `${rest}.${year}`, form: 'n' },
  ];
  const there = context.facts.has(settle(`${rest}.${year}`, context.edition));
  return there ? [{ head: { text: context.strings.get('measure.pm25-people') }, cells }] : [];
};

/** The six pollutants in the national cohort: as published, beside the limits and what the cities' own data give. */
export const nation: TableBuilder = (context) =>
  settled(context, {
    columns: [
      { key: 'pollutant' },
      { key: 'published-before', numeric: true },
      { key: 'published-year', numeric: true },
      { key: 'change-published', unit: '%', numeric: true },
      { key: 'limit', numeric: true },
      { key: 'computed-year', numeric: true },
      { key: 'change-computed', unit: '%', numeric: true },
      { key: 'cities-with-data', numeric: true },
    ],
    rows: [
      ...POLLUTANTS.map((pollutant) => ({
        head: measureCell(context, pollutant),
        cells: cells(context, pollutant),
      })),
      ...weightedRow(context),
    ],
    notes: ['units-co', ...computedNotes(context), ...(weightedRow(context).length > 0 ? ['coverage-population'] : [])],
  });
