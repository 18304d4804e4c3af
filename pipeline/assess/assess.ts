import type { Assessment, Data, Edition, Fact, RankRow } from '../types.ts';
import { attainmentCounts } from './attainment.ts';
import { sixCounts } from './attainment-six.ts';
import { basisFacts } from './basis-facts.ts';
import { captureFacts } from './capture.ts';
import { panelChanges } from './change.ts';
import { changeCounts } from './change-counts.ts';
import { cityFacts, cohortMeans, populationWeighted } from './cohort.ts';
import { inOrder } from './context.ts';
import { withDerivedMonths, withDerivedYears } from './derived.ts';
import { distribution, whoLadder } from './distribution.ts';
import { monthlyMeans } from './months.ts';
import { betweenClasses, publishedChanges, publishedFacts } from './published.ts';
import { cleanest, compositeFacts, mostImproved } from './rank.ts';
import { rankCheck } from './rank-check.ts';
import { reconcile } from './reconcile.ts';
import { reconcileCounts } from './reconcile-counts.ts';
import { registerFacts } from './register.ts';
import { ruleFacts } from './rule-facts.ts';
import { assessedCities, panels } from './scopes.ts';
import { panelIndices, singleIndices } from './single-index.ts';
import { STEPS } from './steps.ts';
import { carriedOver } from './succession.ts';
import { swung, swungCount } from './swing.ts';
import { targetCounts } from './target-counts.ts';
import { targetProgress, targetsOf } from './target-progress.ts';
import { CityValues } from './values.ts';

/** Cohorts that the ministry ranks (74, later 169 and 168 key cities), and the capitals. */
const RANKED = ['KEY74', 'KEY169', 'KEY168', 'CAP31'];

/** The last year a period reaches into (`2017-10..2018-03` → 2018). */
const lastYear = (period: string): number => Math.max(...(period.match(/\d{4}/g) ?? []).map(Number));

/**
 * The year assessed, as numbers. Reads the tables; makes facts, rankings, the reconciliation and the progress of targets.
 *
 *     city-year ─▶ 1 cities ─▶ 2 cohorts ─▶ 3 changes ─▶ 4 attainment, distribution ─▶ 5 rankings ─┐
 *     published ─▶ 6 official figures and their changes ───────────────▶ 7 reconciliation ─────────┼─▶ Assessment
 *     policies, targets ─▶ 8 register, targets ────────────────────▶ 9 steps that build on these ───┘
 *
 * Only years up to the one assessed are used: a report on 2016 does not know 2018.
 */
export function assess(data: Data, edition: Edition): Assessment {
  const { year, baselineYear } = edition;
  const values = new CityValues(withDerivedYears(data.cityYears.filter((row) => row.year <= year)));
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
  const assessed = cities.map(({ code }) => code);
  const perCity = [...cityFacts(values), ...composites, ...singleIndices(values, assessed, year, data.limits)];

  // 2 cohorts
  const means = all.flatMap((panel) =>
    values.years.flatMap((y) => {
      const weighted = panel.id.startsWith('CN') ? populationWeighted(values, panel, populations, y) : null;
      return weighted ? [...cohortMeans(values, panel, y), weighted] : cohortMeans(values, panel, y);
    }),
  );

  const nation = all.find(({ id }) => id === edition.scopes.nation);
  const recent = data.cityMonths.filter(
    ({ month }) => Number(month.slice(0, 4)) <= year && Number(month.slice(0, 4)) >= year - 1,
  );
  const months = nation ? monthlyMeans(withDerivedMonths(recent), nation) : [];

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

  const moved = all
    .filter(({ id }) => id === edition.scopes.nation || id === edition.scopes.key)
    .flatMap((panel) =>
      values.years.filter((from) => from < year).flatMap((from) => changeCounts(ofCities, panel, from, year)),
    );

  // 4 attainment, distribution
  const counts = all.flatMap((panel) =>
    values.years.flatMap((y) => [
      ...attainmentCounts(values, panel, y, data.limits),
      ...sixCounts(values, panel, y, data.limits),
      ...panelIndices(values, panel, y, data.limits),
      ...captureFacts(values, panel, y),
      ...distribution(values, panel, y),
      ...whoLadder(values, panel, y, data.guidelines),
    ]),
  );

  // 5 rankings: the national cohort, and every cohort that is ranked in the year assessed
  const valid = data.scopes.filter(
    ({ validFrom, validTo }) => (validFrom ?? year) <= year && year <= (validTo ?? year),
  );
  const rankedCohorts = new Set([
    edition.scopes.nation,
    ...valid.map(({ id }) => id).filter((id) => RANKED.includes(id)),
  ]);
  const indexOf = (y: number) =>
    new Map(composites.filter(({ period }) => period === String(y)).map((fact) => [fact.scope, fact]));
  const ranking = all
    .filter(({ id }) => rankedCohorts.has(id))
    .flatMap((panel) => [
      ...values.years.flatMap((y) => cleanest(values, panel, y, indexOf(y))),
      ...values.years.filter((from) => from < year).flatMap((from) => mostImproved(ofCities, panel, from, year)),
    ]);
  const swinging = nation ? swung(values, ofCities, nation, year) : [];

  const isKeyRanking = ({ list, cohort, year: of, note }: RankRow) =>
    list === 'cleanest' && cohort === edition.scopes.key && of === year && note === 'by-composite';

  // 6 official figures
  const stated = publishedFacts(data.published.filter(({ period }) => lastYear(period) <= year));
  const split = [...stated, ...betweenClasses(stated)];
  const official = [...split, ...carriedOver(split, data, edition)];
  const officialYears = Array.from({ length: year - baselineYear }, (_, i) => baselineYear + i);
  const officialChanges = [
    ...publishedChanges(official, year, officialYears),
    ...officialYears.slice(1).flatMap((y) => publishedChanges(official, y, [y - 1])),
  ];
  const published = [...official, ...unique(officialChanges)];

  // 7 reconciliation
  const comparable = [...perCity, ...means, ...counts, ...published];
  const { rows: reconciliation, facts: differences } = reconcile(comparable);

  // 8 register, targets
  const byId = new Map(published.map((fact) => [fact.id, fact]));
  const judged = targetsOf(data.targets, data.policies, year).map((target) =>
    targetProgress(target, year, (id) => byId.get(id)),
  );
  const progress = judged.map((line) => line.progress);
  const years = Array.from({ length: year - baselineYear + 1 }, (_, i) => baselineYear + i);

  const basic: Assessment = {
    facts: [
      ...published,
      ...means,
      ...months,
      ...ofPanels,
      ...moved,
      ...counts,
      ...(nation ? swungCount(swinging, nation, year) : []),
      ...differences,
      ...rankCheck(ranking.filter(isKeyRanking), published),
      ...reconcileCounts(reconciliation, [...comparable, ...differences], year),
      ...judged.flatMap(({ facts }) => facts),
      ...targetCounts(progress, year),
      ...registerFacts(data.policies, years),
      ...basisFacts(data, edition),
      ...ruleFacts(data, year),
      ...perCity,
      ...ofCities,
    ],
    rankings: [...ranking, ...swinging],
    reconciliation,
    targets: progress,
    twins: [],
  };

  // 9 what builds on all of it
  return inOrder(STEPS, { data, edition, year, values, panels: all, cities }, basic);

  function unique(facts: readonly Fact[]): Fact[] {
    return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  }
}
