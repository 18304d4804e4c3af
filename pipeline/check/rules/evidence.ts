import type { Evidence } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

/** Records whose evidence does not allow printing, counted by table: the report leaves them out, and somebody may confirm them. */
export const evidence: Rule = ({ published, policies, targets, outcomes, guidelines }) => {
  const tables: Readonly<Record<string, readonly Readonly<{ evidence: Evidence }>[]>> = {
    'air/published.csv': published,
    'policies/policies.csv': policies,
    'policies/targets.csv': targets,
    'policies/outcomes.csv': outcomes,
    'standards/who-guidelines.csv': guidelines,
  };
  return Object.entries(tables).flatMap(([file, rows]) => {
    const held = rows.filter((row) => !isPrintable(row));
    if (held.length === 0) return [];
    const partly = held.filter((row) => row.evidence === 'partly-seen').length;
    return [
      reporting('evidence', file)(
        'note',
        null,
        `${held.length} of ${rows.length} records are not printed as fact: ${partly} partly-seen, ${held.length - partly} unconfirmed.`,
        'Find the source of one, and change its evidence to seen.',
      ),
    ];
  });
};
