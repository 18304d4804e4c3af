import { assess } from '../../pipeline/assess/assess.ts';
import type { CityYear, Data, Fact, Standards } from '../../pipeline/types.ts';
import { city, cityYear, data, edition, scope } from '../build.ts';

/** What a city's year is given as: means of PM2.5, PM10, SO2, NO2, CO-P95, O3-8h-P90. */
export type Six = Readonly<Record<'pm25' | 'pm10' | 'so2' | 'no2' | 'co' | 'o3', number>>;

const STATISTIC = { co: 'p95-daily', o3: 'p90-mda8' } as const;

const rowsOf = (code: string, year: number, six: Six) =>
  Object.entries(six).map(([subject, value]) =>
    cityYear(code, year, value, {
      subject: subject as CityYear['subject'],
      statistic: subject === 'co' || subject === 'o3' ? STATISTIC[subject] : 'annual-mean',
      basis: 'actual-298K',
    }),
  );

/** Cities with the same figures in each of the years, assessed by these standards: the facts by id, and the ranking. */
export function assessed(
  cities: Readonly<Record<string, Six>>,
  years: readonly number[],
  standards: Standards,
  parts: Partial<Data> = {},
) {
  const codes = Object.keys(cities);
  const year = Math.max(...years);
  const all = data({
    cities: codes.map((code) => city(code)),
    scopes: [scope('CN-2', codes, { kind: 'nation' })],
    cityYears: years.flatMap((of) => Object.entries(cities).flatMap(([code, six]) => rowsOf(code, of, six))),
    ...standards,
    ...parts,
  });
  const { facts, rankings } = assess(
    all,
    edition({
      ...{ id: String(year), year, previousYear: year - 1, baselineYear: year - 1 },
      scopes: { nation: 'CN-2', key: 'CN-2', regions: [] },
    }),
  );
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  return { all, rankings, fact: (id: string): Fact | undefined => byId.get(`computed.${id}`), byId };
}
