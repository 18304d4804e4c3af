import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes } from '../table-cells.ts';

const PLACES = 20;

/** The cities whose PM2.5 fell most, relative to the year before; null in the first year of the city data. */
export const citiesImproved: TableBuilder = (context) => {
  const { assessment, data, edition, names } = context;
  const provinces = new Map(data.cities.map(({ code, province }) => [code, province.short]));
  const rows = assessment.rankings.filter(
    ({ list, cohort, rank }) =>
      list === `improved-since-${edition.previousYear}` && cohort === edition.scopes.nation && rank <= PLACES,
  );
  return settled(context, {
    columns: [
      { key: 'rank' },
      { key: 'city' },
      { key: 'province' },
      { key: 'pm25-before', unit: 'µg/m³', numeric: true },
      { key: 'pm25-year', unit: 'µg/m³', numeric: true },
      { key: 'change', unit: '%', numeric: true },
    ],
    rows: rows.map(({ rank, code, fact }) => ({
      head: { text: String(rank) },
      cells: [
        { text: names.get(code) ?? code },
        { text: provinces.get(code) ?? '' },
        { fact: `computed.${code}.pm25.annual-mean.@P` },
        { fact: `computed.${code}.pm25.annual-mean.@Y` },
        { fact, form: 'signed' as const },
      ],
    })),
    notes: ['ties', ...computedNotes(context)],
    className: 'compact ranking',
  });
};
