import { makeFact } from '../fact-id.ts';
import type { Fact, ReconciledRow } from '../types.ts';
import { agrees } from './reconcile.ts';

const share = (part: number, whole: number) => (whole === 0 ? null : (part / whole) * 100);

/**
 * How well our figures of single cities (`cities`) and of cohorts, regions and provinces (`panels`) agree with the published
 * ones: how many were compared, how many agree within a printed step, and the mean and the largest absolute difference.
 * By subject and statistic, and over all (`all`, counts only: units differ).
 */
export function reconcileCounts(rows: readonly ReconciledRow[], facts: readonly Fact[], year: number): Fact[] {
  const byId = new Map(facts.map((fact) => [fact.id, fact]));
  const lines = rows.flatMap((row) => {
    // A published figure counts once: its second twin, made without sand-dust, stands in the table only.
    if (row.computed !== row.published.replace('published.', 'computed.')) return [];
    const [computed, difference] = [byId.get(row.computed), byId.get(row.difference)];
    if (!computed || difference?.value == null) return [];
    return [{ row, difference, value: Math.abs(difference.value), of: computed.of === null ? 'cities' : 'panels' }];
  });
  type Line = (typeof lines)[number];
  const measure = ({ difference }: Line) =>
    `${difference.subject}|${difference.statistic.replace('-less-published', '')}`;
  return ['cities', 'panels'].flatMap((of) => {
    const own = lines.filter((line) => line.of === of);
    const groups = [...new Set(own.map(measure))].map((key) => ({
      key,
      own: own.filter((line) => measure(line) === key),
    }));
    return [{ key: 'all|figures', own }, ...groups].flatMap(({ key, own: members }) => {
      const [subject = '', statistic = ''] = key.split('|');
      const first = members[0];
      if (!first) return [];
      const agreeing = members.filter(({ row }) => agrees(row.reasons[0])).length;
      const make = (name: string, value: number | null, unit: string, decimals: number) =>
        makeFact({
          origin: 'computed',
          scope: of,
          subject,
          statistic: `${statistic}-${name}`,
          period: String(year),
          value,
          unit,
          decimals,
          n: members.length,
          method: 'count',
          inputs: members.map(({ difference }) => difference.id),
        });
      const counts = [
        make('compared', members.length, 'figures', 0),
        make('agreeing', agreeing, 'figures', 0),
        make('differing', members.length - agreeing, 'figures', 0),
        make('agreeing-share', share(agreeing, members.length), '%', 0),
      ];
      if (subject === 'all' && statistic === 'figures') return counts;
      const sizes = members.map(({ value }) => value);
      const { unit, decimals } = first.difference;
      return [
        ...counts,
        make('mean-difference', sizes.reduce((sum, size) => sum + size, 0) / sizes.length, unit, Math.max(1, decimals)),
        make('largest-difference', Math.max(...sizes), unit, Math.max(1, decimals)),
      ];
    });
  });
}
