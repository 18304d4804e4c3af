import { type City, type Data, type Fact, type Policy, SECTORS, type Sector } from '../types.ts';
import type { Step } from './context.ts';
import { printable } from './published.ts';
import { registerFact } from './record-count.ts';
import { statusesAt } from './register-status.ts';
import { existsIn } from './scopes.ts';
import { coversRegion } from './twin-measures.ts';

/** How many of the sectors must have a record of the city or its province before anything is counted: half. */
export const SECTORS_NEEDED = SECTORS.length / 2;

/** Panels of which the cities that can be assessed are counted, next to the national cohort. */
const COUNTED = ['CAP31'];

/**
 * The records of the register in force for a city on 31 December of a year, by whose they are. Those of a municipality,
 * which is its own province, are its own. `covered` are the sectors with a record of the city or its province: below
 * {@link SECTORS_NEEDED} of them the register is too thin here, and the city is not assessable.
 */
export type CityEffort = Readonly<{
  city: City;
  year: number;
  own: readonly Policy[];
  province: readonly Policy[];
  region: readonly Policy[];
  nation: readonly Policy[];
  covered: readonly Sector[];
  assessable: boolean;
}>;

/** The efforts of every city that exists in the year; a region's members are those of the time when the record took effect. */
export function cityEfforts({ cities, policies, scopes }: Data, year: number): CityEffort[] {
  const statuses = statusesAt(policies, year);
  const inForce = policies.filter((policy) => printable(policy) && statuses.get(policy.id)?.status === 'in-force');
  const of = new Map<string, Policy[]>();
  for (const policy of inForce) of.set(policy.jurisdiction, [...(of.get(policy.jurisdiction) ?? []), policy]);
  const regional = inForce.filter(({ jurisdiction }) => !/^(?:CN|\d{6})$/.test(jurisdiction));
  return cities
    .filter((city) => existsIn(city, year))
    .map((city) => {
      const own = of.get(city.code) ?? [];
      const province = city.province.code === city.code ? [] : (of.get(city.province.code) ?? []);
      const covered = SECTORS.filter((sector) => [...own, ...province].some(({ sectors }) => sectors.includes(sector)));
      return {
        ...{ city, year, own, province, covered },
        region: regional.filter((policy) => coversRegion(policy, city.code, scopes)),
        nation: of.get('CN') ?? [],
        assessable: covered.length >= SECTORS_NEEDED,
      };
    });
}

/**
 * How many records of a city, its province and its region are in force at the end of the year, and how many sectors have one of
 * the first two. Where the register is thin the first two are null (`register-thin`). A city of which it has no record at all
 * gets no nought: what was not found is not what was not done (`register-no-own`).
 */
export function effortFacts({ city: { code }, year, own, province, region, covered, assessable }: CityEffort): Fact[] {
  const thin = { reason: 'register-thin' };
  return [
    !assessable
      ? registerFact(code, 'own-in-force', year, null, thin)
      : own.length === 0
        ? registerFact(code, 'own-in-force', year, null, { reason: 'register-no-own' })
        : registerFact(code, 'own-in-force', year, own.length),
    assessable
      ? registerFact(code, 'province-in-force', year, province.length)
      : registerFact(code, 'province-in-force', year, null, thin),
    registerFact(code, 'region-in-force', year, region.length),
    registerFact(code, 'sectors-covered', year, covered.length, { unit: 'sectors' }),
  ];
}

/**
 * What cities, their provinces, regions and the nation have in force at the end of the year assessed, as far as the register
 * knows: counts of records, no score. National ones are the same for all and are said once.
 */
export const effortStep: Step = ({ data, edition, year, panels }) => {
  const efforts = cityEfforts(data, year);
  const nation = efforts[0]?.nation.length ?? 0;
  const counted = panels.filter(({ id }) => id === edition.scopes.nation || COUNTED.includes(id));
  return {
    facts: [
      registerFact('CN', 'nation-in-force', year, nation),
      ...counted.map(({ id, codes }) => {
        const members = efforts.filter(({ city }) => codes.includes(city.code));
        const value = members.filter(({ assessable }) => assessable).length;
        return registerFact(id, 'effort-assessable', year, value, {
          unit: 'cities',
          n: members.length,
          of: codes.length,
        });
      }),
      ...efforts.flatMap(effortFacts),
    ],
  };
};
