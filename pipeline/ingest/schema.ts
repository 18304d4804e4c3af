import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { ChinaAirError } from '../errors.ts';

/**
 * The tables' columns as data/datapackage.json states them (Frictionless Data Package): the one place where names, types,
 * units, keys and allowed values stand. Ingest validates with it, data/README.md explains it.
 */
const Field = z.looseObject({
  name: z.string(),
  type: z.enum(['string', 'integer', 'number', 'boolean', 'date', 'year', 'any']),
  constraints: z
    .looseObject({
      required: z.boolean().optional(),
      unique: z.boolean().optional(),
      enum: z.array(z.union([z.string(), z.number()])).optional(),
      pattern: z.string().optional(),
      minimum: z.union([z.number(), z.string()]).optional(),
      maximum: z.union([z.number(), z.string()]).optional(),
    })
    .optional(),
  'china-air:list': z.string().optional(),
});

const ForeignKey = z.looseObject({
  fields: z.union([z.string(), z.array(z.string())]),
  reference: z.looseObject({ resource: z.string(), fields: z.union([z.string(), z.array(z.string())]) }),
});

const Resource = z.looseObject({
  name: z.string(),
  path: z.string(),
  schema: z
    .looseObject({
      fields: z.array(Field),
      primaryKey: z.union([z.string(), z.array(z.string())]).optional(),
      foreignKeys: z.array(ForeignKey).optional(),
    })
    .optional(),
});

const Package = z.looseObject({ name: z.string(), resources: z.array(Resource) });

export type FieldSchema = z.infer<typeof Field>;
export type TableSchema = Readonly<{
  /** Path of the table inside the data folder. */
  path: string;
  fields: readonly FieldSchema[];
  primaryKey: readonly string[];
  /** Columns whose values must stand in a column of another table. */
  references: readonly Readonly<{ column: string; table: string; to: string }>[];
}>;

/** Schemas by path (`cities.csv`, `air/city-year.csv`). Errors: no-datapackage, bad-datapackage (exit 1). */
export function readSchemas(dataDir: string): ReadonlyMap<string, TableSchema> {
  const file = path.join(dataDir, 'datapackage.json');
  let parsed: unknown;
  try {
    parsed = JSON.parse(readFileSync(file, 'utf8'));
  } catch (cause) {
    throw new ChinaAirError({
      code: 'no-datapackage',
      exit: 1,
      message: `${file} cannot be read: ${cause instanceof Error ? cause.message : String(cause)}`,
      remedy: 'Point --data at a folder with a datapackage.json that describes its tables.',
      cause,
    });
  }
  const result = Package.safeParse(parsed);
  if (!result.success) {
    throw new ChinaAirError({
      code: 'bad-datapackage',
      exit: 1,
      message: `${file} is no data package: ${z.prettifyError(result.error)}`,
      remedy: 'See https://specs.frictionlessdata.io/data-package/ for its form.',
    });
  }
  const pathOf = new Map(result.data.resources.map((resource) => [resource.name, resource.path]));
  const tables = result.data.resources.flatMap(({ path: at, schema }) => {
    if (!schema) return [];
    const references = (schema.foreignKeys ?? []).flatMap(({ fields, reference }) => {
      const [columns, targets] = [[fields].flat(), [reference.fields].flat()];
      return columns.map((column, i) => ({
        column,
        table: pathOf.get(reference.resource) ?? at,
        to: targets[i] ?? column,
      }));
    });
    return [{ path: at, fields: schema.fields, primaryKey: [schema.primaryKey ?? []].flat(), references }];
  });
  return new Map(tables.map((table) => [table.path, table]));
}
