import { stringify } from 'csv-stringify/sync';
import type { Assessment, Data, TwinSet } from '../types.ts';

const COLUMNS = [
  'city_code',
  'city_en',
  'city_zh',
  'from',
  'to',
  'start',
  'end',
  'change',
  'twin_rank',
  'twin_code',
  'twin_en',
  'twin_zh',
  'twin_start',
  'twin_end',
  'twin_change',
  'distance',
  'measures',
  'note',
];

const REASONS: Readonly<Record<string, string>> = {
  'twins-none-alike': 'no twin: no city with steady data started alike',
  'twins-few-alike': 'no twin: none of the few that started alike improved more',
  'twins-few-better': 'no twin: none of those that started alike improved more',
  short: 'the city’s own data are not steady: a year lacks days',
  'above-pm10': 'the city’s own data are not steady: PM2.5 is above PM10 in one of the years',
  swung: 'the city’s own data are not steady: the mean swung as the archive changed',
  leapt: 'the city’s own data are not steady: the mean leapt as the archive changed',
};

/**
 * Every city compared, a row for each of its twins, or one with empty cells where it has none: PM2.5 in µg/m³ in the first and
 * last year, changes in %, all unrounded (10 significant digits); the distance (0: started alike, 1: as unlike as by chance); ids of the policies
 * in force in between, joined by `|`; and in the note what is missing in the comparison, or why there is no twin.
 */
export function twinsCsv(
  { cities }: Pick<Data, 'cities'>,
  { facts, twins }: Pick<Assessment, 'facts' | 'twins'>,
): string {
  const names = new Map(cities.map(({ code, short }) => [code, short]));
  const values = new Map(facts.map(({ id, value }) => [id, value]));
  const name = (code: string) => [code, names.get(code)?.en ?? '', names.get(code)?.zh ?? ''];
  const number = (id: string) => {
    const value = values.get(id) ?? null;
    return value === null ? '' : String(Number(value.toPrecision(10)));
  };
  const figures = ({ start, end, change }: Pick<TwinSet, 'start' | 'end' | 'change'>) =>
    [start, end, change].map(number);
  const rows = twins.flatMap((set) => {
    const own = [...name(set.code), String(set.from), String(set.to), ...figures(set)];
    const unsteady = set.unsteady === null ? [] : [REASONS[set.unsteady] ?? set.unsteady];
    if (set.twins.length === 0) {
      const why = [REASONS[set.reason ?? ''] ?? '', ...unsteady].filter(Boolean).join('; ');
      return [[...own, ...Array.from({ length: COLUMNS.length - own.length - 1 }, () => ''), why]];
    }
    return set.twins.map((twin, i) => [
      ...own,
      String(i + 1),
      ...name(twin.code),
      ...figures(twin),
      number(twin.distance),
      twin.measures.join('|'),
      [...unsteady, ...twin.missing.map((part) => `not compared: ${part}`)].join('; '),
    ]);
  });
  return stringify([COLUMNS, ...rows]);
}
