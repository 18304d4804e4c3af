import { yearOf } from '../dates.ts';
import { makeFact } from '../fact-id.ts';
import { type Fact, POLICY_LEVELS, type Policy, SECTORS } from '../types.ts';
import { printable } from './published.ts';

const count = (scope: string, statistic: string, period: string, records: readonly Policy[], decimals = 0): Fact =>
  makeFact({
    origin: 'register',
    scope,
    subject: 'all',
    statistic,
    period,
    value: records.length,
    unit: 'records',
    decimals,
    method: 'count',
    inputs: ['policies/policies.csv'],
  });

/** Whether a record was in force, as far as its dates are known, at the end of a year. */
export function inForceAt(policy: Policy, year: number): boolean {
  const start = policy.effective ?? policy.issued;
  return start !== null && yearOf(start) <= year && (policy.ends === null || yearOf(policy.ends) >= year);
}

/** Counts of printable policy records: by level and sector, issued in a year and in force at its end. */
export function registerFacts(policies: readonly Policy[], years: readonly number[]): Fact[] {
  const records = policies.filter(printable);
  const groups = [
    { scope: 'CN', of: records },
    ...POLICY_LEVELS.map((level) => ({ scope: level, of: records.filter((policy) => policy.level === level) })),
    ...SECTORS.map((sector) => ({ scope: sector, of: records.filter((policy) => policy.sectors.includes(sector)) })),
    ...POLICY_LEVELS.flatMap((level) =>
      SECTORS.map((sector) => ({
        scope: `${level}:${sector}`,
        of: records.filter((policy) => policy.level === level && policy.sectors.includes(sector)),
      })),
    ),
  ];
  const held = [
    count('CN', 'records-all', 'register', policies),
    ...(['partly-seen', 'unconfirmed'] as const).map((evidence) =>
      count(
        'CN',
        `records-${evidence}`,
        'register',
        policies.filter((policy) => policy.evidence === evidence),
      ),
    ),
  ];
  return [
    ...held,
    ...groups.flatMap(({ scope, of }) => [
      count(scope, 'records', 'register', of),
      ...years.flatMap((year) => [
        count(
          scope,
          'issued',
          String(year),
          of.filter(({ issued }) => issued !== null && yearOf(issued) === year),
        ),
        count(
          scope,
          'in-force',
          String(year),
          of.filter((policy) => inForceAt(policy, year)),
        ),
      ]),
    ]),
  ];
}
