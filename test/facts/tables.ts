import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import type { Tables } from '../../pipeline/facts/lineage.ts';

type Resource = Readonly<{ path: string; schema?: Readonly<{ fields: readonly Readonly<{ name: string }>[] }> }>;

/** Tables a fact may name as a whole or by row; the cities' measurements are named city by city. */
export function tablesOf(dataDir: string): Tables {
  const { resources } = JSON.parse(readFileSync(`${dataDir}/datapackage.json`, 'utf8')) as {
    resources: readonly Resource[];
  };
  return new Map(
    resources.flatMap(({ path, schema }) => {
      if (!schema || path.startsWith('air/city-') || path.startsWith('air/archive')) return [];
      const rows = parse(readFileSync(`${dataDir}/${path}`, 'utf8'), { from_line: 2 }) as string[][];
      const keys = new Set(rows.map(([first = '']) => first));
      return [[path, { columns: schema.fields.map(({ name }) => name), keys }] as const];
    }),
  );
}
