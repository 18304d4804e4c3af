import type { Facts } from '../facts/fact.ts';
import type { Fact } from '../types.ts';

/** The slope of a scope's trend that ends last, or in the year given; null where there is none. */
export function trendOf(
  facts: Facts,
  origin: 'computed' | 'published',
  scope: string,
  subject: string,
  year?: number,
): Fact | null {
  const found = facts
    .where({ origin, scope, subject, statistic: 'trend-slope' })
    .filter(({ period }) => year === undefined || period.endsWith(`..${year}`));
  return found.toSorted((a, b) => a.period.slice(-4).localeCompare(b.period.slice(-4))).at(-1) ?? null;
}
