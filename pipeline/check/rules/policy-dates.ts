import { isDate } from '../../dates.ts';
import type { At, Policy } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { RegisterRule } from '../rule.ts';

const report = reporting('policy-dates', 'policies/policies.csv');

/** Whether one date lies before another, as far as both are known: 2018 is not before 2018-07. */
function before(a: string, b: string): boolean {
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) < b.slice(0, known);
}

type Fault = Readonly<{ column: string; what: string }>;

function disorder(policy: Policy, head: Policy | undefined): readonly Fault[] {
  const { issued, effective, ends, relation } = policy;
  const start = effective ?? issued;
  const later = relation === 'supersedes' || relation === 'amends' ? head : undefined;
  return [
    ...(issued && effective && before(effective, issued)
      ? [{ column: 'effective', what: `in force ${effective}, before it was issued ${issued}` }]
      : []),
    ...(start && ends && before(ends, start)
      ? [{ column: 'ends', what: `ends ${ends}, before it begins ${start}` }]
      : []),
    ...(issued && later?.issued && before(issued, later.issued)
      ? [{ column: 'issued', what: `issued ${issued}, ${relation} ${later.id} of ${later.issued}, a later one` }]
      : []),
  ];
}

/** Dates that name no day, month or year; the table's schema checks the form only. */
const malformed = (policy: Policy): readonly Fault[] =>
  (['issued', 'effective', 'ends'] as const).flatMap((column) => {
    const date = policy[column];
    return date === null || isDate(date) ? [] : [{ column, what: `${column} ${date} is no date` }];
  });

/** Dates of a policy that cannot all be right. An error when the record is printed, since its dates are printed with it. */
export const policyDates: RegisterRule = ({ policies }) => {
  const byId = new Map(policies.map((policy) => [policy.id, policy]));
  return policies.flatMap((policy: At<Policy>) =>
    [...disorder(policy, policy.family ? byId.get(policy.family) : undefined), ...malformed(policy)].map(
      ({ column, what }) =>
        report(
          isPrintable(policy) ? 'error' : 'warn',
          policy.at,
          `${policy.id}: ${what}.`,
          'Correct the dates, or leave the doubtful one empty.',
          column,
        ),
    ),
  );
};
