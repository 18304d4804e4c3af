import { createHash } from 'node:crypto';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';

const ENTRY = path.join(path.dirname(fileURLToPath(import.meta.url)), 'browser/register.ts');

let made: string | undefined;

/** The script of the web page: what is under browser/, in one piece that a browser reads as it stands. */
export function webScript(): string {
  made ??= buildSync({
    entryPoints: [ENTRY],
    bundle: true,
    format: 'iife',
    target: 'es2020',
    charset: 'utf8',
    write: false,
    // Names of source files would differ from machine to machine.
    minifyWhitespace: true,
  })
    .outputFiles.map(({ text }) => text.trim())
    .join('');
  return made;
}

/** What a page with this script may do: nothing is loaded from anywhere, and no other script runs. */
export function contentPolicy(script: string): string {
  const hash = createHash('sha256').update(script).digest('base64');
  return `default-src 'none'; img-src data:; style-src 'unsafe-inline'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
}
