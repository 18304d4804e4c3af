import type { Assessment, Data, Edition, Fact } from '../types.ts';
import { attainmentCounts } from './attainment.ts';
import { basisFacts } from './basis-facts.ts';
import { panelChanges } from './change.ts';
import { cityFacts, cohortMeans, populationWeighted } from './cohort.ts';
import { distribution, whoLadder } from './distribution.ts';
import { publishedChanges, publishedFacts } from './published.ts';
import { cleanest, compositeFacts, mostImproved } from './rank.ts';
import { reconcile } from './reconcile.ts';
import { registerFacts } from './register.ts';
import { assessedCities, panels } from './scopes.ts';
import { targetProgress } from './target-progress.ts';
import { CityValues } from './values.ts';

/** The last year a period reaches into (`2017-10..2018-03` → 2018). */
const lastYear = (period: string): number => Math.max(...(period.match(/\d{4}/g) ?? []).map(Number));

/**
 * The year assessed, as numbers. Reads the tables; makes facts, rankings, the reconciliation and the progress of targets.
 *
 *     city-year ─▶ 1 cities ─▶ 2 cohorts ─▶ 3 changes ─▶ 4 attainment, distribution ─▶ 5 rankings ─┐
 *     published ─▶ 6 official figures and their changes ───────────────▶ 7 reconciliation ─────────┼─▶ Assessment
 *     policies, targets ─▶ 8 register, targets ─────────────────────────────────────────────────────┘
 *
 * Only years up to the one assessed are used: a report on 2016 does not know 2018.
 */
export function assess(data: Data, edition: Edition): Assessment {
  const { year, baselineYear } = edition;
  const values = new CityValues(data.cityYears.filter((row) => row.year <= year));
  const all = panels(data);
  const cities = assessedCities(data, edition);
  const populations = new Map(
    cities.flatMap(({ code, population }) => (population === null ? [] : [[code, population]])),
  );

  // 1 cities
  const composites = values.years.flatMap((y) =>
    compositeFacts(
      values,
      cities.map(({ code }) => code),
      y,
      data.limits,
    ),
  );
  const perCity = [...cityFacts(values), ...composites];

  // 2 cohorts
  const means = all.flatMap((panel) =>
    values.years.flatMap((y) => {
      const weighted = panel.id.startsWith('CN') ? populationWeighted(values, panel, populations, y) : null;
      return weighted ? [...cohortMeans(values, panel, y), weighted] : cohortMeans(values, panel, y);
    }),
  );

  // 3 changes: into the year assessed from every earlier year, and year on year before it
  const pairs = values.years.flatMap((to) =>
    values.years.filter((from) => from < to && (to === year || from === to - 1)).map((from) => ({ from, to })),
  );
  const ofPanels = all.flatMap((panel) => pairs.flatMap(({ from, to }) => panelChanges(values, panel, from, to)));
  const ofCities = cities.flatMap(({ code }) =>
    pairs
      .filter(({ to }) => to === year)
      .flatMap(({ from, to }) => panelChanges(values, { id: code, codes: [code] }, from, to)),
  );

  // 4 attainment, distribution
  const counts = all.flatMap((panel) =>
    values.years.flatMap((y) => [
      ...attainmentCounts(values, panel, y, data.limits),
      ...distribution(values, panel, y),
      ...whoLadder(values, panel, y, data.guidelines),
    ]),
  );

  // 5 rankings
  const indexOf = (y: number) =>
    new Map(composites.filter(({ period }) => period === String(y)).map((fact) => [fact.scope, fact]));
  const ranking = all
    .filter(({ id }) => id === edition.scopes.nation || id === edition.scopes.key || id === 'CAP31')
    .flatMap((panel) => [
      ...values.years.flatMap((y) => cleanest(values, panel, y, indexOf(y))),
      ...values.years.filter((from) => from < year).flatMap((from) => mostImproved(ofCities, panel, from, year)),
    ]);

  // 6 official figures
  const official = publishedFacts(data.published.filter(({ period }) => lastYear(period) <= year));
  const officialYears = Array.from({ length: year - baselineYear }, (_, i) => baselineYear + i);
  const officialChanges = [
    ...publishedChanges(official, year, officialYears),
    ...officialYears.slice(1).flatMap((y) => publishedChanges(official, y, [y - 1])),
  ];
  const published = [...official, ...unique(officialChanges)];

  // 7 reconciliation
  const { rows: reconciliation, facts: differences } = reconcile([...perCity, ...means, ...counts, ...published]);

  // 8 register, targets
  const byId = new Map(published.map((fact) => [fact.id, fact]));
  const judged = data.targets
    .filter(({ evidence }) => evidence === 'seen' || evidence === 'derived')
    .map((target) => targetProgress(target, year, (id) => byId.get(id)));
  const years = Array.from({ length: year - baselineYear + 1 }, (_, i) => baselineYear + i);

  return {
    facts: [
      ...published,
      ...means,
      ...ofPanels,
      ...counts,
      ...differences,
      ...judged.flatMap(({ facts }) => facts),
      ...registerFacts(data.policies, years),
      ...basisFacts(data, edition),
      ...perCity,
      ...ofCities,
    ],
    rankings: ranking,
    reconciliation,
    targets: judged.map(({ progress }) => progress),
  };

  function unique(facts: readonly Fact[]): Fact[] {
    return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  }
}
