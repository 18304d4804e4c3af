import { existsIn } from '../../assess/scopes.ts';
import type { Context } from '../context.ts';
import type { TableBuilder, TableCell } from '../table.ts';
import { COVERED } from './coverage.ts';

/** The share of the cities that must have a full year before changes are counted from it. */
const FULL = 0.9;

/** The first year for which nearly all cities have a value of PM2.5. */
export function firstFullYear({ facts, edition }: Context): number | null {
  const years = facts
    .where({ origin: 'computed', scope: edition.scopes.nation, subject: 'pm25', statistic: 'annual-mean' })
    .filter(({ period, n, of }) => /^\d{4}$/.test(period) && n !== null && of !== null && n / of >= FULL)
    .map(({ period }) => Number(period));
  return years.length ? Math.min(...years) : null;
}

/** Every city of the year assessed by province: what the bulletins assess, and the change of PM2.5. */
export const citiesAll: TableBuilder = (context) => {
  const { data, edition, facts } = context;
  const { year, previousYear } = edition;
  const cities = data.cities.filter((city) => existsIn(city, year));
  const id = (code: string, statistic: string, period: string | number) => `computed.${code}.${statistic}.${period}`;
  const first = firstFullYear(context);
  const bases = [...new Set([previousYear, ...(first === null ? [] : [first])])].filter((base) =>
    cities.some(({ code }) => facts.has(id(code, 'pm25.annual-mean', `${year}-vs-${base}`))),
  );
  const value = (code: string, { key, id: statistic }: (typeof COVERED)[number]): TableCell => {
    const computed = facts.find(id(code, statistic, year));
    if (computed && computed.value !== null) return { fact: computed.id, decimals: key === 'co-p95' ? 1 : 0 };
    // A published figure stands in where the archive has none, with a mark.
    const published = `published.${code}.${statistic}.${year}`;
    if (facts.has(published)) return { fact: published, mark: 'published' };
    return { fact: computed?.id ?? `none.${code}.${statistic}`, absent: 'not-in-archive' };
  };
  const sources = new Set<string>();
  for (const { code } of cities)
    for (const source of facts.find(id(code, 'pm25.annual-mean', year))?.sources ?? []) sources.add(source);
  return {
    columns: [
      { key: 'city' },
      ...COVERED.map(({ key }) => ({ key, numeric: true })),
      ...bases.map((base) => ({
        key: base === previousYear ? 'change-on-year-before' : 'change-since-first',
        label: context.strings.get('column.change-on').replace('{}', String(base)),
        numeric: true,
      })),
    ],
    rows: data.provinces.flatMap((province) => {
      const own = cities.filter((city) => city.province.code === province.code);
      if (own.length === 0) return [];
      return [
        { group: province.name },
        ...own.map(({ code, short }) => ({
          head: { text: short },
          cells: [
            ...COVERED.map((column) => value(code, column)),
            ...bases.map((base) => ({
              fact: id(code, 'pm25.annual-mean', `${year}-vs-${base}`),
              form: 'signed' as const,
              bare: true,
              absent: 'no-pair',
            })),
          ],
          anchor: `city-${code}`,
        })),
      ];
    }),
    sources: [...sources],
    notes: [
      'cities-all',
      ...(bases.length && year === 2018 ? ['mixed-basis-column'] : []),
      ...(bases.length ? ['method-change-column'] : []),
    ],
    className: 'compact cities',
  };
};
