import type { Data, Edition, Policy } from '../types.ts';
import { printable } from './published.ts';
import { provinceOf } from './register.ts';
import { byDate, statusesAt } from './register-status.ts';

export const KEY_REGIONS = ['bth', 'yrd', 'prd', 'fenwei'] as const;
export type KeyRegion = (typeof KEY_REGIONS)[number];

/** The cohorts by which a key region is or was reported, the present one first, and the places its policies name. */
const SCOPES: Readonly<Record<KeyRegion, Readonly<{ cohorts: readonly string[]; areas: readonly string[] }>>> = {
  bth: { cohorts: ['TWO26', 'BTH13'], areas: ['BTH', 'TWO26', 'BTH13'] },
  yrd: { cohorts: ['YRD41', 'YRD25'], areas: ['YRD', 'YRD41', 'YRD25'] },
  prd: { cohorts: ['PRD9'], areas: ['PRD9'] },
  fenwei: { cohorts: ['FENWEI11'], areas: ['FENWEI', 'FENWEI11'] },
};

/**
 * A key region of an edition. `scope`: the set of cities by which the edition reports it; `cohorts`: that and its other
 * sets; `areas`: the scopes its policies and targets name; `provinces`: codes of those in which its cities lie.
 */
type Region = Readonly<{
  id: KeyRegion;
  scope: string;
  cohorts: readonly string[];
  areas: readonly string[];
  provinces: readonly string[];
}>;

type Places = Pick<Data, 'scopes' | 'cities'>;

/** The key region as the edition has it; null where it was none in the year assessed. */
export function regionOf(id: KeyRegion, { scopes, cities }: Places, edition: Edition): Region | null {
  const { cohorts, areas } = SCOPES[id];
  const scope = cohorts.find((cohort) => edition.scopes.regions.includes(cohort));
  if (scope === undefined) return null;
  const members = new Set(scopes.find((one) => one.id === scope)?.members);
  const provinces = cities.filter(({ code }) => members.has(code)).map(({ province }) => province.code);
  return { id, scope, cohorts, areas, provinces: [...new Set(provinces)].sort() };
}

type RegionRecords = Readonly<{ regional: readonly Policy[]; provincial: readonly Policy[] }>;

/**
 * The records of a key region in force at the end of a year, as far as their dates are known: those for the region itself,
 * and the plans and general regulations of its provinces. Both in order of date; only records the report may print.
 */
export function regionPlans(region: Region, policies: readonly Policy[], year: number): RegionRecords {
  const statuses = statusesAt(policies, year);
  const own = policies
    .filter((policy) => printable(policy) && statuses.get(policy.id)?.status === 'in-force')
    .sort(byDate);
  return {
    regional: own.filter(({ level, jurisdiction }) => level === 'regional' && region.areas.includes(jurisdiction)),
    provincial: own.filter(
      (policy) =>
        policy.level === 'provincial' &&
        policy.sectors.includes('planning') &&
        region.provinces.includes(provinceOf(policy) ?? ''),
    ),
  };
}
