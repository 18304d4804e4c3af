import { from, op } from 'arquero';
import { makeFact } from '../fact-id.ts';
import type { Basis, CityMonth, Fact, Pollutant, Subject } from '../types.ts';
import { concentrationDecimals } from '../units.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import { measureOf } from './measure.ts';
import type { Panel } from './scopes.ts';
import { distinct } from './values.ts';

type MonthGroup = Readonly<{
  month: string;
  subject: Subject;
  statistic: string;
  value: number;
  n: number;
  basis: Basis;
  methods: readonly string[];
  sources: readonly string[];
}>;

/**
 * Unweighted means over a panel's cities, month by month, as `computed.<panel>.<pollutant>.<statistic>.<YYYY-MM>` (`mean`;
 * ozone's are named for what they are means of). Below {@link COVERAGE_FLOOR} there is no fact: a gap in a line says enough.
 */
export function monthlyMeans(
  rows: readonly CityMonth[],
  panel: Panel,
  decimals: (pollutant: Pollutant) => number = concentrationDecimals,
): Fact[] {
  const members = new Set(panel.codes);
  const present = rows.filter(({ code, value }) => value !== null && members.has(code));
  if (present.length === 0) return [];
  const groups = from([...present])
    .groupby('month', 'subject', 'statistic')
    .rollup({
      value: op.mean('value'),
      n: op.count(),
      basis: op.any('basis'),
      methods: op.array_agg('method'),
      sources: op.array_agg('source'),
    })
    .orderby('subject', 'statistic', 'month')
    .objects() as MonthGroup[];
  return groups
    .filter(({ n }) => n / panel.codes.length >= COVERAGE_FLOOR)
    .map(({ month, subject, statistic, value, n, basis, methods, sources }) =>
      makeFact({
        origin: 'computed',
        scope: panel.id,
        subject,
        statistic,
        period: month,
        value,
        ...measureOf(subject, statistic, decimals),
        basis,
        n,
        of: panel.codes.length,
        method: distinct(methods).join('+'),
        inputs: [`city-month:${panel.id}:${subject}:${statistic}:${month}`],
        sources: distinct(sources),
      }),
    );
}
