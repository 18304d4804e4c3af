export { settle } from '../fact-places.ts';

import type { Facts } from '../facts/fact.ts';
import { scopeNames } from '../facts/table.ts';
import type { Assessment, Bilingual, Data, Edition, Figure, Finding, Language } from '../types.ts';
import type { Claim } from './claims/claim.ts';
import type { Glossary } from './glossary.ts';
import type { Notes } from './notes.ts';
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
  /** Terms that text can link to. */
  glossary?: Glossary;
  /** Notes of the chapter that is being filled. */
  notes?: Notes;
  /** What the text cites, in order; filled while templates run. */
  cited: Readonly<{
    facts: Set<string>;
    figures: Set<string>;
    tables: Set<string>;
    sources: Set<string>;
    policies: Set<string>;
  }>;
  findings: Finding[];
  /** What the text asserts, in order; filled while templates run. */
  claims: Claim[];
}>;

export type ContextParts = Omit<Context, 'names' | 'cited' | 'findings' | 'claims'>;

export function createContext(parts: ContextParts): Context {
  return {
    ...parts,
    names: scopeNames(parts.data),
    cited: { facts: new Set(), figures: new Set(), tables: new Set(), sources: new Set(), policies: new Set() },
    findings: [],
    claims: [],
  };
}
