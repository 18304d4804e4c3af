import { existsIn } from '../../assess/scopes.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import type { Context } from '../context.ts';
import { rankText } from '../place-cells.ts';
import { allSixKnown } from '../same-state.ts';
import { settled } from '../settled-table.ts';
import type { TableBuilder, TableCell, TableColumn, TableModel } from '../table.ts';

type Ordered = Readonly<{ code: string; place: number; tied: boolean }>;

/**
 * The first `count` cities of the year by one number, highest or lowest first; equal values as printed share a place, and
 * those that share the last one are all shown.
 */
function places(context: Context, rest: string, first: 'highest' | 'lowest', count: number): Ordered[] {
  const { data, edition, facts } = context;
  const sign = first === 'lowest' ? 1 : -1;
  const known = data.cities
    .filter((city) => existsIn(city, edition.year))
    .flatMap(({ code }) => {
      const fact = facts.find(`computed.${code}.${rest}.${edition.year}`);
      return fact && fact.value !== null ? [{ code, value: roundedNumber(fact.value, fact.decimals) }] : [];
    })
    .sort((a, b) => sign * (a.value - b.value) || (a.code < b.code ? -1 : 1));
  return known
    .map(({ code, value }) => ({
      code,
      place: known.findIndex((other) => other.value === value) + 1,
      tied: known.some((other) => other.code !== code && other.value === value),
    }))
    .filter(({ place }) => place <= count);
}

type Ends = Readonly<{
  by: string;
  count: number;
  /** Which end stands first, and the string over each. */
  groups: readonly Readonly<{ first: 'highest' | 'lowest'; head: string }>[];
  columns: readonly TableColumn[];
  cells: (code: string) => readonly TableCell[];
  notes: readonly string[];
}>;

/** Both ends of a ranking of all cities in one table; null in years whose archive does not give all six pollutants. */
function ends(context: Context, { by, count, groups, columns, cells, notes }: Ends): TableModel | null {
  if (!allSixKnown(context)) return null;
  const provinces = new Map(context.data.cities.map(({ code, province }) => [code, province.short]));
  return settled(context, {
    columns: [{ key: 'rank' }, { key: 'city' }, { key: 'province' }, ...columns],
    rows: groups.flatMap(({ first, head }) => [
      { group: context.strings.get(head) },
      ...places(context, by, first, count).map(({ code, place, tied }) => ({
        head: rankText(place, tied, context),
        cells: [{ text: context.names.get(code) ?? code }, { text: provinces.get(code) ?? '' }, ...cells(code)],
      })),
    ]),
    notes: ['ties', ...notes],
    className: 'compact ranking',
  });
}

/** The cities with the fewest and the most good days. */
export const citiesGoodDays: TableBuilder = (context) =>
  ends(context, {
    by: 'aqi.good-day-share',
    count: 15,
    groups: [
      { first: 'lowest', head: 'group.fewest-good-days' },
      { first: 'highest', head: 'group.most-good-days' },
    ],
    columns: [
      { key: 'good-day-share', unit: '%', numeric: true },
      { key: 'good-days', numeric: true },
      { key: 'heavy-days', numeric: true },
      { key: 'valid-days', numeric: true },
    ],
    cells: (code) => [
      { fact: `computed.${code}.aqi.good-day-share.@Y` },
      { fact: `computed.${code}.aqi.good-days.@Y` },
      { fact: `computed.${code}.aqi.heavy-days.@Y` },
      { fact: `computed.${code}.aqi.valid-days.@Y` },
    ],
    notes: ['good-days-computed'],
  });

/** The cities with the highest and the lowest ozone. */
export const citiesOzone: TableBuilder = (context) =>
  ends(context, {
    by: 'o3.p90-mda8',
    count: 15,
    groups: [
      { first: 'highest', head: 'group.highest' },
      { first: 'lowest', head: 'group.lowest' },
    ],
    columns: [
      { key: 'o3-mda8', unit: 'µg/m³', numeric: true },
      { key: 'o3-primary-days', numeric: true },
      { key: 'pm25', unit: 'µg/m³', numeric: true },
      { key: 'good-day-share', unit: '%', numeric: true },
    ],
    cells: (code) => [
      { fact: `computed.${code}.o3.p90-mda8.@Y` },
      { fact: `computed.${code}.o3.primary-days.@Y` },
      { fact: `computed.${code}.pm25.annual-mean.@Y` },
      { fact: `computed.${code}.aqi.good-day-share.@Y` },
    ],
    notes: [],
  });

/** The cities in which hours taken for sand-dust add most to the annual mean of PM10; null where none was found. */
export const citiesDust: TableBuilder = (context) => {
  const { facts, edition } = context;
  if (!((facts.find(`computed.${edition.scopes.nation}.pm10.dust-part.${edition.year}`)?.value ?? 0) > 0)) return null;
  return ends(context, {
    by: 'pm10.dust-part',
    count: 15,
    groups: [{ first: 'highest', head: 'group.most-dust' }],
    columns: [
      { key: 'pm10', numeric: true },
      { key: 'pm10-dust-free', numeric: true },
      { key: 'dust-part', numeric: true },
      { key: 'pm25', numeric: true },
      { key: 'pm25-dust-free', numeric: true },
    ],
    cells: (code) => [
      { fact: `computed.${code}.pm10.annual-mean.@Y` },
      { fact: `computed.${code}.pm10.annual-mean-dust-excluded.@Y` },
      { fact: `computed.${code}.pm10.dust-part.@Y` },
      { fact: `computed.${code}.pm25.annual-mean.@Y` },
      { fact: `computed.${code}.pm25.annual-mean-dust-excluded.@Y` },
    ],
    notes: ['dust-hours'],
  });
};
