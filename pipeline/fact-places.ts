import type { Edition } from './types.ts';

/**
 * Fills the places of a fact's id that depend on the edition: `@Y` the year assessed, `@P` the year before, `@B` the baseline
 * year, `@N` the national cohort, `@K` the key cities. So one template serves every year.
 */
export function settle(id: string, edition: Edition): string {
  if (!id.includes('@')) return id;
  const places: Readonly<Record<string, string>> = {
    Y: String(edition.year),
    P: String(edition.previousYear),
    B: String(edition.baselineYear),
    N: edition.scopes.nation,
    K: edition.scopes.key,
  };
  return id.replace(/@([YPBNK])/g, (_, place: string) => places[place] ?? '');
}
