import { existsIn } from '../../assess/scopes.ts';
import type { City } from '../../types.ts';
import type { Context } from '../context.ts';
import { allSixKnown, onSameSide } from '../same-state.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { yearsBetween } from '../table-cells.ts';
import { COVERED } from './coverage.ts';

/** The share of the cities that must have a full year before changes are counted from it. */
const FULL = 0.9;
/** The share of the cities that must have a statistic before it gets a column. */
const COLUMN = 0.05;

/** Beside what is counted in the coverage table: printed where the archive of the year gives it. */
const COLUMNS = [
  ...COVERED,
  { key: 'good-day-share', id: 'aqi.good-day-share' },
  { key: 'heavy-days', id: 'aqi.heavy-days' },
  { key: 'composite', id: 'all.composite-index' },
] as const;

/** Years until the class 2 limit of PM2.5, which is WHO's first interim target, at the city's own trend. */
const YEARS_UNTIL = 'pm25.years-to-35';

type Column = (typeof COLUMNS)[number];
const idOf = (code: string, statistic: string, period: string | number) => `computed.${code}.${statistic}.${period}`;

/** The first year for which nearly all cities have a value of PM2.5. */
export function firstFullYear({ facts, edition }: Context): number | null {
  const years = facts
    .where({ origin: 'computed', scope: edition.scopes.nation, subject: 'pm25', statistic: 'annual-mean' })
    .filter(({ period, n, of }) => /^\d{4}$/.test(period) && n !== null && of !== null && n / of >= FULL)
    .map(({ period }) => Number(period));
  return years.length ? Math.min(...years) : null;
}

/** A city's value: the computed one, else the published one with its mark, else a dash with the reason. */
function valueCell({ code }: City, { id }: Column, { edition, facts }: Context): TableCell {
  const computed = facts.find(idOf(code, id, edition.year));
  if (computed && computed.value !== null) return { fact: computed.id };
  const published = `published.${code}.${id}.${edition.year}`;
  if (facts.has(published)) return { fact: published, mark: 'published' };
  return { fact: computed?.id ?? `none.${code}.${id}`, absent: 'not-in-archive' };
}

const changeCell = ({ code }: City, base: number, year: number): TableCell => ({
  fact: idOf(code, 'pm25.annual-mean', `${year}-vs-${base}`),
  form: 'signed',
  bare: true,
  absent: 'no-pair',
});

/** The years before the one assessed on the same state of the air for which at least one city in twenty has a mean of PM2.5. */
const yearsBefore = (cities: readonly City[], context: Context): number[] => {
  const { edition, facts } = context;
  return yearsBetween(edition.baselineYear, edition.year - 1).filter(
    (year) =>
      onSameSide(context, year) &&
      cities.filter(({ code }) => facts.has(idOf(code, 'pm25.annual-mean', year))).length >= cities.length * COLUMN,
  );
};

/** Every city of the year assessed by province: what the bulletins assess, PM2.5 of the years before, and its change. */
export const citiesAll: TableBuilder = (context) => {
  const { data, edition, facts, strings } = context;
  const { year, previousYear } = edition;
  const cities = data.cities.filter((city) => existsIn(city, year));
  const hasValue = ({ code }: City, { id }: Column) =>
    facts.has(idOf(code, id, year)) || facts.has(`published.${code}.${id}.${year}`);
  const six = allSixKnown(context);
  const columns = COLUMNS.filter(
    (column) =>
      (six || COVERED.some(({ id }) => id === column.id)) &&
      cities.filter((city) => hasValue(city, column)).length >= cities.length * COLUMN,
  );
  const before = yearsBefore(cities, context);
  const first = firstFullYear(context);
  const bases = [...new Set([previousYear, ...(first === null ? [] : [first])])].filter((base) =>
    cities.some(({ code }) => facts.has(idOf(code, 'pm25.annual-mean', `${year}-vs-${base}`))),
  );
  const groups = [
    { name: strings.get('group.municipalities'), own: cities.filter(({ level }) => level === 'municipality') },
    ...data.provinces.map(({ code, name }) => ({
      name,
      own: cities.filter(({ level, province }) => level !== 'municipality' && province.code === code),
    })),
  ].filter(({ own }) => own.length > 0);
  const trended = cities.some(({ code }) => (facts.find(idOf(code, YEARS_UNTIL, year))?.value ?? 0) > 0);
  const mixed = cities.some(({ code }) => facts.find(idOf(code, 'pm25.annual-mean', year))?.basis === 'mixed-2018');
  return {
    columns: [
      { key: 'city' },
      ...columns.map(({ key }) => ({ key, ...(key === 'good-day-share' ? { unit: '%' } : {}), numeric: true })),
      ...before.map((base) => ({
        key: 'pm25-of-year',
        label: strings.get('column.pm25-of-year').replace('{}', String(base)),
        numeric: true,
      })),
      ...bases.map((base) => ({
        key: 'change-on',
        label: strings.get('column.change-on').replace('{}', String(base)),
        numeric: true,
      })),
      ...(trended
        ? [
            {
              key: 'years-until',
              label: strings.get('column.years-until').replace('{}', strings.get('who.IT-1')),
              numeric: true,
            },
          ]
        : []),
    ],
    rows: groups.flatMap(({ name, own }) => [
      { group: name },
      ...own.map((city) => ({
        head: { text: city.short },
        cells: [
          ...columns.map((column) => valueCell(city, column, context)),
          ...before.map((base) => ({ fact: idOf(city.code, 'pm25.annual-mean', base), decimals: 0, bare: true })),
          ...bases.map((base) => changeCell(city, base, year)),
          ...(trended
            ? [{ fact: idOf(city.code, YEARS_UNTIL, year), nought: 'who.met', bare: true, absent: 'trend-short' }]
            : []),
        ],
        anchor: `city-${city.code}`,
      })),
    ]),
    sources: [
      ...new Set(cities.flatMap(({ code }) => facts.find(idOf(code, 'pm25.annual-mean', year))?.sources ?? [])),
    ],
    notes: [
      six ? 'cities-all-six' : 'cities-all',
      ...(columns.length < COVERED.length && !six ? ['cities-columns'] : []),
      ...(bases.length && mixed ? ['mixed-basis-column'] : []),
      ...(bases.length ? ['method-change-column'] : []),
      ...(trended ? ['years-until-column'] : []),
    ],
    className: 'compact cities',
  };
};
