import type { At, Policy } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('policy-dates', 'policies/policies.csv');

/** Whether one date lies before another, as far as both are known: 2018 is not before 2018-07. */
function before(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}

function disorder(policy: Policy, head: Policy | undefined): readonly string[] {
  const { issued, effective, ends, relation } = policy;
  const start = effective ?? issued;
  return [
    issued && effective && before(effective, issued) ? `in force ${effective}, before it was issued ${issued}` : '',
    start && ends && before(ends, start) ? `ends ${ends}, before it begins ${start}` : '',
    relation === 'supersedes' && issued && head?.issued && before(issued, head.issued)
      ? `issued ${issued}, supersedes ${head.id} of ${head.issued}, a later one`
      : '',
    relation === 'amends' && issued && head?.issued && before(issued, head.issued)
      ? `issued ${issued}, amends ${head.id} of ${head.issued}, a later one`
      : '',
  ].filter(Boolean);
}

/** Day, month and year of a date that exist; the table's schema checks the form only. */
const malformed = (policy: Policy): readonly string[] =>
  (['issued', 'effective', 'ends'] as const).flatMap((column) => {
    const date = policy[column];
    const [, month, day] = date?.split('-') ?? [];
    return Number(month ?? 1) > 12 || Number(month ?? 1) < 1 || Number(day ?? 1) > 31 || Number(day ?? 1) < 1
      ? [`${column} ${date} is no date`]
      : [];
  });

/** Dates of a policy that cannot all be right. An error when the record is printed, since its dates are printed with it. */
export const policyDates: Rule = ({ policies }) => {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  return policies.flatMap((policy: At<Policy>) =>
    [...disorder(policy, policy.family ? byId.get(policy.family) : undefined), ...malformed(policy)].map((what) =>
      report(
        isPrintable(policy) ? 'error' : 'warn',
        policy.at,
        `${policy.id}: ${what}.`,
        'Correct the dates, or leave the doubtful one empty.',
      ),
    ),
  );
};
