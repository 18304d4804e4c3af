import { makeFact } from '../fact-id.ts';
import { CONFIDENCE } from '../standards/theil-sen.ts';
import { type Trend, trend } from '../standards/trend.ts';
import type { Fact } from '../types.ts';
import { concentrationDecimals, concentrationUnit } from '../units.ts';
import type { Step } from './context.ts';
import { panelSeries, publishedSeries, type Series } from './series.ts';

/** Of these the archives give the annual statistic in four years or more; published figures are taken of all six. */
const SUBJECTS = ['pm25', 'pm10', 'so2', 'no2', 'o3'] as const;

/**
 * The trend of every panel and city, computed and published, as facts whose period is `<first>..<last>` year: `trend-slope`,
 * `trend-slope-low`, `trend-slope-high` per year, `trend-percent` of the mean of the years, `trend-tau`, `trend-p`, and
 * `trend-spearman` from five years on. `n` is the number of years. Series of fewer than four years, or that have no year of either state
 * in common, have none. A city has the trend on the state of the air of the year assessed that ends in it or the year before; panels and published
 * figures also the one that ended with the old state in 2018.
 */
export const trends: Step = ({ values, panels, cities, year, edition }, { facts }) => {
  const sides = ['old', 'new'] as const;
  const now = values.rows.some((row) => row.year === year && row.basis === 'actual-298K') ? 'new' : 'old';
  const computed = SUBJECTS.flatMap((subject) => [
    ...panels.flatMap((panel) => sides.map((side) => panelSeries(values, panel, subject, side))),
    ...cities
      .map(({ code }) => panelSeries(values, { id: code, codes: [code] }, subject, now))
      .filter((series) => (series?.points.at(-1)?.year ?? 0) >= year - 1),
  ]).filter((series) => series !== null);
  const official = sides.flatMap((side) => publishedSeries(facts, side, edition.baselineYear));
  return { facts: [...computed, ...official].flatMap(trendFacts) };
};

/** The facts of one series; none when it is too short. */
function trendFacts(series: Series): Fact[] {
  const made = trend(series.points);
  const [first, last] = [series.points[0], series.points.at(-1)];
  if (!made || !first || !last) return [];
  const unit = `${concentrationUnit(series.subject)}/a`;
  const decimals = concentrationDecimals(series.subject) + 1;
  return numbersOf(made, unit, decimals).flatMap(({ statistic, value, method, ...printed }) =>
    value === null
      ? []
      : makeFact({
          origin: series.origin,
          scope: series.scope,
          subject: series.subject,
          statistic,
          period: `${first.year}..${last.year}`,
          value,
          ...printed,
          basis: series.basis,
          n: made.years,
          method: method + series.made,
          inputs: series.inputs,
          sources: series.sources,
          notes: series.notes,
        }),
  );
}

function numbersOf({ sen, percent, kendall, spearman }: Trend, unit: string, decimals: number) {
  const interval = `theil-sen, ${CONFIDENCE * 100} % interval`;
  const test = kendall?.exact ? 'mann-kendall, exact' : 'mann-kendall, normal with ties';
  return [
    { statistic: 'trend-slope', value: sen.slope, unit, decimals, method: 'theil-sen' },
    { statistic: 'trend-slope-low', value: sen.low, unit, decimals, method: interval },
    { statistic: 'trend-slope-high', value: sen.high, unit, decimals, method: interval },
    {
      statistic: 'trend-percent',
      value: percent,
      unit: '%/a',
      decimals: 1,
      method: 'theil-sen, of the mean of the years',
    },
    { statistic: 'trend-tau', value: kendall?.tau ?? null, unit: '', decimals: 2, method: test },
    { statistic: 'trend-p', value: kendall?.p ?? null, unit: '', decimals: 3, method: test },
    { statistic: 'trend-spearman', value: spearman, unit: '', decimals: 3, method: 'HJ 663-2013 annex B' },
  ];
}
