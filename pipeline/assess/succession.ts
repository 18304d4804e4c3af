import { makeFact } from '../fact-id.ts';
import type { Data, Edition, Fact } from '../types.ts';
import { existsIn } from './scopes.ts';

/**
 * The national cohort of the year before, when the one assessed is the same area: its cities that still exist are exactly the
 * cohort's own (Laiwu became part of Jinan, so the 338 of 2018 are the 337 of 2019). Null when there is none, or cities were added.
 */
export function predecessorOf(data: Data, { year, scopes: { nation } }: Edition): string | null {
  const own = data.scopes.find(({ id }) => id === nation);
  if (!own || own.members.length === 0 || own.validFrom !== year) return null;
  const living = new Set(data.cities.filter((city) => existsIn(city, year)).map(({ code }) => code));
  const members = [...own.members].sort().join();
  const before = data.scopes.find(
    ({ id, kind, validTo, members: theirs }) =>
      id !== nation &&
      kind === 'nation' &&
      validTo === year - 1 &&
      theirs
        .filter((code) => living.has(code))
        .sort()
        .join() === members,
  );
  return before?.id ?? null;
}

/**
 * The published figures of the year before that were recalculated to the new reference state, under the name of the cohort
 * assessed: `published.CN-338.pm25.annual-mean.2018.rebased` also as `published.CN-337.…`. They are what the ministry counts
 * its changes from, and the only levels of that year with which the year assessed may be compared.
 */
export function carriedOver(facts: readonly Fact[], data: Data, edition: Edition): Fact[] {
  const before = predecessorOf(data, edition);
  if (before === null) return [];
  return facts
    .filter(
      ({ scope, period, id }) => scope === before && period === String(edition.year - 1) && id.endsWith('.rebased'),
    )
    .map(({ id, ...fact }) =>
      makeFact({
        ...fact,
        scope: edition.scopes.nation,
        variant: 'rebased',
        method: 'published-derived',
        inputs: [id],
      }),
    );
}
