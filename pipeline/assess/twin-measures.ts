import { yearOf } from '../dates.ts';
import { type City, type Fact, type Policy, type Scope, SECTORS } from '../types.ts';
import { printable } from './published.ts';
import { recordCount } from './record-count.ts';
import { startOf, statusesAt } from './register-status.ts';
import type { Span } from './twin-span.ts';

/** Whose measure it is, seen from a city. */
const NEARNESS = ['own', 'province', 'region'] as const;
type Nearness = (typeof NEARNESS)[number];
export type Measure = Readonly<{ policy: Policy; of: Nearness }>;

/**
 * Regions of policies whose members no document lists, and the sets of cities that surely lie in them while the set is in
 * use. Cities that belong to the region and to none of the sets get no regional record.
 */
const AREAS: Readonly<Record<string, readonly string[]>> = {
  BTH: ['BTH13', 'TWO26'],
  YRD: ['YRD25', 'YRD41'],
  FENWEI: ['FENWEI11'],
};

/**
 * The printable records that were in force at the end of a year of the span, by {@link statusesAt}: not those that had run out or were
 * superseded before, nor those of which that is not known.
 */
export function inForceWithin(policies: readonly Policy[], { from, to }: Span): Policy[] {
  const years = Array.from({ length: to - from + 1 }, (_, i) => statusesAt(policies, from + i));
  return policies.filter(
    (policy) => printable(policy) && years.some((statuses) => statuses.get(policy.id)?.status === 'in-force'),
  );
}

/** Whether a regional record surely holds for a city, by the sets of cities in use in the year in which it took effect. */
export function coversRegion(policy: Policy, code: string, scopes: readonly Scope[]): boolean {
  const year = yearOf(startOf(policy) ?? '');
  const sets = AREAS[policy.jurisdiction] ?? [policy.jurisdiction];
  return scopes.some(
    ({ id, kind, members, validFrom, validTo }) =>
      kind === 'region' &&
      sets.includes(id) &&
      members.includes(code) &&
      (id === policy.jurisdiction || ((validFrom ?? year) <= year && year <= (validTo ?? year))),
  );
}

function nearness(policy: Policy, { code, province }: City, scopes: readonly Scope[]): Nearness | null {
  if (policy.jurisdiction === code) return 'own';
  if (policy.jurisdiction === province.code) return 'province';
  return coversRegion(policy, code, scopes) ? 'region' : null;
}

/**
 * Of the records in force ({@link inForceWithin}) those that held in a city: its own, its province's, its region's; national ones, which
 * hold for all, are left out. Own ones first; then by the length of the English title, the shortest first, since such
 * titles name a plan or a law and long ones a detail of it; then by id.
 */
export function measuresOf(city: City, inForce: readonly Policy[], scopes: readonly Scope[]): Measure[] {
  return inForce
    .flatMap((policy) => {
      const of = nearness(policy, city, scopes);
      return of ? [{ policy, of }] : [];
    })
    .sort(
      (a, b) =>
        NEARNESS.indexOf(a.of) - NEARNESS.indexOf(b.of) ||
        a.policy.title.en.length - b.policy.title.en.length ||
        (a.policy.id < b.policy.id ? -1 : 1),
    );
}

/**
 * How many records a city's {@link measuresOf} holds: `measures-own`, `-province`, `-region` (0 is said too: the register holds
 * none), and by sector where there are any; a record of two sectors counts in both.
 */
export function measureFacts(code: string, measures: readonly Measure[], { from, to }: Span): Fact[] {
  const span = `${from}..${to}`;
  const bySector = SECTORS.map((sector) => ({
    sector,
    of: measures.filter(({ policy }) => policy.sectors.includes(sector)),
  }));
  return [
    ...NEARNESS.map((near) =>
      recordCount(
        code,
        `measures-${near}`,
        span,
        measures.filter(({ of }) => of === near),
      ),
    ),
    ...bySector
      .filter(({ of }) => of.length > 0)
      .map(({ sector, of }) => recordCount(`${code}:${sector}`, 'measures', span, of)),
  ];
}
