import { expect, test } from 'vitest';
import { rankCheck } from '../../pipeline/assess/rank-check.ts';
import { makeFact } from '../../pipeline/fact-id.ts';
import type { Fact, RankRow } from '../../pipeline/types.ts';
import { rankRow } from '../build.ts';

const city = (n: number) => String(100_000 + n);
/** Forty-five cities, ranked by their number, each of which could be one place up or down. */
const RANKING: readonly RankRow[] = Array.from({ length: 45 }, (_, i) =>
  rankRow(city(i + 1), i + 1, { cohort: 'KEY168', year: 2019, low: i, high: i + 2 }),
);
const published = (n: number, value: number, period = '2019'): Fact =>
  makeFact({
    ...{ origin: 'published', scope: city(n), subject: 'all', statistic: 'rank-key168', period, value },
    ...{ unit: 'rank', decimals: 0, method: 'published', inputs: [] },
  });
const values = (facts: readonly Fact[]) => facts.map(({ statistic, value }) => [statistic, value]);

// City 21 was published as 19th: just outside. Cities 26 to 45 are the last twenty; city 25, published as 26th, is outside.
const OFFICIAL = [published(1, 1), published(3, 2), published(21, 19), published(45, 45), published(25, 26)];

test('cities published among the first and last twenty are looked for at the same end', () => {
  // Differences 0, 1, 2, 0, 1: at most 2, on average 4/5. City 21 could be 20th to 22nd, so that 19 lies outside: 4 of 5 within.
  expect(values(rankCheck(RANKING, OFFICIAL))).toEqual([
    ['shared-best-places', 2],
    ['shared-worst-places', 1],
    ['largest-place-difference', 2],
    ['mean-place-difference', 0.8],
    ['places-within-range', 4],
  ]);
});

test('the ranking without sand-dust is compared apart', () => {
  const dustFree = RANKING.map((row) => ({
    ...row,
    list: 'cleanest-dust-excluded',
    note: 'by-composite-dust-excluded',
  }));
  const facts = rankCheck([...RANKING, ...dustFree.map((row) => ({ ...row, rank: 46 - row.rank }))], [published(1, 1)]);
  // Turned round, city 1 has place 45: 44 apart, and not among the first twenty.
  expect(values(facts.slice(5))).toEqual([
    ['shared-best-places-dust-excluded', 0],
    ['shared-worst-places-dust-excluded', 0],
    ['largest-place-difference-dust-excluded', 44],
    ['mean-place-difference-dust-excluded', 44],
    ['places-within-range-dust-excluded', 1],
  ]);
});

test('places of another year, of cities that are not ranked, and rankings by PM2.5 count for nothing', () => {
  expect(rankCheck(RANKING, [published(1, 1, '2020'), published(99, 2)])).toEqual([]);
  expect(rankCheck([], [published(1, 1)])).toEqual([]);
  const byPm25 = RANKING.map((row) => ({ ...row, note: 'by-pm25' }));
  expect(rankCheck(byPm25, [published(1, 1)])).toEqual([]);
});
