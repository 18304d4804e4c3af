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

/** A number that is marked only by what is not common to its table. */
export function rarelyMarked(cell: TableCell, fact: Fact | undefined): TableCell {
  if (!cell || !('fact' in cell) || !fact) return cell;
  return {
    ...cell,
    bare: true,
    mark: [...[cell.mark ?? []].flat(), ...fact.notes.filter((note) => !COMMON.includes(note))],
  };
}

const NONE: TableCell = { fact: 'none.since-base', absent: 'no-pair' };

/** A change since a base year, signed. */
export const sinceBaseCell = (fact: Fact | undefined): TableCell =>
  fact ? rarelyMarked({ fact: fact.id, form: 'signed' }, fact) : NONE;

/** The two levels a change comes from: its inputs, or the published ones where a release states the change alone. */
export function levelCells(
  fact: Fact | undefined,
  { from, to }: Pick<Span, 'from' | 'to'>,
): readonly [TableCell, TableCell] {
  if (!fact) return [NONE, NONE];
  const published = (year: number) => `published.${fact.scope}.${fact.subject}.${fact.statistic}.${year}`;
  const [first = published(from), last = published(to)] = fact.inputs;
  return [
    { fact: first, bare: true, absent: 'no-figure' },
    { fact: last, bare: true, absent: 'no-figure' },
  ];
}

/** The common notes that at least one of the changes carries, for the foot of a table. */
export const commonNotes = (facts: readonly (Fact | undefined)[]): string[] =>
  COMMON.filter((note) => facts.some((fact) => fact !== undefined && fact.value !== null && fact.notes.includes(note)));
