import { ChinaAirError } from '../errors.ts';
import type { City, Finding, Province } from '../types.ts';
import { CityIndex } from './city-index.ts';
import { type Row, readTable } from './read-table.ts';
import { readSchemas } from './schema.ts';

export function parseProvinces(rows: readonly Row[]): Province[] {
  return rows.map((row) => ({ code: row.text('code'), name: row.bilingual('name'), short: row.bilingual('short') }));
}

/** Cities in the order of their GB/T 2260 codes. Errors: unknown-province (exit 1). */
export function parseCities(rows: readonly Row[], provinces: readonly Province[]): City[] {
  const byCode = new Map(provinces.map((province) => [province.code, province]));
  return rows.map((row) => {
    const province = byCode.get(row.text('province_code'));
    if (!province) {
      throw new ChinaAirError({
        code: 'unknown-province',
        exit: 1,
        message: `cities.csv row ${row.at}: province ${row.text('province_code')} is not in provinces.csv.`,
        remedy: 'Correct the code, or add the province.',
      });
    }
    return {
      code: row.text('code'),
      name: row.bilingual('name'),
      short: row.bilingual('short'),
      province,
      level: row.text('level') === 'municipality' ? 'municipality' : 'prefecture',
      lon: row.numberOrNull('lon'),
      lat: row.numberOrNull('lat'),
      population: row.numberOrNull('population_10k_2017'),
      validFrom: row.numberOrNull('valid_from'),
      validTo: row.numberOrNull('valid_to'),
      aliases: row.list('aliases'),
    };
  });
}

type Cities = Readonly<{ provinces: readonly Province[]; index: CityIndex; findings: readonly Finding[] }>;

export { CityIndex, type Resolved } from './city-index.ts';

/** Reads provinces.csv, cities.csv and city-not-assessed.csv of a data folder. */
export function readCities(dataDir: string): Cities {
  const schemas = readSchemas(dataDir);
  const table = (path: string) => {
    const schema = schemas.get(path);
    if (schema) return readTable(dataDir, schema);
    throw new ChinaAirError({
      code: 'no-schema',
      exit: 1,
      message: `datapackage.json does not describe ${path}.`,
      remedy: `Add ${path} to the resources of datapackage.json.`,
    });
  };
  const [listed, assessed, others] = [table('provinces.csv'), table('cities.csv'), table('city-not-assessed.csv')];
  const provinces = parseProvinces(listed.rows);
  const notAssessed = new Map(others.rows.map((row) => [row.text('name_zh'), row.text('reason')]));
  return {
    provinces,
    index: new CityIndex(parseCities(assessed.rows, provinces), notAssessed),
    findings: [listed, assessed, others].flatMap((read) => read.findings),
  };
}
