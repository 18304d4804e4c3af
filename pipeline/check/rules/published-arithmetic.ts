import type { At, Published } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { changeBetween, type Interval, minus, touch, unrounded } from '../intervals.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('published-arithmetic', 'air/published.csv');

const show = ({ low, high }: Interval, unit: string) => `${low.toFixed(1)} to ${high.toFixed(1)} ${unit}`;

/** Every level a change may have been counted from or to: releases revise figures, and leave dust out, without saying so. */
function levels(rows: readonly At<Published>[], change: Published, period: string): readonly At<Published>[] {
  return rows.filter(
    (row) => row.period === period && `${row.statistic}-change` === change.statistic && row.basePeriod === null,
  );
}

/**
 * A published change that follows from none of the published levels, by more than their rounding allows (43 stands for 42.5
 * to 43.5). Mostly a revised base, sometimes a slip: a warning, since both were published.
 */
export const publishedArithmetic: Rule = (data) => {
  const name = placeNames(data);
  const places = new Map<string, At<Published>[]>();
  for (const row of data.published.filter((figure) => isPrintable(figure) && figure.value !== null)) {
    const key = `${row.scope}.${row.subject}`;
    places.set(key, [...(places.get(key) ?? []), row]);
  }
  return data.published.flatMap((change) => {
    if (change.basePeriod === null || change.value === null || !isPrintable(change)) return [];
    const rows = places.get(`${change.scope}.${change.subject}`) ?? [];
    const [before, after] = [levels(rows, change, change.basePeriod), levels(rows, change, change.period)];
    const implied = before.flatMap((from) =>
      after
        .filter(({ basis, unit }) => basis === from.basis && unit === from.unit)
        .map((to) => {
          const [low, high] = [unrounded(from.value ?? 0), unrounded(to.value ?? 0)];
          return { from, to, range: change.unit === '%' ? changeBetween(low, high) : minus(low, high) };
        }),
    );
    const [first] = implied;
    const stated = unrounded(change.value);
    if (!first || implied.some(({ range }) => touch(range, stated))) return [];
    return [
      report(
        'warn',
        change.at,
        `${name(change.scope)} ${change.period} ${change.subject} ${change.statistic} from ${change.basePeriod}: ${change.value} ${change.unit}, but ${first.from.value} (row ${first.from.at}) and ${first.to.value} (row ${first.to.at}) give ${show(first.range, change.unit)}.`,
        'See whether the base was revised (then record it as a variant) or a figure was mistyped.',
      ),
    ];
  });
};
