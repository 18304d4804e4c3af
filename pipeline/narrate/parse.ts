import Handlebars from 'handlebars';
import { lineCounter } from '../line-counter.ts';
import type { Finding } from '../types.ts';

/** A template as Handlebars understands it, or why it does not. */
export type Parsed = Readonly<{ program: hbs.AST.Program | null; finding: Finding | null }>;

const AT_LINE = /(?:on line |- )(\d+)/;

/** Handlebars draws the text with an arrow under the fault; the last line says what it wanted. */
function inWords(message: string): string {
  const [, open, close] = /^(\S+) doesn't match (\S+) - /.exec(message) ?? [];
  if (open) return `{{#${open}}} is closed by {{/${close}}}.`;
  const [, got] = /got '([^']+)'/.exec(message) ?? [];
  if (got === 'EOF') return 'A block is opened and not closed before the end.';
  if (got === 'OPEN_ENDBLOCK') return 'A block is closed that is not open.';
  const [, drawn = '', ,] = /on line \d+:\n(.*)\n(-*\^)\n/.exec(message) ?? [];
  return drawn ? `It cannot be read at “${drawn.trim()}”.` : message.replace(/\s*\n\s*/g, ' ');
}

/** The block left open last: where a parser that reads to the end cannot say. */
function lineOfOpen(source: string): number | null {
  const open: { name: string; line: number }[] = [];
  const lineOf = lineCounter(source);
  for (const mark of source.matchAll(/\{\{~?([#/])\s*([\w-]+)/g)) {
    const line = lineOf(mark.index);
    const [, sign, name = ''] = mark;
    if (sign === '#') open.push({ name, line });
    else if (open.at(-1)?.name === name) open.pop();
  }
  return open.at(-1)?.line ?? null;
}

/** Parses a template. A fault is a finding with its file and line, so that the other templates are read all the same. */
export function parseTemplate(source: string, file: string): Parsed {
  try {
    return { program: Handlebars.parse(source), finding: null };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const unclosed = /got 'EOF'/.test(message) ? lineOfOpen(source) : null;
    return {
      program: null,
      finding: {
        severity: 'error',
        rule: 'template',
        file,
        row: unclosed ?? Number(AT_LINE.exec(message)?.[1] ?? 1),
        message: inWords(message),
        remedy: 'Close every block by its own name, and write words as "…": templates/README.md shows the language.',
      },
    };
  }
}
