import { makeFact } from '../fact-id.ts';
import type { Fact } from '../types.ts';
import { direction } from './direction.ts';
import type { Panel } from './scopes.ts';
import { distinct } from './values.ts';

const COUNTED = [
  { statistic: 'fallen-cities', way: 'down' },
  { statistic: 'level-cities', way: 'same' },
  { statistic: 'risen-cities', way: 'up' },
] as const;

/**
 * In how many cities of a panel a pollutant's annual mean fell, rose, or stayed level between two years, by the relative
 * change as printed (to 0.1 %). `n` is the number of cities with a value in both years.
 */
export function changeCounts(changes: readonly Fact[], panel: Panel, from: number, to: number): Fact[] {
  const members = new Set(panel.codes);
  return (['pm25', 'pm10', 'so2', 'no2'] as const).flatMap((subject) => {
    const counted = changes.filter(
      (fact) =>
        fact.subject === subject &&
        fact.statistic === 'annual-mean' &&
        fact.period === `${to}-vs-${from}` &&
        fact.value !== null &&
        members.has(fact.scope),
    );
    if (counted.length === 0) return [];
    return COUNTED.map(({ statistic, way }) =>
      makeFact({
        origin: 'computed',
        scope: panel.id,
        subject,
        statistic,
        period: `${to}-vs-${from}`,
        value: counted.filter((fact) => direction(fact) === way).length,
        unit: 'cities',
        decimals: 0,
        n: counted.length,
        of: panel.codes.length,
        method: distinct(counted.map(({ method }) => method)).join(', '),
        inputs: [
          `city-year:${panel.id}:${subject}:annual-mean:${from}:${to}`,
          `city-year:${panel.id}:${subject}:annual-mean:${to}:${from}`,
        ],
        sources: distinct(counted.flatMap(({ sources }) => sources)),
        notes: distinct(counted.flatMap(({ notes }) => notes)),
      }),
    );
  });
}
