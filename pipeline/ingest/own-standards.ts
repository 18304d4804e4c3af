import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import type { Finding } from '../types.ts';
import type { TableSchema } from './schema.ts';

const FOLDER = 'standards/';
/** Named by the tables of standards/; a folder of one's own may bring its own sources, which are added. */
const SOURCES = 'sources.csv';

type OwnStandards = Readonly<{
  /** By the path of the table it stands in for: the file to read instead. */
  files: ReadonlyMap<string, string>;
  /** By the path of the table they are added to. */
  added: ReadonlyMap<string, string>;
  findings: readonly Finding[];
}>;

/**
 * A folder whose tables stand in for those of data/standards, for another country's limits or other rules: any of the file
 * names of data/standards, each whole, in the same columns; and sources.csv, whose rows are added to the project's.
 * A folder that is not there, and a file of another name, are errors with the names that are known.
 */
export function ownStandards(dir: string | null, schemas: readonly TableSchema[]): OwnStandards {
  if (dir === null) return { files: new Map(), added: new Map(), findings: [] };
  const known = new Map(
    schemas
      .filter((schema) => schema.path.startsWith(FOLDER))
      .map((schema) => [schema.path.slice(FOLDER.length), schema.path]),
  );
  const wrong = (message: string): Finding => ({
    severity: 'error',
    rule: 'own-standards',
    file: dir,
    row: null,
    message,
    remedy: `--standards takes a folder with any of ${[...known.keys(), SOURCES].join(', ')}; data/README.md has their columns.`,
  });
  const found = existsSync(dir) ? readdirSync(dir).filter((name) => name.endsWith('.csv')) : null;
  if (found === null) return { files: new Map(), added: new Map(), findings: [wrong(`There is no folder ${dir}.`)] };
  const files = new Map(
    found.flatMap((name) => {
      const table = known.get(name);
      return table ? [[table, path.join(dir, name)] as const] : [];
    }),
  );
  const strange = found.filter((name) => name !== SOURCES && !known.has(name));
  return {
    files,
    added: found.includes(SOURCES) ? new Map([[SOURCES, path.join(dir, SOURCES)]]) : new Map(),
    findings: [
      ...(found.length === 0 ? [wrong(`${dir} holds no table.`)] : []),
      ...strange.map((name) => wrong(`${path.join(dir, name)} is no table of standards.`)),
    ],
  };
}
