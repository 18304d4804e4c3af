import type { Step } from './context.ts';
import { withDerivedMonths } from './derived.ts';
import { monthlyMeans } from './months.ts';

/** PM2.5 of the edition's key regions in each month of the year assessed: `computed.<region>.pm25.mean.<YYYY-MM>`. */
export const regionMonths: Step = ({ data, edition, panels, values, year }, { find }) => {
  const rows = withDerivedMonths(
    data.cityMonths.filter(({ month, subject }) => subject === 'pm25' && month.startsWith(String(year))),
  ).filter(({ subject, statistic }) => subject === 'pm25' && statistic === 'mean');
  const regions = panels.filter(({ id }) => edition.scopes.regions.includes(id));
  const facts = regions.flatMap((panel) => monthlyMeans(rows, panel, values.decimalsIn(year)));
  // Months that were reconciled with published ones are there already.
  return { facts: facts.filter(({ id }) => find(id) === undefined) };
};
