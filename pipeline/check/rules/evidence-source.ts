import type { Evidence } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { reporting } from '../report.ts';
import type { RegisterRule } from '../rule.ts';

type Record = Readonly<{ at: number; key: string; evidence: Evidence; sources: readonly string[] }>;

/** What is said to have been seen, was seen somewhere: a printable record names its source. */
export const evidenceSource: RegisterRule = ({ published, policies, targets, outcomes }) => {
  const tables: readonly (readonly [string, readonly Record[]])[] = [
    [
      'air/published.csv',
      published.map((row) => ({ ...row, key: [row.scope, row.period, row.subject, row.statistic].join(' ') })),
    ],
    ['policies/policies.csv', policies.map((row) => ({ ...row, key: row.id }))],
    ['policies/targets.csv', targets.map((row) => ({ ...row, key: row.id }))],
    ['policies/outcomes.csv', outcomes.map((row) => ({ ...row, key: row.id }))],
  ];
  return tables.flatMap(([file, rows]) =>
    rows
      .filter((row) => isPrintable(row) && row.sources.length === 0)
      .map(({ at, key, evidence }) =>
        reporting('evidence-source', file)(
          'warn',
          at,
          `${key}: evidence ${evidence}, but no source.`,
          'Name the source, or change the evidence to unconfirmed.',
          'sources',
        ),
      ),
  );
};
