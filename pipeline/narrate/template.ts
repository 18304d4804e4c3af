import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Context } from './context.ts';

/** A template's text; a missing one is an error finding, since a chapter never disappears silently. */
export function readTemplate(templatesDir: string, file: string, context: Context): string | null {
  const at = path.join(templatesDir, file);
  if (existsSync(at)) return readFileSync(at, 'utf8');
  context.findings.push({
    severity: 'error',
    rule: 'template-missing',
    file,
    row: null,
    message: `There is no ${file}, which edition.json names.`,
    remedy: 'Write it, or take the chapter out of edition.json: every chapter stands in every language.',
  });
  return null;
}
