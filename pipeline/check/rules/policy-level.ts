import type { Policy, PolicyLevel } from '../../types.ts';
import { reporting } from '../report.ts';
import type { RegisterRule } from '../rule.ts';

const report = reporting('policy-level', 'policies/policies.csv');

const HOLDS_IN: Readonly<Record<PolicyLevel, string>> = {
  national: 'CN',
  regional: 'a region of scopes.csv',
  provincial: 'a province',
  municipal: 'a city that is no municipality',
};

/**
 * The level and the area of a record: national ones hold in CN, regional ones in a scope, provincial ones (those of the four
 * municipalities among them) in a province, municipal ones in a city. Areas that do not exist are the matter of place-unknown.
 */
export const policyLevel: RegisterRule = ({ policies, provinces, cities, scopes }) => {
  const codes = {
    provinces: new Set(provinces.map(({ code }) => code)),
    cities: new Set(cities.map(({ code }) => code)),
  };
  const ids = new Set(scopes.map(({ id }) => id));
  const levelOf = ({ jurisdiction }: Policy): PolicyLevel | null => {
    if (jurisdiction === 'CN') return 'national';
    if (codes.provinces.has(jurisdiction)) return 'provincial';
    if (codes.cities.has(jurisdiction)) return 'municipal';
    return ids.has(jurisdiction) ? 'regional' : null;
  };
  return policies.flatMap((policy) => {
    const level = levelOf(policy);
    if (level === null || level === policy.level) return [];
    return [
      report(
        'warn',
        policy.at,
        `${policy.id}: level ${policy.level}, but its jurisdiction ${policy.jurisdiction} is ${HOLDS_IN[level]}.`,
        `Correct one of the two: ${policy.level} records hold in ${HOLDS_IN[policy.level]}.`,
        'level',
      ),
    ];
  });
};
