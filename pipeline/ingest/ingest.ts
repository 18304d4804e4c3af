import path from 'node:path';
import type { Choices } from '../standards/options.ts';
import type { Data, Finding } from '../types.ts';
import { parseCityMonths, parseCityYears } from './air.ts';
import { parseCities, parseProvinces } from './cities.ts';
import { correct, strayCorrections } from './corrections.ts';
import { parseOutcomes } from './outcomes.ts';
import { ownStandards } from './own-standards.ts';
import { parsePolicies, parseTargets } from './policies.ts';
import { parsePublished } from './published.ts';
import { type Row, readTable, type Table } from './read-table.ts';
import { brokenReferences, unusedSources } from './references.ts';
import { readSchemas } from './schema.ts';
import { parseScopes, parseSources } from './scopes.ts';
import {
  parseAssessmentRules,
  parseBasisBreaks,
  parseBreakpoints,
  parseGuidelines,
  parseLimits,
  parseRankingRules,
} from './standards.ts';

export type Ingested = Readonly<{
  data: Data;
  findings: readonly Finding[];
  tables: readonly Readonly<{ path: string; rows: number }>[];
}>;

/** What a person may have chosen instead of the tables and rules as shipped. */
type Instead = Readonly<{
  /** A folder whose tables stand in for those of standards/, see own-standards.ts; null: none. */
  standardsDir?: string | null;
  choices?: Partial<Choices>;
  /** Reads a table; whoever ingests again and again may keep those whose files are the same. */
  read?: typeof readTable;
}>;

/**
 * Reads every table that datapackage.json describes, validates it, applies the corrections, checks what refers to what, and
 * parses the rows into domain values. Bad rows are left out and listed; the caller decides whether to go on.
 */
export function ingest(
  dataDir: string,
  { standardsDir = null, choices = {}, read = readTable }: Instead = {},
): Ingested {
  const schemas = readSchemas(dataDir);
  const csv = [...schemas.values()].filter((schema) => schema.path.endsWith('.csv'));
  const own = ownStandards(standardsDir, csv);
  const raw = new Map<string, Table>(
    csv.map((schema) => {
      const table = read(dataDir, schema, own.files.get(schema.path) ?? path.join(dataDir, schema.path));
      const more = own.added.get(schema.path);
      return [schema.path, more ? withRowsOf(table, read(dataDir, schema, more)) : table];
    }),
  );
  const corrections = raw.get('corrections.csv')?.rows ?? [];
  const tables = new Map(
    csv.map((schema) => {
      const table = raw.get(schema.path) as Table;
      // Corrections mend the project's own tables, not those that stand in for them.
      return [schema.path, own.files.has(schema.path) ? table : correct(table, schema, corrections)];
    }),
  );
  const rows = (name: string): readonly Row[] => tables.get(name)?.rows ?? [];

  const provinces = parseProvinces(rows('provinces.csv'));
  const policies = parsePolicies(rows('policies/policies.csv'), rows('policies/themes.csv'));
  const data: Data = {
    provinces,
    cities: parseCities(rows('cities.csv'), provinces),
    scopes: parseScopes(rows('scopes.csv'), rows('cohorts.csv')),
    sources: parseSources(rows('sources.csv')),
    cityYears: parseCityYears(rows('air/city-year.csv')),
    cityMonths: parseCityMonths(rows('air/city-month.csv')),
    published: parsePublished(rows('air/published.csv')),
    policies,
    targets: parseTargets(rows('policies/targets.csv'), policies),
    outcomes: parseOutcomes(rows('policies/outcomes.csv')),
    limits: parseLimits(rows('standards/limits.csv')),
    breakpoints: parseBreakpoints(rows('standards/aqi-breakpoints.csv')),
    guidelines: parseGuidelines(rows('standards/who-guidelines.csv')),
    basisBreaks: parseBasisBreaks(rows('standards/basis-breaks.csv')),
    assessmentRules: parseAssessmentRules(rows('standards/assessment-rules.csv')),
    rankingRules: parseRankingRules(rows('standards/ranking-rules.csv')),
    ...(choices.comparison ? { comparison: choices.comparison } : {}),
  };
  const findings = [
    ...own.findings,
    ...[...tables.values()].flatMap((table) => table.findings),
    ...strayCorrections(corrections, [...tables.keys()]),
    ...brokenReferences(tables, schemas),
    ...unusedSources(tables, schemas),
  ];
  return {
    data,
    findings,
    tables: [...tables.values()].map((table) => ({ path: table.path, rows: table.rows.length })),
  };
}

const withRowsOf = (table: Table, more: Table): Table => ({
  ...table,
  rows: [...table.rows, ...more.rows],
  findings: [...table.findings, ...more.findings],
});
