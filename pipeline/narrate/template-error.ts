import type { Finding } from '../types.ts';

/** Where in a template a helper stands (Handlebars gives it with every call). */
export type Place = Readonly<{ file: string; line: number }>;

/** An error of a template, with file and line; collected, so that one run shows them all. */
export function templateError(place: Place, rule: string, message: string, remedy: string): Finding {
  return { severity: 'error', rule, file: place.file, row: place.line, message, remedy };
}
