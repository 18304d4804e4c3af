import type { City, Scope } from '../../types.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const cohorts = reporting('cohort-validity', 'cohorts.csv');
const scopeTable = reporting('cohort-validity', 'scopes.csv');

const missesYearsOf = (city: City, scope: Scope): boolean =>
  (city.validTo !== null && (scope.validTo === null || scope.validTo > city.validTo)) ||
  (city.validFrom !== null && scope.validFrom !== null && scope.validFrom < city.validFrom);

/**
 * A scope's years: known, in order, and years in which all its members exist; and one nation a year, so that "the national
 * mean" means one thing. A scope of policies only (no members) may be open.
 */
export const cohortValidity: Rule = (data) => {
  const name = placeNames(data);
  const cityOf = new Map(data.cities.map((city) => [city.code, city]));
  const own = data.scopes.flatMap((scope) => {
    const { id, validFrom, validTo, members } = scope;
    const reversed = validFrom !== null && validTo !== null && validTo < validFrom;
    return [
      ...(reversed
        ? [scopeTable('error', null, `${id} is valid from ${validFrom} to ${validTo}.`, 'Correct its years.')]
        : []),
      ...(members.length > 0 && validFrom === null
        ? [
            scopeTable(
              'warn',
              null,
              `${id} has members, but no first year.`,
              'Give valid_from, or note why it is open.',
            ),
          ]
        : []),
      ...members.flatMap((code) => {
        const city = cityOf.get(code);
        if (!city || !missesYearsOf(city, scope)) return [];
        const [from, to] = [city.validFrom ?? '…', city.validTo ?? '…'];
        return [
          cohorts(
            'error',
            null,
            `${name(code)} (${code}) is a member of ${id}, ${validFrom ?? '…'} to ${validTo ?? '…'}, but exists only from ${from} to ${to}.`,
            'Take it out of the scope, or correct the years of the city or the scope.',
          ),
        ];
      }),
    ];
  });
  const nations = data.scopes.filter(({ kind, validFrom }) => kind === 'nation' && validFrom !== null);
  const overlaps = nations.flatMap((a, i) =>
    nations.slice(i + 1).flatMap((b) => {
      const from = Math.max(a.validFrom ?? 0, b.validFrom ?? 0);
      if (from > Math.min(a.validTo ?? Infinity, b.validTo ?? Infinity)) return [];
      return [
        scopeTable(
          'error',
          null,
          `${a.id} and ${b.id} are both the nation in ${from}.`,
          'End one before the other begins: a national mean is of one set of cities.',
        ),
      ];
    }),
  );
  return [...own, ...overlaps];
};
