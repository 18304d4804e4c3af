import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('policy-status', 'policies/policies.csv');

/**
 * The editor's state beside dates and successors. A record that is said to hold and whose successor is in force is at odds
 * with it; one that is over without an end or a dated successor has no status in the report (counted in one note).
 */
export const policyStatus: Rule = ({ policies }, { year }) => {
  const successors = new Map<string, string>();
  for (const { relation, family, issued, effective, id } of policies) {
    const from = effective ?? issued;
    if (relation === 'supersedes' && family && from && from.slice(0, 4) <= String(year)) successors.set(family, id);
  }
  const dated = new Set(
    policies.flatMap(({ relation, family }) => (relation === 'supersedes' && family ? [family] : [])),
  );
  const atOdds = policies.flatMap(({ id, at, status }) => {
    const successor = successors.get(id);
    return status === 'in-force' && successor !== undefined
      ? [
          report(
            'warn',
            at,
            `${id}: status in-force, but ${successor} supersedes it and is in force.`,
            'Set the status to superseded, or correct the relation of the other.',
            'status',
          ),
        ]
      : [];
  });
  const endless = policies.filter(
    ({ id, status, ends }) => status !== 'in-force' && status !== 'unknown' && ends === null && !dated.has(id),
  );
  if (endless.length === 0) return atOdds;
  return [
    ...atOdds,
    report(
      'note',
      null,
      `${endless.length} records are over, and neither an end nor a successor says since when: their status is not known.`,
      `Find the end of one: ${endless
        .slice(0, 12)
        .map(({ id }) => id)
        .join(', ')}${endless.length > 12 ? ' …' : ''}.`,
    ),
  ];
};
