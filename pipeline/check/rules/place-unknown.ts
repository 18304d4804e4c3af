import { nearest } from '../../errors.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

/** Scopes of figures and targets, and jurisdictions of policies: a scope id, a province code or a city code that exists. */
export const placeUnknown: Rule = ({ scopes, provinces, cities, published, policies, targets, outcomes }) => {
  const known = new Set([...scopes.map(({ id }) => id), ...[...provinces, ...cities].map(({ code }) => code)]);
  const unknown = (file: string, column: string, rows: readonly Readonly<{ at: number; place: string }>[]) =>
    rows
      .filter(({ place }) => !known.has(place))
      .map(({ at, place }) =>
        reporting('place-unknown', file)(
          'error',
          at,
          `${column} “${place}” is no scope, province or city.`,
          `Correct it, or add it to scopes.csv; the nearest are ${nearest(place, known).join(', ')}.`,
          column,
        ),
      );
  return [
    ...unknown(
      'air/published.csv',
      'scope',
      published.map(({ at, scope }) => ({ at, place: scope })),
    ),
    ...unknown(
      'policies/policies.csv',
      'jurisdiction',
      policies.map(({ at, jurisdiction }) => ({ at, place: jurisdiction })),
    ),
    ...unknown(
      'policies/targets.csv',
      'scope',
      targets.map(({ at, scope }) => ({ at, place: scope })),
    ),
    ...unknown(
      'policies/outcomes.csv',
      'scope',
      outcomes.map(({ at, scope }) => ({ at, place: scope })),
    ),
  ];
};
