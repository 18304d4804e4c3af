import { nearest } from '../../errors.ts';
import type { Policy } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { RegisterRule } from '../rule.ts';

const report = reporting('policy-family', 'policies/policies.csv');

/** The record at the top of a policy's family; null when the line never ends or leads nowhere. */
function headOf(policy: Policy, byId: ReadonlyMap<string, Policy>): Policy | null {
  const seen = new Set<string>();
  let at: Policy | undefined = policy;
  while (at?.family) {
    if (seen.has(at.id)) return null;
    seen.add(at.id);
    at = byId.get(at.family);
  }
  return at ?? null;
}

/**
 * Families: every record leads to a head that exists, says how it relates to it, and does not carry out a policy that came
 * later. A printed record under one that is not printed stands alone in the report.
 */
export const policyFamily: RegisterRule = ({ policies }) => {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  return policies.flatMap((policy) => {
    const { id, at, family, relation, issued } = policy;
    if (family === null) {
      return relation === null
        ? []
        : [report('warn', at, `${id} ${relation} nothing.`, 'Name the family, or empty the relation.', 'relation')];
    }
    const parent = byId.get(family);
    if (!parent) {
      const near = nearest(family, byId.keys()).join(', ');
      return [
        report('error', at, `${id}: there is no family ${family}.`, `Correct it; the nearest are ${near}.`, 'family'),
      ];
    }
    if (headOf(policy, byId) === null) {
      return [
        report(
          'error',
          at,
          `${id}: its family ${family} leads in a circle and has no head.`,
          'Empty the family of the head.',
          'family',
        ),
      ];
    }
    const early =
      relation === 'implements' && issued && parent.issued && issued.slice(0, 4) < parent.issued.slice(0, 4);
    return [
      ...(relation === null
        ? [
            report(
              'warn',
              at,
              `${id} belongs to ${family}, but no relation is given.`,
              'implements, amends or supersedes.',
              'relation',
            ),
          ]
        : []),
      ...(early
        ? [
            report(
              'warn',
              at,
              `${id} of ${issued} implements ${family} of ${parent.issued}, a later one.`,
              'Correct the family or a date.',
              'family',
            ),
          ]
        : []),
      ...(isPrintable(policy) && !isPrintable(parent)
        ? [
            report(
              'note',
              at,
              `${id} is printed, its family ${family} is not (${parent.evidence}).`,
              'Confirm the family, so that the two stand together.',
            ),
          ]
        : []),
    ];
  });
};
