import { makeFact } from '../fact-id.ts';
import { attainmentOn, attainsAlone } from '../standards/attainment.ts';
import { clausesOn, lastDay } from '../standards/rules.ts';
import { type AssessmentRule, type Fact, POLLUTANTS, type Pollutant, type Standards } from '../types.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues } from './values.ts';

/** The pollutants with an annual limit in China; CO and ozone are assessed by percentiles, which months and station means cannot give. */
const FOUR: readonly Pollutant[] = POLLUTANTS.filter((pollutant) => pollutant !== 'co' && pollutant !== 'o3');

/**
 * How many cities of a panel meet the class 2 limits: each pollutant alone by the bulletins' statistic (CO by its 95th
 * percentile, ozone by its 90th), and the four with an annual limit together (`all`, statistic `attaining-four-cities`).
 * Comparison after rounding (35.4 → 35 attains). `n` of `of` cities have a value. Null with reason `coverage` where fewer than
 * nine in ten have one, with `no-limit` where the limits in use have none for a pollutant. All six: attainment-six.ts.
 */
export function attainmentCounts(values: CityValues, panel: Panel, year: number, standards: Standards): Fact[] {
  const clauses = clausesOn(standards, lastDay(year), 'bulletin');
  const judge = attainmentOn('bulletin', standards, lastDay(year));
  const judged = new Map(
    panel.codes.map((code) => [
      code,
      judge((pollutant, statistic) => values.get(code, pollutant, statistic, year)?.value ?? null),
    ]),
  );
  const leftOut = new Set(judged.get(panel.codes[0] ?? '')?.leftOut.map(({ pollutant }) => pollutant));
  const sets = [
    ...POLLUTANTS.map((pollutant) => ({
      subject: pollutant,
      statistic: 'attaining',
      pollutants: [pollutant] as readonly Pollutant[],
    })),
    { subject: 'all' as const, statistic: 'attaining-four', pollutants: FOUR },
  ];
  return sets.flatMap(({ subject, statistic, pollutants }) => {
    const own = clauses.filter(({ pollutant }) => pollutants.includes(pollutant));
    const rows = own.map((clause) => ({ clause, rows: rowsOf(values, panel, year, clause) }));
    const complete = panel.codes.filter((code) => rows.every(({ rows: of }) => of.has(code)));
    if (own.length < pollutants.length || complete.length === 0) return [];
    const noLimit = pollutants.some((pollutant) => leftOut.has(pollutant));
    const covered = complete.length / panel.codes.length >= COVERAGE_FLOOR;
    const attains = (code: string) => {
      const city = judged.get(code);
      return city !== undefined && pollutants.every((each) => attainsAlone(city, each));
    };
    const attaining = complete.filter(attains).length;
    const known = covered && !noLimit;
    const shared = {
      origin: 'computed' as const,
      scope: panel.id,
      subject,
      period: String(year),
      n: complete.length,
      of: panel.codes.length,
      ...lineage(rows.flatMap(({ rows: of }) => [...of.values()])),
      inputs: [
        ...own.map((clause) => `city-year:${panel.id}:${clause.pollutant}:${clause.statistic}:${year}`),
        'standards/limits.csv',
        'standards/assessment-rules.csv',
      ],
      reason: noLimit ? 'no-limit' : covered ? null : 'coverage',
    };
    return [
      makeFact({
        ...shared,
        statistic: `${statistic}-cities`,
        value: known ? attaining : null,
        unit: 'cities',
        decimals: 0,
      }),
      makeFact({
        ...shared,
        statistic: `${statistic}-share`,
        value: known ? (attaining / complete.length) * 100 : null,
        unit: '%',
        decimals: 1,
      }),
    ];
  });
}

const rowsOf = (values: CityValues, panel: Panel, year: number, { pollutant, statistic }: AssessmentRule) =>
  new Map(values.present(panel.codes, pollutant, statistic, year).map((row) => [row.code, row]));
