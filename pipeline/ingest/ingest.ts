import type { Data, Finding } from '../types.ts';
import { parseCityMonths, parseCityYears } from './air.ts';
import { parseCities, parseProvinces } from './cities.ts';
import { correct, strayCorrections } from './corrections.ts';
import { parsePolicies, parseTargets } from './policies.ts';
import { parsePublished } from './published.ts';
import { type Row, readTable, type Table } from './read-table.ts';
import { brokenReferences } from './references.ts';
import { readSchemas } from './schema.ts';
import { parseScopes, parseSources } from './scopes.ts';
import { parseBasisBreaks, parseBreakpoints, parseGuidelines, parseLimits } from './standards.ts';

export type Ingested = Readonly<{
  data: Data;
  findings: readonly Finding[];
  tables: readonly Readonly<{ path: string; rows: number }>[];
}>;

/**
 * Reads every table that datapackage.json describes, validates it, applies the corrections, checks what refers to what, and
 * parses the rows into domain values. Bad rows are left out and listed; the caller decides whether to go on.
 */
export function ingest(dataDir: string): Ingested {
  const schemas = readSchemas(dataDir);
  const csv = [...schemas.values()].filter(({ path }) => path.endsWith('.csv'));
  const raw = new Map<string, Table>(csv.map((schema) => [schema.path, readTable(dataDir, schema)]));
  const corrections = raw.get('corrections.csv')?.rows ?? [];
  const tables = new Map(
    csv.map((schema) => [schema.path, correct(raw.get(schema.path) as Table, schema, corrections)]),
  );
  const rows = (path: string): readonly Row[] => tables.get(path)?.rows ?? [];

  const provinces = parseProvinces(rows('provinces.csv'));
  const data: Data = {
    provinces,
    cities: parseCities(rows('cities.csv'), provinces),
    scopes: parseScopes(rows('scopes.csv'), rows('cohorts.csv')),
    sources: parseSources(rows('sources.csv')),
    cityYears: parseCityYears(rows('air/city-year.csv')),
    cityMonths: parseCityMonths(rows('air/city-month.csv')),
    published: parsePublished(rows('air/published.csv')),
    policies: parsePolicies(rows('policies/policies.csv')),
    targets: parseTargets(rows('policies/targets.csv')),
    limits: parseLimits(rows('standards/limits.csv')),
    breakpoints: parseBreakpoints(rows('standards/aqi-breakpoints.csv')),
    guidelines: parseGuidelines(rows('standards/who-guidelines.csv')),
    basisBreaks: parseBasisBreaks(rows('standards/basis-breaks.csv')),
  };
  const findings = [
    ...[...tables.values()].flatMap((table) => table.findings),
    ...strayCorrections(corrections, [...tables.keys()]),
    ...brokenReferences(tables, schemas),
  ];
  return {
    data,
    findings,
    tables: [...tables.values()].map((table) => ({ path: table.path, rows: table.rows.length })),
  };
}
