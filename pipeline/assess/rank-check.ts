import { makeFact } from '../fact-id.ts';
import type { Fact, RankRow } from '../types.ts';

/** Places that are published at each end of a ranking (环办监测〔2018〕19号: the first and the last twenty of the key cities). */
const PLACES = 20;

/**
 * A computed ranking of the key cities beside the places that were published: of the cities published as the first and as the
 * last twenty, how many stand there in the computed one too, and how far apart the two places of a city are at most.
 *
 * @param rows the ranking by composite index of one cohort and year; ties share a place, so an end may hold more than twenty
 * @param published facts `published.<city>.all.rank-….<year>`
 * @returns three facts of the cohort; none where nothing was published or nothing is ranked
 */
export function rankCheck(rows: readonly RankRow[], published: readonly Fact[]): Fact[] {
  const [first] = rows;
  if (!first) return [];
  const places = new Map(rows.map(({ code, rank }) => [code, rank]));
  const size = Math.max(...places.values());
  const official = published.filter(
    (fact) => fact.statistic.startsWith('rank-') && fact.period === String(first.year) && places.has(fact.scope),
  );
  const known = official.flatMap((fact) => {
    const place = places.get(fact.scope);
    return fact.value === null || place === undefined ? [] : [{ fact, official: fact.value, place }];
  });
  if (known.length === 0) return [];
  const best = known.filter(({ official }) => official <= PLACES);
  const worst = known.filter(({ official }) => official > PLACES);
  const fact = (statistic: string, value: number, unit: string, of: typeof known) =>
    makeFact({
      origin: 'computed',
      scope: first.cohort,
      subject: 'all',
      statistic,
      period: String(first.year),
      value,
      unit,
      decimals: 0,
      method: 'rank-check',
      inputs: of.flatMap((each) => [
        each.fact.id,
        ...rows.filter(({ code }) => code === each.fact.scope).map((row) => row.fact),
      ]),
    });
  return [
    fact('shared-best-places', best.filter(({ place }) => place <= PLACES).length, 'cities', best),
    fact('shared-worst-places', worst.filter(({ place }) => place > size - PLACES).length, 'cities', worst),
    fact(
      'largest-place-difference',
      Math.max(...known.map(({ official, place }) => Math.abs(official - place))),
      'rank',
      known,
    ),
  ];
}
