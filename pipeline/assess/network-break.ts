import { makeFact } from '../fact-id.ts';
import type { Fact } from '../types.ts';
import { relativeChange } from './change.ts';
import type { AssessContext, SoFar } from './context.ts';
import { measureOf } from './measure.ts';
import { NETWORK_YEAR, publishedLevel } from './since-base-level.ts';
import { distinct, mean } from './values.ts';

/** The cities with an official mean in both the last year before the national network and its first: no cohort, counted as they are. */
export const BOTH_YEARS = 'CITIES-2012-2013';

/**
 * How far the official means of the same cities moved from 2012 to 2013: PM10, SO2 and NO2, the two means and the change in %, unrounded, over
 * the cities that have both (n). It holds the year's change of the air together with that of sites and rules, and shows why no
 * verdict is given across the two.
 */
export function networkBreak({ cities }: AssessContext, { find }: SoFar): Fact[] {
  const years = [NETWORK_YEAR - 1, NETWORK_YEAR] as const;
  return (['pm10', 'so2', 'no2'] as const).flatMap((subject) => {
    const pairs = cities.flatMap(({ code }) => {
      const [before, after] = years.map((year) =>
        publishedLevel(find, code, `${subject}.annual-mean`, year, 'official'),
      );
      return before && after ? [{ before, after }] : [];
    });
    const [low, high] = [mean(pairs.map(({ before }) => before.value)), mean(pairs.map(({ after }) => after.value))];
    if (low === null || high === null) return [];
    const levels = pairs.flatMap(({ before, after }) => [before, after]);
    const shared = {
      origin: 'computed' as const,
      scope: BOTH_YEARS,
      subject,
      statistic: 'annual-mean',
      basis: 'standard-273K' as const,
      n: pairs.length,
      method: 'published-derived',
      sources: distinct(levels.flatMap(({ sources }) => sources)),
    };
    const means = [
      { year: years[0], value: low, own: pairs.map(({ before }) => before) },
      { year: years[1], value: high, own: pairs.map(({ after }) => after) },
    ].map(({ year, value, own }) =>
      makeFact({
        ...shared,
        ...measureOf(subject, 'annual-mean'),
        period: String(year),
        value,
        inputs: own.map(({ id }) => id),
      }),
    );
    return [
      ...means,
      makeFact({
        ...shared,
        inputs: means.map(({ id }) => id),
        period: `${years[1]}-vs-${years[0]}`,
        value: relativeChange(low, high),
        unit: '%',
        decimals: 1,
        notes: ['station-set'],
      }),
    ];
  });
}
