import { existsIn } from '../../assess/scopes.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes, yearColumns, yearsBetween } from '../table-cells.ts';

/** First year of the city data. */
const FIRST = 2014;

/** PM2.5 of each province as the mean of its cities, by year, cleanest first; those without a mean stand last. */
export const provinces: TableBuilder = (context) => {
  const { data, edition, facts } = context;
  const assessed = data.cities.filter((city) => existsIn(city, edition.year));
  const years = yearsBetween(FIRST, edition.year);
  const level = (code: string) => facts.find(`computed.${code}.pm25.annual-mean.${edition.year}`)?.value ?? Infinity;
  const rows = data.provinces
    .map(({ code, short }) => ({ code, short, cities: assessed.filter(({ province }) => province.code === code) }))
    .filter(({ cities }) => cities.length > 0)
    .sort((a, b) => level(a.code) - level(b.code) || (a.code < b.code ? -1 : 1));
  return settled(context, {
    columns: [
      { key: 'province' },
      { key: 'cities' },
      ...yearColumns(years),
      { key: 'change', unit: '%', numeric: true },
    ],
    rows: rows.map(({ code, short, cities }) => ({
      head: { text: short },
      cells: [
        { text: String(cities.length), className: 'num' },
        ...years.map((year) => ({ fact: `computed.${code}.pm25.annual-mean.${year}` })),
        { fact: `computed.${code}.pm25.annual-mean.@Y-vs-@P`, form: 'signed' as const },
      ],
    })),
    notes: ['province-coverage', ...computedNotes(context)],
    className: 'compact',
  });
};
