import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Tables } from './tables.ts';

/**
 * The tables of a data folder, read once for the same checksum: reading them takes as long as starting the program, and what
 * reads them need not even be loaded.
 *
 * @param sum of the tables and the program
 */
export async function keptTables(dataDir: string, cacheDir: string | null, sum: string): Promise<Tables> {
  const read = async () => (await import('./tables.ts')).readTables(dataDir);
  if (cacheDir === null) return read();
  const file = path.join(cacheDir, 'tables.json');
  try {
    const kept = JSON.parse(readFileSync(file, 'utf8')) as { sum: string; tables: Tables };
    if (kept.sum === sum) return kept.tables;
  } catch {
    // There is none yet, or none that can be read.
  }
  const tables = await read();
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(`${file}.${process.pid}.new`, JSON.stringify({ sum, tables }));
  renameSync(`${file}.${process.pid}.new`, file);
  return tables;
}
