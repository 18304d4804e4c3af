import { closeSync, existsSync, openSync, readdirSync, readFileSync, readSync } from 'node:fs';
import path from 'node:path';
import { crc32 } from 'node:zlib';

/** A checksum of texts: the same texts in the same order, the same checksum. */
export const stampOf = (...parts: readonly string[]): string => crc32(parts.join('\n')).toString(16);

const CHUNK = 1 << 20;

/** A checksum of a file's bytes, without ever holding the file; '' where there is none. */
export function checksumOf(file: string): string {
  if (!existsSync(file)) return '';
  const handle = openSync(file, 'r');
  try {
    const chunk = Buffer.allocUnsafe(CHUNK);
    let sum = 0;
    for (let got = readSync(handle, chunk); got > 0; got = readSync(handle, chunk)) {
      sum = crc32(chunk.subarray(0, got), sum);
    }
    return sum.toString(16);
  } finally {
    closeSync(handle);
  }
}

let program: string | null = null;

/** A checksum of the program itself: another program, another result. */
export function programChecksum(): string {
  program ??= sumOfProgram();
  return program;
}

function sumOfProgram(): string {
  const { filename, dirname: here } = import.meta;
  // Bundled (scripts/lean.mjs) the program is the files of its folder.
  const folders = filename.endsWith('.ts') ? SOURCES.map((folder) => path.join(here, folder)) : [here];
  const files = folders.flatMap((folder) =>
    readdirSync(folder)
      .filter((name) => /\.(ts|mjs)$/.test(name))
      .map((name) => path.join(folder, name)),
  );
  return files
    .sort()
    .reduce((sum, file) => crc32(readFileSync(file), sum), 0)
    .toString(16);
}

const SOURCES = ['.', 'hourly', '..', '../standards', '../ingest'];
