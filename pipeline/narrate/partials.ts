import { readFileSync } from 'node:fs';
import path from 'node:path';
import type Handlebars from 'handlebars';
import { partialFiles } from '../edition-files.ts';
import type { Context } from './context.ts';
import { parseTemplate } from './parse.ts';

/** The template that is being filled: helpers report their errors with it. */
export type Reading = { file: string };

/**
 * Makes the partials of an edition known: its own, and the shared ones it does not replace. While one is filled, errors carry
 * its name. One that has not been parsed, or that comes back to itself, is filled with nothing: the checks of templates name
 * both (checks/partials.ts).
 */
export function registerPartials(
  handlebars: typeof Handlebars,
  templatesDir: string,
  context: Context,
  reading: Reading,
): void {
  const open = new Set<string>();
  for (const [name, file] of partialFiles(templatesDir, context.edition.folder)) {
    const { program, finding } = parseTemplate(readFileSync(path.join(templatesDir, file), 'utf8'), file);
    if (finding) context.findings.push(finding);
    const filled = program && handlebars.compile(program);
    handlebars.registerPartial(name, (input: object, options?: Handlebars.RuntimeOptions) => {
      if (!filled || open.has(name)) return '';
      const before = reading.file;
      open.add(name);
      reading.file = file;
      try {
        return filled(input, options);
      } finally {
        reading.file = before;
        open.delete(name);
      }
    });
  }
}
