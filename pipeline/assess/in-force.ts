import { yearOf } from '../dates.ts';
import type { Policy } from '../types.ts';
import { printable } from './published.ts';

/** The first and the last year at whose end (31 December) a record is in force; `last` null: nothing ends it. */
export type Term = Readonly<{ first: number; last: number | null }>;

/** The year in which a record took effect or, where only that is known, was issued; null where neither is. */
function firstYear({ effective, issued }: Policy): number | null {
  const start = effective ?? issued;
  return start === null ? null : yearOf(start);
}

/** The last year at whose end a record with this last day is in force: a last day before 31 December is over by then. */
function lastYearBy(ends: string): number {
  return /^\d{4}(?:-12(?:-31)?)?$/.test(ends) ? yearOf(ends) : yearOf(ends) - 1;
}

/**
 * The terms of the printable records with a known start, by id. A record ends with its last day, or when one that replaces it
 * takes effect, whichever is first. Where neither is known and it is not said to be in force still (completed, replaced,
 * status not known), it is taken to last as long as the record that it carries out or amends and, where that gives no end,
 * to the end of the year in which it took effect: later than that nothing is known of it. What was not read neither counts
 * nor ends another.
 */
export function termsOf(policies: readonly Policy[]): ReadonlyMap<string, Term> {
  const known = new Map(policies.filter(printable).map((policy) => [policy.id, policy]));
  const replaced = new Map<string, number>();
  for (const policy of known.values()) {
    const first = firstYear(policy);
    if (policy.relation !== 'supersedes' || policy.family === null || first === null) continue;
    replaced.set(policy.family, Math.min(first, replaced.get(policy.family) ?? first));
  }

  /** By its own last day or its successor; null where neither is known. */
  function endOf(policy: Policy): number | null {
    const successor = replaced.get(policy.id);
    const ends = [
      ...(policy.ends === null ? [] : [lastYearBy(policy.ends)]),
      ...(successor === undefined ? [] : [successor - 1]),
    ];
    return ends.length > 0 ? Math.min(...ends) : null;
  }

  /** By the end of the nearest record above it that has one; null where none has. */
  function endAbove({ family, relation }: Policy, below: readonly string[] = []): number | null {
    const parent = relation === 'implements' || relation === 'amends' ? known.get(family ?? '') : undefined;
    if (!parent || below.includes(parent.id)) return null;
    return endOf(parent) ?? (parent.status === 'in-force' ? null : endAbove(parent, [...below, parent.id]));
  }

  return new Map(
    [...known.values()].flatMap((policy) => {
      const first = firstYear(policy);
      if (first === null) return [];
      const last = policy.status === 'in-force' ? null : Math.max(first, endAbove(policy) ?? first);
      return [[policy.id, { first, last: endOf(policy) ?? last }]];
    }),
  );
}

/** Whether a record of this term is in force on 31 December of a year. */
export const isInForce = (term: Term | undefined, year: number): boolean =>
  term !== undefined && term.first <= year && (term.last === null || year <= term.last);
