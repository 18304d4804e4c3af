import { existsIn } from '../../assess/scopes.ts';
import { allSixKnown, onSameSide } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder } from '../table.ts';
import { computedNotes, yearColumns, yearsBetween } from '../table-cells.ts';

/** What years with the days of all cities add. */
const MORE = [
  { key: 'pm10', id: 'pm10.annual-mean' },
  { key: 'no2', id: 'no2.annual-mean' },
  { key: 'co-p95', id: 'co.p95-daily' },
  { key: 'o3-mda8', id: 'o3.p90-mda8' },
  { key: 'good-day-share', id: 'aqi.good-day-share' },
  { key: 'composite', id: 'all.composite-index' },
] as const;

/** First year of the city data. */
const FIRST = 2014;

/** PM2.5 of each province as the mean of its cities, by year, cleanest first; those without a mean stand last. */
export const provinces: TableBuilder = (context) => {
  const { data, edition, facts } = context;
  const assessed = data.cities.filter((city) => existsIn(city, edition.year));
  const years = yearsBetween(FIRST, edition.year).filter((year) => onSameSide(context, year));
  const six = allSixKnown(context);
  const level = (code: string) => facts.find(`computed.${code}.pm25.annual-mean.${edition.year}`)?.value ?? Infinity;
  const rows = data.provinces
    .map(({ code, short }) => ({ code, short, cities: assessed.filter(({ province }) => province.code === code) }))
    .filter(({ cities }) => cities.length > 0)
    .sort((a, b) => level(a.code) - level(b.code) || (a.code < b.code ? -1 : 1));
  return settled(context, {
    columns: [
      { key: 'province' },
      { key: 'cities' },
      ...(six && years.length === 1 ? [{ key: 'pm25', numeric: true }] : yearColumns(years)),
      ...(six ? MORE.map(({ key }) => ({ key, numeric: true })) : []),
      { key: 'change', unit: '%', numeric: true },
    ],
    rows: rows.map(({ code, short, cities }) => ({
      head: { text: short },
      cells: [
        { text: String(cities.length), className: 'num' },
        ...years.map((year) => ({ fact: `computed.${code}.pm25.annual-mean.${year}` })),
        ...(six ? MORE.map(({ id }) => ({ fact: `computed.${code}.${id}.@Y` })) : []),
        { fact: `computed.${code}.pm25.annual-mean.@Y-vs-@P`, form: 'signed' as const },
      ],
    })),
    coverage: true,
    notes: [...(six ? ['units-shares'] : []), 'province-coverage', ...computedNotes(context)],
    className: 'compact',
  });
};
