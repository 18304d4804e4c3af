import { yearOf } from '../dates.ts';
import type { CityMonth, Fact } from '../types.ts';
import type { Step } from './context.ts';
import { knowsPeriod } from './known.ts';
import { monthlyMeans } from './months.ts';
import { askedPanels } from './scopes.ts';

const isMean = ({ subject, statistic }: CityMonth): boolean => subject === 'pm25' && statistic === 'mean';

const unique = (facts: readonly Fact[]): Fact[] => [...new Map(facts.map((fact) => [fact.id, fact])).values()];

/**
 * PM2.5 of the edition's key regions in each month of the year assessed, and of the places whose months the edition asks for in
 * every month it knows from the baseline year on: `computed.<place>.pm25.mean.<YYYY-MM>`.
 */
export const regionMonths: Step = ({ data, edition, panels, values, year }, { find }) => {
  const rows = data.cityMonths.filter((row) => isMean(row) && knowsPeriod(row.month, edition));
  const inYear = rows.filter(({ month }) => yearOf(month) === year);
  const sinceBase = rows.filter(({ month }) => yearOf(month) >= edition.baselineYear);
  const decimals = values.decimalsIn(year);
  const facts = [
    ...panels
      .filter(({ id }) => edition.scopes.regions.includes(id) && !edition.months.includes(id))
      .flatMap((panel) => monthlyMeans(inYear, panel, decimals)),
    ...askedPanels(edition, panels).flatMap((panel) => monthlyMeans(sinceBase, panel, decimals)),
  ];
  // Months that were reconciled with published ones are there already.
  return { facts: unique(facts).filter(({ id }) => find(id) === undefined) };
};
