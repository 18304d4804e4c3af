import type { Edition } from '../../types.ts';

const PLACE = /\{\{(\w+)\}\}/g;

/**
 * Fills `{{year}}`, `{{previousYear}}` and `{{baselineYear}}` in the words that a figure draws (names, headings, legends). Titles and
 * notes are templates of their own; in a drawing there is nothing else that could be filled, see {@link unfillable}.
 */
export function withYears<T>(params: T, edition: Edition): T {
  const years: Readonly<Record<string, number>> = {
    year: edition.year,
    previousYear: edition.previousYear,
    baselineYear: edition.baselineYear,
  };
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return value.replace(PLACE, (whole, name: string) => String(years[name] ?? whole));
    }
    if (Array.isArray(value)) return value.map(filled);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, filled(one)]));
  };
  return filled(params) as T;
}

/** What stands in double braces in the parameters and is none of the three years, with its path. */
export function unfillable(value: unknown, at: readonly string[] = []): { at: readonly string[]; text: string }[] {
  if (typeof value === 'string') {
    const rest = value.replace(/\{\{(year|previousYear|baselineYear)\}\}/g, '');
    const [found] = /\{\{[^}]*\}?\}?/.exec(rest) ?? [];
    return found ? [{ at, text: found }] : [];
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => unfillable(one, [...at, key]));
}
