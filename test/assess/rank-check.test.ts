import { expect, test } from 'vitest';
import { rankCheck } from '../../pipeline/assess/rank-check.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Fact, RankRow } from '../../pipeline/types.ts';

const city = (n: number) => String(100_000 + n);
/** Forty-five cities, ranked by their number. */
const RANKING: readonly RankRow[] = Array.from({ length: 45 }, (_, i) => ({
  ...{ list: 'cleanest', cohort: 'KEY168', year: 2019, rank: i + 1, code: city(i + 1) },
  ...{ fact: `computed.${city(i + 1)}.all.composite-index.2019`, composite: i, note: 'by-composite' },
}));
const published = (n: number, value: number, period = '2019'): Fact =>
  makeFact({
    ...{ origin: 'published', scope: city(n), subject: 'all', statistic: 'rank-key168', period, value },
    ...{ unit: 'rank', decimals: 0, method: 'published', inputs: [] },
  });
const values = (facts: readonly Fact[]) => facts.map(({ statistic, value }) => [statistic, value]);

test('cities published among the first and last twenty are looked for at the same end', () => {
  // City 21 was published as 19th: just outside. Cities 26 to 45 are the last twenty; city 25, published as 26th, is outside.
  const official = [published(1, 1), published(3, 2), published(21, 19), published(45, 45), published(25, 26)];
  expect(values(rankCheck(RANKING, official))).toEqual([
    ['shared-best-places', 2],
    ['shared-worst-places', 1],
    ['largest-place-difference', 2],
  ]);
});

test('places of another year, and of cities that are not ranked, count for nothing', () => {
  expect(rankCheck(RANKING, [published(1, 1, '2020'), published(99, 2)])).toEqual([]);
  expect(rankCheck([], [published(1, 1)])).toEqual([]);
});
