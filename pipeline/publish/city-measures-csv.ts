import { stringify } from 'csv-stringify/sync';
import { type CityEffort, cityEfforts } from '../assess/effort.ts';
import { type Data, type Edition, type Policy, SECTORS } from '../types.ts';

const COLUMNS = [
  ...['city_code', 'city_en', 'city_zh', 'year', 'sector'],
  ...['own', 'province', 'region', 'nation', 'coverage', 'assessable'],
];

function rowsOf({ city, year, own, province, region, nation, covered, assessable }: CityEffort): (string | number)[][] {
  return ['all', ...SECTORS].map((sector) => {
    const count = (records: readonly Policy[]) =>
      sector === 'all' ? records.length : records.filter(({ sectors }) => sectors.some((one) => one === sector)).length;
    return [
      ...[city.code, city.short.en, city.short.zh, year, sector],
      assessable && own.length > 0 ? count(own) : '',
      assessable ? count(province) : '',
      ...[count(region), count(nation), covered.length, assessable ? 'yes' : 'no'],
    ];
  });
}

/**
 * Records of the register in force for each city on 31 December of every year from the baseline to the one assessed, in all and by
 * sector, where one of two sectors counts in both. `coverage`: the sectors with a record of the city or its province; too
 * few and the city is not `assessable`, and `own` and `province` are empty, as `own` is where the register has none of the city.
 */
export function cityMeasuresCsv(data: Data, { year, baselineYear }: Pick<Edition, 'year' | 'baselineYear'>): string {
  const years = Array.from({ length: year - baselineYear + 1 }, (_, i) => baselineYear + i);
  return stringify([COLUMNS, ...years.flatMap((y) => cityEfforts(data, y).flatMap(rowsOf))]);
}
