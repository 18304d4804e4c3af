import type { Policy } from '../types.ts';
import { printable } from './published.ts';
import { byDate, issuedBy } from './register-status.ts';

/** The national programmes that regions, provinces and cities carry out with plans of their own. */
export const PROGRAMMES = ['cn-2013-action-plan', 'cn-2018-blue-sky-plan'] as const;

/**
 * The records that carry out a policy to the end of a year, at first hand or through another that does (a city's measures
 * under a province's plan), in order of date; only those the report may print. The policy itself is not among them.
 */
export function familyOf(head: string, policies: readonly Policy[], year: number): Policy[] {
  const there = policies.filter((policy) => printable(policy) && issuedBy(policy, year));
  const found = new Map<string, Policy>();
  const add = (parent: string): void => {
    for (const policy of there) {
      if (policy.family !== parent || policy.relation !== 'implements' || found.has(policy.id)) continue;
      found.set(policy.id, policy);
      add(policy.id);
    }
  };
  add(head);
  found.delete(head);
  return [...found.values()].sort(byDate);
}
