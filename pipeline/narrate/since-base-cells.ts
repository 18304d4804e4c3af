import { sinceBaseFact } from '../assess/since-base.ts';
import type { Span } from '../assess/since-base-change.ts';
import type { Fact } from '../types.ts';
import type { Context } from './context.ts';
import type { TableCell } from './table.ts';

/** What nearly every change since a base year crosses: said once under a table, where the rarer notes mark their cells. */
const COMMON: readonly string[] = ['station-set', 'publisher-change', 'mixed-basis', 'gas-converted'];

/** The best change of a place since a base year, undefined where there is no pair at all. */
export const sinceBaseOf = (context: Context, scope: string, span: Span): Fact | undefined =>
  sinceBaseFact((id) => context.facts.find(id), scope, span);

/** A change since a base year: signed, in %, marked only by what is not common to the table. */
export function sinceBaseCell(fact: Fact | undefined): TableCell {
  if (!fact) return { fact: 'none.since-base', absent: 'no-pair' };
  return { fact: fact.id, form: 'signed', bare: fact.notes.every((note) => COMMON.includes(note)) };
}

/** The two levels a change comes from; a dash where a release gives the change alone. */
export function levelCells(fact: Fact | undefined): readonly [TableCell, TableCell] {
  const [from, to] = fact?.inputs ?? [];
  const level = (id: string | undefined): TableCell =>
    id ? { fact: id, bare: true } : { fact: 'none.since-base', absent: 'no-pair' };
  return [level(from), level(to)];
}

/** The common notes that at least one of the changes carries, for the foot of a table. */
export const commonNotes = (facts: readonly (Fact | undefined)[]): string[] =>
  COMMON.filter((note) => facts.some((fact) => fact !== undefined && fact.value !== null && fact.notes.includes(note)));
