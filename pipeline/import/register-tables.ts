import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'csv-parse/sync';
import { ChinaAirError } from '../errors.ts';
import { parseCities, parseProvinces } from '../ingest/cities.ts';
import { parsePolicies } from '../ingest/policies.ts';
import { type Row, readTable } from '../ingest/read-table.ts';
import { readSchemas, type TableSchema } from '../ingest/schema.ts';
import { parseScopes } from '../ingest/scopes.ts';
import type { At, Policy } from '../types.ts';
import type { Areas } from './judge.ts';
import { Places } from './places.ts';
import type { Known } from './read-row.ts';

const POLICIES = 'policies/policies.csv';

/** A record as the table has it, by column: what is written back is what was read. */
export type Written = Readonly<Record<string, string>>;
export type Register = Readonly<{
  file: string;
  schema: TableSchema;
  header: readonly string[];
  records: ReadonlyMap<string, Written>;
  policies: readonly At<Policy>[];
  areas: Areas;
  known: Known;
}>;

/**
 * The register and the tables it refers to. Errors, exit 1: no-schema, bad-table, since rows that cannot be read would be
 * lost in writing.
 */
export function readRegister(dataDir: string): Register {
  const schemas = readSchemas(dataDir);
  const schemaOf = (name: string): TableSchema => {
    const schema = schemas.get(name);
    if (schema) return schema;
    const message = `datapackage.json does not describe ${name}.`;
    throw new ChinaAirError({ code: 'no-schema', exit: 1, message, remedy: `Add ${name} to its resources.` });
  };
  const rowsOf = (name: string): readonly Row[] => {
    const { rows, findings } = readTable(dataDir, schemaOf(name));
    const [first] = findings;
    if (!first) return rows;
    const message = `${first.file}${first.row === null ? '' : `:${first.row}`}: ${first.message}`;
    throw new ChinaAirError({ code: 'bad-table', exit: 1, message, remedy: `${first.remedy} Nothing was imported.` });
  };
  const policies = parsePolicies(rowsOf(POLICIES));
  const file = path.join(dataDir, POLICIES);
  const [header = [], ...records]: string[][] = parse(readFileSync(file), { bom: true, skip_empty_lines: true });
  const written = records.map((record) => Object.fromEntries(header.map((name, i) => [name, record[i] ?? ''])));
  const [provinceRows, cities, scopes] = [rowsOf('provinces.csv'), rowsOf('cities.csv'), rowsOf('scopes.csv')];
  const provinces = parseProvinces(provinceRows);
  const sources = rowsOf('sources.csv');
  return {
    ...{ file, header, policies, schema: schemaOf(POLICIES) },
    records: new Map(written.map((record) => [record.id ?? '', record])),
    areas: { provinces, cities: parseCities(cities, provinces), scopes: parseScopes(scopes, []) },
    known: {
      places: new Places({ scopes, provinces: provinceRows, cities }),
      sources: new Set(sources.map((row) => row.text('id'))),
      sourceAt: new Map(sources.map((row) => [row.text('where'), row.text('id')])),
    },
  };
}
