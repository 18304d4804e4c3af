import { direction } from '../facts/format.ts';
import { type Context, settle } from './context.ts';
import { refuseMisspelt } from './misspelt.ts';
import { printsAbove } from './number-helpers.ts';
import type { TableBuilder } from './table.ts';

/** What decides a block: `{{#has "id"}}…{{else}}…{{/has}}`. */
export type Condition = (words: readonly string[]) => boolean;

/** The conditions of templates. Errors: unknown-fact (exit 1). */
export function conditionsOf(
  context: Context,
  builders: Readonly<Record<string, TableBuilder>>,
): Readonly<Record<string, Condition>> {
  const { edition, facts, figures, names, cited } = context;
  /** The number of a fact that this year may lack, but that has to be written right. */
  const numberOf = (word: string): number | null => {
    const id = settle(word, edition);
    refuseMisspelt(id, facts, names);
    return facts.find(id)?.value ?? null;
  };
  const cite = (word: string) => {
    const fact = facts.get(settle(word, edition));
    cited.facts.add(fact.id);
    return fact;
  };
  return {
    has: (ids) => ids.map(numberOf).every((value) => value !== null),
    some: ([id = '']) => (numberOf(id) ?? 0) > 0,
    filled: (ids) => ids.every((id) => builders[id]?.(context) != null),
    drawn: (ids) => ids.every((id) => figures.has(id)),
    from: ([year]) => edition.year >= Number(year),
    above: ([a = '', b = '']) => printsAbove(cite(a), cite(b)),
    rose: (ids) => ids.every((id) => direction(cite(id)) === 'up'),
    fell: (ids) => ids.every((id) => direction(cite(id)) === 'down'),
  };
}
