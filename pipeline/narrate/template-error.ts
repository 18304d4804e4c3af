import type { Finding } from '../types.ts';

/** Where in a template a helper stands (Handlebars gives it with every call). */
export type Place = Readonly<{ file: string; line: number }>;

/** An error of a template, with file and line; collected, so that one run shows them all. */
export function templateError(place: Place, rule: string, message: string, remedy: string): Finding {
  return { severity: 'error', rule, file: place.file, row: place.line, message, remedy };
}

/** What an editor left open: a warning in a draft, an error in a final edition. */
export function openPlaceholder(what: string, place: Place, draft: boolean): Finding {
  return {
    severity: draft ? 'warn' : 'error',
    rule: 'placeholder',
    file: place.file,
    row: place.line,
    message: `“${what}” is a placeholder that nobody has approved.`,
    remedy: 'Write what is missing, or approve it with approved="your name".',
  };
}
