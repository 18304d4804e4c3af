import type { RankRow } from '../types.ts';
import type { Context } from './context.ts';

/**
 * A cohort's ranking of the year assessed by PM2.5, cleanest first: its own list where the cohort is ranked by composite
 * index, else the general one, which is by PM2.5 then.
 */
export function pm25Ranking(
  { assessment, edition }: Pick<Context, 'assessment' | 'edition'>,
  cohort: string,
): RankRow[] {
  const own = assessment.rankings.filter((row) => row.cohort === cohort && row.year === edition.year);
  const listed = own.filter(({ list }) => list === 'cleanest-pm25');
  return listed.length > 0 ? listed : own.filter(({ list, note }) => list === 'cleanest' && note !== 'by-composite');
}
