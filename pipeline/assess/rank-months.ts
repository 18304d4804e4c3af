import { makeFact } from '../fact-id.ts';
import { compositeIndex } from '../standards/composite-index.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { type CityMonth, type Fact, type Limit, POLLUTANTS, type Pollutant, type RankRow } from '../types.ts';
import { COVERAGE_FLOOR, commonBasis } from './cohort.ts';
import { indexLimits } from './composite-cities.ts';
import { MonthValues } from './month-values.ts';
import { MONTH_STATISTIC, ranked } from './rank.ts';
import type { Panel } from './scopes.ts';
import { distinct } from './values.ts';

export type MonthRankings = Readonly<{ facts: readonly Fact[]; rankings: readonly RankRow[] }>;

/**
 * The composite index of each city of a panel for each month of a year, from the month's means and percentiles over the same
 * annual (or daily) limits, as the monthly rankings have it (环办〔2014〕64号), and the ranking of the month, `cleanest-<YYYY-MM>`.
 * Months in which fewer than nine in ten cities have all six pollutants have no ranking; a city's month counts from half its days.
 */
export function monthRankings(
  rows: readonly CityMonth[],
  panel: Panel,
  year: number,
  limits: readonly Limit[],
): MonthRankings {
  const inForce = indexLimits(limits, year);
  const members = new Set(panel.codes);
  const own = rows.filter(({ code, month }) => members.has(code) && month.startsWith(`${year}-`));
  const values = new MonthValues(own);
  if (!inForce) return { facts: [], rankings: [] };
  const months = distinct(own.map(({ month }) => month)).sort();
  const made = months.map((month) => {
    const of = own.filter((row) => row.month === month);
    const lineage = {
      basis: commonBasis(of),
      method: distinct(of.map(({ method }) => method)).join('+'),
      sources: distinct(of.map(({ source }) => source)),
    };
    const indices = panel.codes.flatMap((code) => {
      const six = Object.fromEntries(
        POLLUTANTS.map((one) => [one, values.of(code, one, MONTH_STATISTIC[one], year).get(month) ?? null]),
      ) as Record<Pollutant, number | null>;
      const composite = compositeIndex(six, inForce);
      if (!composite) return [];
      const fact = makeFact({
        ...{ origin: 'computed', scope: code, subject: 'all', statistic: 'composite-index', period: month },
        ...{ value: composite.index, unit: '', decimals: 2, ...lineage },
        inputs: [
          ...POLLUTANTS.map((one) => `city-month:${code}:${one}:${MONTH_STATISTIC[one]}:${month}`),
          'standards/limits.csv',
        ],
      });
      return [{ code, fact, largest: composite.largest }];
    });
    return { month, indices };
  });
  const full = made.filter(({ indices }) => indices.length / panel.codes.length >= COVERAGE_FLOOR);
  return {
    facts: full.flatMap(({ indices }) => indices.map(({ fact }) => fact)),
    rankings: full.flatMap(({ month, indices }) =>
      ranked(
        `cleanest-${month}`,
        panel.id,
        year,
        indices.map(({ code, fact, largest }) => {
          const composite = roundedNumber(fact.value ?? 0, 2);
          return { code, score: composite, fact: fact.id, composite, note: 'by-composite', largest };
        }),
      ),
    ),
  };
}
