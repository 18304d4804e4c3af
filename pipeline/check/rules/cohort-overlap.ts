import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('cohort-overlap', 'cohorts.csv');

/** Regions of the edition that share cities: their figures stand beside each other, and are never added up. */
export const cohortOverlap: Rule = (data, { scopes: { regions } }) => {
  const name = placeNames(data);
  const chosen = data.scopes.filter(({ id }) => regions.includes(id));
  return chosen.flatMap((a, i) =>
    chosen.slice(i + 1).flatMap((b) => {
      const shared = a.members.filter((code) => b.members.includes(code));
      if (shared.length === 0) return [];
      const some = shared.slice(0, 3).map(name).join(', ');
      return [
        report(
          'note',
          null,
          `${a.id} and ${b.id} share ${shared.length} cities (${some}${shared.length > 3 ? ' …' : ''}).`,
          'Do not add up or rank the two as if they were apart.',
        ),
      ];
    }),
  );
};
