import { makeFact } from '../fact-id.ts';
import { percentile } from '../standards/percentile.ts';
import type { Fact, RankRow } from '../types.ts';
import { distinct } from './values.ts';

/** Lists whose places are printed with what they could be, and how their cohort is named in the id. */
const SUFFIX: Readonly<Record<string, string>> = {
  cleanest: '',
  'cleanest-pm25': '',
  'composite-partial': '-partial',
  'cleanest-dust-excluded': '-dust-excluded',
};

const byPm25 = ({ note }: RankRow) => note.startsWith('by-pm25');

/**
 * The median over a cohort's cities of how many places lie between the best and the worst place a city could have, as
 * `computed.<cohort>.all.median-rank-range.<year>`: of the main ranking of the year assessed; none where a range is not known.
 */
export function rangeFacts(rows: readonly RankRow[], year: number): Fact[] {
  const own = rows.filter((row) => row.year === year && row.list === 'cleanest');
  return distinct(own.map(({ cohort }) => cohort)).flatMap((cohort) => {
    const of = own.filter((row) => row.cohort === cohort);
    const widths = of.flatMap(({ low, high }) => (low === null || high === null ? [] : [high - low]));
    const value = percentile(widths, 50);
    if (value === null || widths.length < of.length) return [];
    return makeFact({
      origin: 'computed',
      scope: cohort,
      subject: of.some(byPm25) ? 'pm25' : 'all',
      statistic: 'median-rank-range',
      period: String(year),
      value,
      unit: 'rank',
      decimals: 0,
      method: 'rank-interval',
      n: of.length,
      inputs: of.map(({ fact }) => fact),
    });
  });
}

/**
 * A city's place of the year assessed, and the best and the worst it could have, as facts: `computed.<city>.all.rank.<year>.<cohort>`,
 * `rank-low`, `rank-high`; subject `pm25` where the ranking is by PM2.5. `n` cities are ranked, of the `of` in the cohort.
 */
export function rankFacts(rows: readonly RankRow[], year: number, sizes: ReadonlyMap<string, number>): Fact[] {
  const own = rows.filter((row) => row.year === year && row.list in SUFFIX);
  const listOf = ({ list, cohort }: RankRow) => `${list} ${cohort}`;
  const counts = new Map<string, number>();
  for (const row of own) counts.set(listOf(row), (counts.get(listOf(row)) ?? 0) + 1);
  return own.flatMap((row) => {
    const places = { rank: row.rank, 'rank-low': row.low, 'rank-high': row.high };
    return Object.entries(places).map(([statistic, value]) =>
      makeFact({
        origin: 'computed',
        scope: row.code,
        subject: byPm25(row) ? 'pm25' : 'all',
        statistic,
        period: String(year),
        variant: row.cohort + (SUFFIX[row.list] ?? ''),
        value,
        unit: 'rank',
        decimals: 0,
        method: statistic === 'rank' ? 'ranked' : 'rank-interval',
        n: counts.get(listOf(row)) ?? null,
        of: sizes.get(row.cohort) ?? null,
        inputs: [row.fact],
        reason: value === null ? 'unknown' : null,
      }),
    );
  });
}
