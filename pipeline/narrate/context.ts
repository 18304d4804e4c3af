import type { Facts } from '../facts/fact.ts';
import { scopeNames } from '../facts/table.ts';
import type { Assessment, Bilingual, Data, Edition, Figure, Finding, Language } from '../types.ts';
import type { Strings } from './strings.ts';
import type { TableBuilder } from './table.ts';

/** What every helper, table and partial of one manuscript works with. */
export type Context = Readonly<{
  language: Language;
  edition: Edition;
  data: Data;
  facts: Facts;
  assessment: Assessment;
  figures: ReadonlyMap<string, Figure>;
  strings: Strings;
  names: ReadonlyMap<string, Bilingual>;
  draft: boolean;
  /** Tables of the edition's own folder, beside the standard ones or in their place. */
  ownTables?: ReadonlyMap<string, TableBuilder>;
  /** What the text cites, in order; filled while templates run. */
  cited: Readonly<{
    facts: Set<string>;
    figures: Set<string>;
    tables: Set<string>;
    sources: Set<string>;
    policies: Set<string>;
  }>;
  findings: Finding[];
}>;

export type ContextParts = Omit<Context, 'names' | 'cited' | 'findings'>;

export function createContext(parts: ContextParts): Context {
  return {
    ...parts,
    names: scopeNames(parts.data),
    cited: { facts: new Set(), figures: new Set(), tables: new Set(), sources: new Set(), policies: new Set() },
    findings: [],
  };
}

/**
 * Fills the places of a fact's id that depend on the edition: `@Y` the year assessed, `@P` the year before, `@B` the baseline
 * year, `@N` the national cohort, `@K` the key cities. So one template serves every year.
 */
export function settle(id: string, edition: Edition): string {
  const places: Readonly<Record<string, string>> = {
    Y: String(edition.year),
    P: String(edition.previousYear),
    B: String(edition.baselineYear),
    N: edition.scopes.nation,
    K: edition.scopes.key,
  };
  return id.replace(/@([YPBNK])/g, (_, place: string) => places[place] ?? '');
}
