import { yearOf } from '../dates.ts';
import { EVIDENCE, type Fact, POLICY_LEVELS, type Policy, REGISTER_STATUSES, SECTORS } from '../types.ts';
import { printable } from './published.ts';
import { recordCount } from './record-count.ts';
import { issuedBy, statusesAt } from './register-status.ts';

/** The province of a provincial or municipal record (GB/T 2260); null for national and regional ones. */
export const provinceOf = ({ jurisdiction }: Pick<Policy, 'jurisdiction'>): string | null =>
  /^\d{6}$/.test(jurisdiction) ? `${jurisdiction.slice(0, 2)}0000` : null;

type Group = Readonly<{ scope: string; of: readonly Policy[] }>;

/** Counts of printable policy records: by level and sector, issued in a year, to its end, and by their status then. */
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
    recordCount('CN', 'records-all', 'register', policies),
    ...(['partly-seen', 'unconfirmed'] as const).map((evidence) =>
      recordCount(
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
      recordCount(scope, 'records', 'register', of),
      ...years.flatMap((year) => [
        recordCount(
          scope,
          'issued',
          year,
          of.filter(({ issued }) => issued !== null && yearOf(issued) === year),
        ),
        recordCount(
          scope,
          'to-date',
          year,
          of.filter((policy) => issuedBy(policy, year)),
        ),
      ]),
    ]),
    ...years.flatMap((year) => statusFacts(groups, policies, year)),
    ...years.flatMap((year) => evidenceFacts(policies, year)),
    ...years.flatMap((year) => provinceFacts(records, year)),
  ];
}

/**
 * Records to the end of a year by what they were on its last day: `in-force`, `not-yet-in-force`, `ended`, `superseded`,
 * `status-unknown`. The five add up to `to-date`.
 */
function statusFacts(groups: readonly Group[], policies: readonly Policy[], year: number): Fact[] {
  const statuses = statusesAt(policies, year);
  // Level and sector together are too few records to tell of.
  const wide = groups.filter(({ scope }) => !scope.includes(':'));
  return wide.flatMap(({ scope, of }) =>
    REGISTER_STATUSES.map((each) =>
      recordCount(
        scope,
        each === 'unknown' ? 'status-unknown' : each,
        year,
        of.filter(({ id }) => statuses.get(id)?.status === each),
      ),
    ),
  );
}

/** Records by evidence to the end of a year: each of the four kinds, and what is held in all. */
function evidenceFacts(policies: readonly Policy[], year: number): Fact[] {
  const there = policies.filter((policy) => issuedBy(policy, year));
  const of = (...evidence: readonly string[]) => there.filter((policy) => evidence.includes(policy.evidence));
  return [
    recordCount('CN', 'held-to-date', year, there),
    ...EVIDENCE.map((evidence) => recordCount('CN', `${evidence}-to-date`, year, of(evidence))),
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
        recordCount(
          `${code}:${level}`,
          'to-date',
          year,
          own.filter((policy) => policy.level === level),
        ),
      ),
      ...SECTORS.map((sector) =>
        recordCount(
          `${code}:${sector}`,
          'to-date',
          year,
          own.filter((policy) => policy.sectors.includes(sector)),
        ),
      ),
    ];
  });
}
