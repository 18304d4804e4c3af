import { makeFact } from '../fact-id.ts';
import type { Fact, RankRow } from '../types.ts';

/** Places that are published at each end of a ranking (环办监测〔2018〕19号: the first and the last twenty of the key cities). */
const PLACES = 20;

/** Which ranking by composite index, and what the statistics of its comparison end in. */
const LISTS = { cleanest: '', 'cleanest-dust-excluded': '-dust-excluded' } as const;

/**
 * The computed rankings of the key cities, with sand-dust and without, beside the places that were published: of the cities
 * published as the first and as the last twenty, how many stand there in the computed one too; how far apart the two places of
 * a city are at most and on average; and how many published places lie between the best and the worst place that rounding and
 * missing days leave to the computed one.
 *
 * @param rows the rankings of one cohort and year; ties share a place, so an end may hold more than twenty
 * @param published facts `published.<city>.all.rank-….<year>`
 * @returns five facts of the cohort for each ranking; none where nothing was published or nothing is ranked by composite index
 */
export function rankCheck(rows: readonly RankRow[], published: readonly Fact[]): Fact[] {
  return Object.entries(LISTS).flatMap(([list, suffix]) =>
    checked(
      rows.filter((row) => row.list === list && row.note.startsWith('by-composite')),
      published,
      suffix,
    ),
  );
}

function checked(rows: readonly RankRow[], published: readonly Fact[], suffix: string): Fact[] {
  const [first] = rows;
  if (!first) return [];
  const byCode = new Map(rows.map((row) => [row.code, row]));
  const size = Math.max(...rows.map(({ rank }) => rank));
  const known = published.flatMap((fact) => {
    const row = byCode.get(fact.scope);
    const wanted = fact.statistic.startsWith('rank-') && fact.period === String(first.year);
    return !wanted || fact.value === null || !row ? [] : [{ fact, official: fact.value, row }];
  });
  if (known.length === 0) return [];
  const best = known.filter(({ official }) => official <= PLACES);
  const worst = known.filter(({ official }) => official > PLACES);
  const apart = known.map(({ official, row }) => Math.abs(official - row.rank));
  const within = known.filter(
    ({ official, row }) => (row.low ?? Infinity) <= official && official <= (row.high ?? -Infinity),
  );
  const fact = (statistic: string, value: number, unit: string, of: typeof known, decimals = 0) =>
    makeFact({
      origin: 'computed',
      scope: first.cohort,
      subject: 'all',
      statistic: statistic + suffix,
      period: String(first.year),
      value,
      unit,
      decimals,
      method: 'rank-check',
      n: of.length,
      inputs: of.flatMap((each) => [each.fact.id, each.row.fact]),
    });
  return [
    fact('shared-best-places', best.filter(({ row }) => row.rank <= PLACES).length, 'cities', best),
    fact('shared-worst-places', worst.filter(({ row }) => row.rank > size - PLACES).length, 'cities', worst),
    fact('largest-place-difference', Math.max(...apart), 'rank', known),
    fact('mean-place-difference', apart.reduce((sum, one) => sum + one, 0) / apart.length, 'rank', known, 1),
    fact('places-within-range', within.length, 'cities', known),
  ];
}
