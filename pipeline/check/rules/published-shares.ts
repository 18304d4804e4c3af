import type { At, Published } from '../../types.ts';
import { isPrintable } from '../evidence.ts';
import { type Interval, sum, touch, unrounded } from '../intervals.ts';
import { placeNames } from '../places.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';

const report = reporting('published-shares', 'air/published.csv');

/** A share and the count it is of: 121 of 338 cities are 35.8 %. */
const COUNTED = [
  { share: 'attaining-share', count: 'attaining-cities' },
  { share: 'exceeding-share', count: 'exceeding-cities' },
];

/** Parts that make up a whole. */
const SUMS: readonly Readonly<{ whole: string | number; parts: readonly string[] }>[] = [
  { whole: 'heavy-day-share', parts: ['heavy-only-day-share', 'severe-day-share'] },
  { whole: 'exceedance-day-share', parts: ['light-day-share', 'moderate-day-share', 'heavy-day-share'] },
  { whole: 100, parts: ['good-day-share', 'exceedance-day-share'] },
  { whole: 100, parts: ['good-day-share', 'light-day-share', 'moderate-day-share', 'heavy-day-share'] },
  { whole: 'good-days', parts: ['level-1-days', 'level-2-days'] },
  { whole: 'good-day-share', parts: ['level-1-day-share', 'level-2-day-share'] },
  { whole: 100, parts: ['attaining-share', 'exceeding-share'] },
];

const exactly = (value: number): Interval => ({ low: value, high: value });
const text = ({ low, high }: Interval) => (low === high ? String(low) : `${low.toFixed(2)} to ${high.toFixed(2)}`);

type Group = ReadonlyMap<string, At<Published>>;

/** Shares that do not follow from their counts, and parts that do not make up their whole, beyond rounding. */
export const publishedShares: Rule = (data) => {
  const name = placeNames(data);
  const sizes = new Map(data.scopes.map(({ id, size }) => [id, size]));
  const groups = new Map<string, Map<string, At<Published>>>();
  for (const row of data.published) {
    if (row.value === null || row.basePeriod !== null || !isPrintable(row)) continue;
    const key = [row.scope, row.period, row.subject, row.basis, row.publisher, row.variant].join('·');
    const group = groups.get(key) ?? new Map<string, At<Published>>();
    groups.set(key, group.set(row.statistic, row));
  }
  const doubt = (row: At<Published>, what: string) =>
    report(
      'warn',
      row.at,
      `${name(row.scope)} ${row.period} ${row.subject}: ${what}.`,
      'Look the figures up in their source.',
    );

  const counted = (group: Group) =>
    COUNTED.flatMap(({ share, count }) => {
      const [rate, number] = [group.get(share), group.get(count)];
      const size = rate ? sizes.get(rate.scope) : null;
      if (!rate || !number || !size) return [];
      const implied = ((number.value ?? 0) / size) * 100;
      if (touch(exactly(implied), unrounded(rate.value ?? 0))) return [];
      return [
        doubt(rate, `${share} ${rate.value} %, but ${number.value} of ${size} cities are ${implied.toFixed(1)} %`),
      ];
    });
  const summed = (group: Group) =>
    SUMS.flatMap(({ whole, parts }) => {
      const rows = parts.flatMap((part) => group.get(part) ?? []);
      const [first] = rows;
      const total = typeof whole === 'number' ? null : group.get(whole);
      if (!first || rows.length < parts.length || total === undefined) return [];
      const sums = sum(rows.map(({ value }) => unrounded(value ?? 0)));
      const stated = total ? unrounded(total.value ?? 0) : exactly(100);
      if (touch(sums, stated)) return [];
      const made = rows.map(({ statistic, value }) => `${statistic} ${value}`).join(' + ');
      return [doubt(first, `${made} make ${text(sums)}, not ${total ? `${whole} ${total.value}` : whole}`)];
    });
  return [...groups.values()].flatMap((group) => [...counted(group), ...summed(group)]);
};
