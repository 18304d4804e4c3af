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

/** Whether a record was there by the end of a year: issued by then or, where only that is known, in effect. */
export function issuedBy(policy: Policy, year: number): boolean {
  const since = policy.issued ?? policy.effective;
  return since !== null && yearOf(since) <= year;
}

/** The province of a provincial or municipal record (GB/T 2260); null for national and regional ones. */
export const provinceOf = ({ jurisdiction }: Pick<Policy, 'jurisdiction'>): string | null =>
  /^\d{6}$/.test(jurisdiction) ? `${jurisdiction.slice(0, 2)}0000` : null;

type Group = Readonly<{ scope: string; of: readonly Policy[] }>;

/** Counts of printable policy records: by level and sector, issued in a year, to its end, and in force then. */
export function registerFacts(policies: readonly Policy[], years: readonly number[]): Fact[] {
  const records = policies.filter(printable);
  const groups: Group[] = [
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
          'to-date',
          String(year),
          of.filter((policy) => issuedBy(policy, year)),
        ),
        count(
          scope,
          'in-force',
          String(year),
          of.filter((policy) => inForceAt(policy, year)),
        ),
      ]),
    ]),
    ...years.flatMap((year) => evidenceFacts(policies, year)),
    ...years.flatMap((year) => provinceFacts(records, year)),
  ];
}

/** Records by evidence to the end of a year: what is printed, and what is only counted. */
function evidenceFacts(policies: readonly Policy[], year: number): Fact[] {
  const there = policies.filter((policy) => issuedBy(policy, year));
  const of = (...evidence: readonly string[]) => there.filter((policy) => evidence.includes(policy.evidence));
  return [
    count('CN', 'held-to-date', String(year), there),
    count('CN', 'partly-seen-to-date', String(year), of('partly-seen')),
    count('CN', 'unconfirmed-to-date', String(year), of('unconfirmed')),
    count('CN', 'not-printed-to-date', String(year), of('partly-seen', 'unconfirmed')),
  ];
}

/** Records of a province and its cities to the end of a year: `<code>:provincial`, `<code>:municipal`, `<code>:<sector>`. */
function provinceFacts(records: readonly Policy[], year: number): Fact[] {
  const there = records.filter((policy) => issuedBy(policy, year));
  const codes = [...new Set(there.flatMap((policy) => provinceOf(policy) ?? []))].sort();
  return codes.flatMap((code) => {
    const own = there.filter((policy) => provinceOf(policy) === code);
    return [
      ...(['provincial', 'municipal'] as const).map((level) =>
        count(
          `${code}:${level}`,
          'to-date',
          String(year),
          own.filter((policy) => policy.level === level),
        ),
      ),
      ...SECTORS.map((sector) =>
        count(
          `${code}:${sector}`,
          'to-date',
          String(year),
          own.filter((policy) => policy.sectors.includes(sector)),
        ),
      ),
    ];
  });
}
