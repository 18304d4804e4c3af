import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { filesOfYear, type YearParts } from './year.ts';

/** What a year is made by: the generator's own files, and its network and tables. A year made by anything else is made again. */
function versionOf({ network, index }: YearParts): string {
  const own = import.meta.dirname;
  const hash = createHash('sha256').update(JSON.stringify([network, index]));
  for (const name of readdirSync(own).sort()) hash.update(readFileSync(path.join(own, name)));
  return hash.digest('hex').slice(0, 16);
}

export type MadeYear = Readonly<{ dir: string; files: number; bytes: number; made: boolean }>;

/**
 * A year of files in a folder of its own under the cache. Reused when its stamp, which is written last, is that of this
 * generator and seed, and the files are as many and as long as it says.
 */
export function cachedYear(cacheDir: string, parts: YearParts): MadeYear {
  const { seed, year, days = null } = parts;
  const name = days === null ? String(year) : `${year}-${days}`;
  const dir = path.join(cacheDir, name);
  const stampFile = path.join(cacheDir, `${name}.json`);
  const wanted = { version: versionOf(parts), seed, year, days };
  const stampOf = () => `${JSON.stringify({ ...wanted, ...sizeOf(dir) })}\n`;
  if (existsSync(stampFile) && existsSync(dir) && readFileSync(stampFile, 'utf8') === stampOf()) {
    return { dir, ...sizeOf(dir), made: false };
  }
  rmSync(stampFile, { force: true });
  rmSync(dir, { recursive: true, force: true });
  mkdirSync(dir, { recursive: true });
  for (const file of filesOfYear(parts)) writeFileSync(path.join(dir, file.name), file.bytes);
  writeFileSync(stampFile, stampOf());
  return { dir, ...sizeOf(dir), made: true };
}

function sizeOf(dir: string): { files: number; bytes: number } {
  const sizes = readdirSync(dir).map((name) => statSync(path.join(dir, name)).size);
  return { files: sizes.length, bytes: sizes.reduce((sum, size) => sum + size, 0) };
}
