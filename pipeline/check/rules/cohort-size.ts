import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('cohort-size', 'cohorts.csv');

/** A mean of "338 cities" is a mean of 338 cities: the members of a scope are as many as it states. */
export const cohortSize: Rule = ({ scopes }) =>
  scopes.flatMap(({ id, size, members }) => {
    if (members.length === 0 || size === null || members.length === size) return [];
    const [what, remedy] =
      members.length < size
        ? ['too few', 'Add the missing cities to cohorts.csv, or correct the size in scopes.csv.']
        : ['too many', 'Take out the cities that do not belong to it, or correct the size in scopes.csv.'];
    return [report('error', null, `${id} states ${size} cities and has ${members.length} members, ${what}.`, remedy)];
  });
