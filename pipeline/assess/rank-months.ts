import { daysInMonth } from '../dates.ts';
import { makeFact } from '../fact-id.ts';
import { compositeIndex } from '../standards/composite-index.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { indexRuleOn } from '../standards/rules.ts';
import { type CityMonth, type Fact, POLLUTANTS, type Pollutant, type RankRow, type Standards } from '../types.ts';
import { monthly } from './city-indices.ts';
import { COVERAGE_FLOOR, commonBasis } from './cohort.ts';
import { notesOf } from './composite-cities.ts';
import { MonthValues } from './month-values.ts';
import { ranked } from './rank.ts';
import type { Panel } from './scopes.ts';
import { distinct } from './values.ts';

const lastDayOf = (month: string): string => {
  const [year = 0, of = 0] = month.split('-').map(Number);
  return `${month}-${daysInMonth(year, of)}`;
};

type MonthRankings = Readonly<{ facts: readonly Fact[]; rankings: readonly RankRow[] }>;

/**
 * The composite index of each city of a panel for each month of a year, from the month's means and percentiles over the same
 * annual (or daily) limits, as the monthly rankings have it (环办〔2014〕64号), and the ranking of the month, `cleanest-<YYYY-MM>`;
 * rule and limits are those in force on the last day of the month. Months in which fewer than nine in ten cities have all six pollutants have no ranking; a city's month counts from half its days.
 */
export function monthRankings(
  rows: readonly CityMonth[],
  panel: Panel,
  year: number,
  standards: Pick<Standards, 'limits' | 'rankingRules'>,
): MonthRankings {
  const members = new Set(panel.codes);
  const own = rows.filter(({ code, month }) => members.has(code) && month.startsWith(`${year}-`));
  const values = new MonthValues(own);
  const months = distinct(own.map(({ month }) => month)).sort();
  const byMonth = new Map<string, CityMonth[]>(months.map((month) => [month, []]));
  for (const row of own) byMonth.get(row.month)?.push(row);
  const made = months.flatMap((month) => {
    const of = byMonth.get(month) ?? [];
    const rule = indexRuleOn(standards, lastDayOf(month));
    if (!rule) return [];
    const statistic = (pollutant: Pollutant) => monthly(rule.parts[pollutant].statistic);
    const lineage = {
      basis: commonBasis(of),
      method: distinct(of.map(({ method }) => method)).join('+'),
      sources: distinct(of.map(({ source }) => source)),
    };
    const indices = panel.codes.flatMap((code) => {
      const six = Object.fromEntries(
        POLLUTANTS.map((one) => [one, values.of(code, one, statistic(one), year).get(month) ?? null]),
      ) as Record<Pollutant, number | null>;
      const composite = compositeIndex(six, rule);
      if (!composite) return [];
      const fact = makeFact({
        ...{ origin: 'computed', scope: code, subject: 'all', statistic: 'composite-index', period: month },
        ...{ value: composite.index, unit: '', decimals: rule.decimals, ...lineage },
        inputs: [
          ...POLLUTANTS.map((one) => `city-month:${code}:${one}:${statistic(one)}:${month}`),
          'standards/limits.csv',
          'standards/ranking-rules.csv',
        ],
        notes: notesOf(rule),
      });
      return [{ code, fact, largest: composite.largest }];
    });
    return [{ month, indices }];
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
          const composite = roundedNumber(fact.value ?? 0, fact.decimals);
          return { code, score: composite, fact: fact.id, composite, note: 'by-composite', largest };
        }),
      ),
    ),
  };
}
