import { dayAfter, daysInMonth, within, yearOf } from '../dates.ts';
import type { Policy, RegisterStatus } from '../types.ts';
import { printable } from './published.ts';

/** When a record was issued or, where only that is known, took effect; '' where neither is. */
export const sinceOf = ({ issued, effective }: Policy): string => issued ?? effective ?? '';

/** Oldest first; by id where the dates are the same. */
export const byDate = (a: Policy, b: Policy): number =>
  sinceOf(a).localeCompare(sinceOf(b)) || a.id.localeCompare(b.id);

/** Whether a record was there by the end of a year, month or day: issued by then or, where only that is known, in effect. */
export function issuedBy(policy: Policy, until: number | string): boolean {
  const since = sinceOf(policy);
  return since !== '' && within(since, null, String(until));
}

/** From when a record holds, as far as its dates say. */
export const startOf = ({ effective, issued }: Policy): string | null => effective ?? issued;

/** The first and the last day a date can mean: plans end with the last day of the year or month they name. */
const firstDay = (date: string): string => `${date}-01-01`.slice(0, 10);

function lastDay(date: string): string {
  const [year = 0, month = 12, day] = date.split('-').map(Number);
  return [year, month, day ?? daysInMonth(year, month)].map((part) => String(part).padStart(2, '0')).join('-');
}

/** A record that takes the place of another, and stands in it from `from`. */
type Successor = Readonly<{ policy: Policy; from: string }>;

/** The records that supersede each policy, the first first; those without a date are left out. */
export function successorsOf(policies: readonly Policy[]): ReadonlyMap<string, readonly Successor[]> {
  const of = new Map<string, Successor[]>();
  for (const policy of policies) {
    const from = startOf(policy);
    if (policy.relation !== 'supersedes' || policy.family === null || from === null) continue;
    of.set(policy.family, [...(of.get(policy.family) ?? []), { policy, from }]);
  }
  for (const successors of of.values()) successors.sort((a, b) => (a.from < b.from ? -1 : 1));
  return of;
}

/**
 * The end of a record as it could be read at the end of a year: one that a later act set (the editor's state says superseded
 * or repealed) is not known before it comes.
 */
export function endsAsOf({ ends, status }: Policy, year: number): string | null {
  const later = ends !== null && yearOf(ends) > year;
  return later && (status === 'superseded' || status === 'repealed') ? null : ends;
}

/** What a record was on 31 December of a year, and the id of the printable record that had superseded it; null when it was not there yet. */
type StatusAt = Readonly<{ status: RegisterStatus; supersededBy: string | null }>;

/**
 * The status of a record on 31 December of a year, from its dates and the records that supersede it by then; nothing that
 * comes after the year counts.
 * - not-yet-in-force: issued, and its start lies after the year.
 * - superseded: a printable record that supersedes it is in force; one that had ended before stays `ended`.
 * - ended: its end lies before the last day of the year. A year stands for its last day, a month for its last.
 * - unknown: it has no end and no dated successor, but the editor's state does not say that it holds to this day, so the
 *   day it ended is not known; or only a record that is not printed supersedes it.
 * - in-force: all others.
 *
 * @param above the end of the record it carries out, see {@link endsAbove}: taken where it names none itself
 */
export function statusAt(
  policy: Policy,
  year: number,
  successors: readonly Successor[],
  above: string | null = null,
): StatusAt | null {
  const plain = (status: RegisterStatus): StatusAt => ({ status, supersededBy: null });
  if (!issuedBy(policy, year)) return null;
  if (yearOf(startOf(policy) ?? '') > year) return plain('not-yet-in-force');
  const named = policy.ends ?? above;
  const ends = named === null ? null : lastDay(named);
  const present = successors.filter(({ policy: next, from }) => issuedBy(next, year) && yearOf(from) <= year);
  // A plan that had run out was not superseded by the next one; what follows on it without a gap did supersede it.
  const inTime = present.filter(({ from }) => ends === null || firstDay(from) <= dayAfter(ends));
  const [successor] = inTime.filter(({ policy: next }) => printable(next));
  if (successor) return { status: 'superseded', supersededBy: successor.policy.id };
  if (ends !== null && ends < `${year}-12-31`) return plain('ended');
  if (inTime.length > 0) return plain('unknown');
  return plain(ends === null && successors.length === 0 && policy.status !== 'in-force' ? 'unknown' : 'in-force');
}

/**
 * The end of the record that each policy carries out or amends, or of the nearest one above that: a plan that is over and names no
 * end lasted as long as the programme it belongs to. Of what holds to this day, and where nothing above ends, there is none.
 */
function endsAbove(policies: readonly Policy[]): ReadonlyMap<string, string> {
  const known = new Map(policies.filter(printable).map((policy) => [policy.id, policy]));
  function above({ family, relation }: Policy, below: readonly string[]): string | null {
    const parent = relation === 'implements' || relation === 'amends' ? known.get(family ?? '') : undefined;
    if (!parent || below.includes(parent.id)) return null;
    return parent.ends ?? (parent.status === 'in-force' ? null : above(parent, [...below, parent.id]));
  }
  return new Map(
    policies.flatMap((policy) => {
      const end = policy.ends !== null || policy.status === 'in-force' ? null : above(policy, [policy.id]);
      // One that began later than that was no part of it.
      return end === null || firstDay(startOf(policy) ?? '') > lastDay(end) ? [] : [[policy.id, end] as const];
    }),
  );
}

/** {@link statusAt} of every record that was there by the end of the year, by id. */
export function statusesAt(policies: readonly Policy[], year: number): ReadonlyMap<string, StatusAt> {
  const [successors, ends] = [successorsOf(policies), endsAbove(policies)];
  return new Map(
    policies.flatMap((policy) => {
      const at = statusAt(policy, year, successors.get(policy.id) ?? [], ends.get(policy.id));
      return at === null ? [] : [[policy.id, at] as const];
    }),
  );
}
