import { makeFact } from '../fact-id.ts';
import { type OzoneMonth, peakSeason } from '../standards/peak-season.ts';
import type { CityMonth, Fact } from '../types.ts';
import { COVERAGE_FLOOR, commonBasis } from './cohort.ts';
import type { Step } from './context.ts';
import { measureOf } from './measure.ts';
import { distinct, mean } from './values.ts';
import { rungs, WHO_STATISTIC, whoLevels } from './who-ladder.ts';

const { statistic } = WHO_STATISTIC.o3;

type Season = Readonly<{ code: string; year: number; value: number; months: readonly CityMonth[] }>;

const yearOf = ({ month }: CityMonth): number => Number(month.slice(0, 4));
const lengthOf = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

/** The ozone season of every city and year whose twelve months allow it. */
function seasonsOf(rows: readonly CityMonth[]): Season[] {
  const years = new Map<string, CityMonth[]>();
  for (const row of rows) {
    if (row.subject !== 'o3' || row.statistic !== 'mean-mda8' || row.value === null) continue;
    const key = `${row.code}.${yearOf(row)}`;
    const own = years.get(key);
    if (own) own.push(row);
    else years.set(key, [row]);
  }
  return [...years.values()].flatMap((months) => {
    const season = peakSeason(months.map(ozoneMonth));
    const [first] = months;
    return season && first ? [{ code: first.code, year: yearOf(first), value: season.mean, months }] : [];
  });
}

const ozoneMonth = ({ month, value, validDays }: CityMonth): OzoneMonth => ({
  month: Number(month.slice(5)),
  mean: value ?? 0,
  days: validDays,
  of: lengthOf(month),
});

/**
 * WHO's peak-season mean of ozone, from the monthly means of the daily maximum 8-hour means (standards/peak-season.ts): of every city in
 * the year assessed, of every panel in every year as the unweighted mean over its cities, and how many of its cities
 * stand on which of WHO's levels. µg/m³. Panels below nine in ten of their cities have none.
 */
export const peakSeasons: Step = ({ data, panels, year }) => {
  const seasons = seasonsOf(data.cityMonths.filter((row) => yearOf(row) <= year));
  const levels = whoLevels(data.guidelines, 'o3');
  const years = distinct(seasons.map((season) => season.year)).sort();
  const ofPanels = panels.flatMap((panel) => {
    const members = new Set(panel.codes);
    return years.flatMap((y) => {
      const own = seasons.filter((season) => season.year === y && members.has(season.code));
      if (own.length / panel.codes.length < COVERAGE_FLOOR) return [];
      const shared = { period: String(y), ...made(own), inputs: [monthsOfYear(panel.id, y)] };
      return [
        fact(panel.id, mean(own.map(({ value }) => value)), { ...shared, n: own.length, of: panel.codes.length }),
        ...rungs(own, panel, levels, {
          ...shared,
          subject: 'o3',
          inputs: [...shared.inputs, 'standards/who-guidelines.csv'],
        }),
      ];
    });
  });
  const ofCities = seasons
    .filter((season) => season.year === year)
    .map((season) =>
      fact(season.code, season.value, {
        period: String(year),
        ...made([season]),
        inputs: [monthsOfYear(season.code, year)],
      }),
    );
  return { facts: [...ofPanels, ...ofCities] };
};

const monthsOfYear = (scope: string, year: number): string => `city-month:${scope}:o3:mean-mda8:${year}-01..12`;

function made(seasons: readonly Season[]): Pick<Fact, 'method' | 'sources' | 'basis'> {
  const months = seasons.flatMap((season) => season.months);
  return {
    method: `six months, ${distinct(months.map(({ method }) => method)).join('+')}`,
    sources: distinct(months.map(({ source }) => source)),
    basis: commonBasis(months),
  };
}

const fact = (
  scope: string,
  value: number | null,
  parts: Pick<Fact, 'period' | 'method' | 'sources' | 'basis' | 'inputs'> & Partial<Pick<Fact, 'n' | 'of'>>,
): Fact =>
  makeFact({ origin: 'computed', scope, subject: 'o3', statistic, value, ...measureOf('o3', statistic), ...parts });
