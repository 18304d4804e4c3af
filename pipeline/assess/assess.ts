import { lastDay, standardOn } from '../standards/rules.ts';
import type { Assessment, Data, Edition, Fact } from '../types.ts';
import { attainmentCounts } from './attainment.ts';
import { sixCounts } from './attainment-six.ts';
import { basisFacts } from './basis-facts.ts';
import { captureFacts } from './capture.ts';
import { panelChanges } from './change.ts';
import { changeCounts } from './change-counts.ts';
import { CityIndices } from './city-indices.ts';
import { cityFacts, cohortMeans } from './cohort.ts';
import { compositeFacts } from './composite-cities.ts';
import { inOrder } from './context.ts';
import { withDerivedMonths, withDerivedYears } from './derived.ts';
import { distribution } from './distribution.ts';
import { knowsPeriod } from './known.ts';
import { monthlyMeans } from './months.ts';
import { betweenClasses, publishedChanges, publishedFacts } from './published.ts';
import { rankings } from './rank-lists.ts';
import { reconcileCounts } from './reconcile/counts.ts';
import { dustRatios } from './reconcile/dust.ts';
import { monthsToRead, PlaceValues } from './reconcile/place-values.ts';
import { reconcile } from './reconcile/reconcile.ts';
import { registerFacts } from './register.ts';
import { ruleFacts } from './rule-facts.ts';
import { assessedCities, panels } from './scopes.ts';
import { panelIndices, singleIndices } from './single-index.ts';
import { STEPS } from './steps.ts';
import { carriedOver } from './succession.ts';
import { swung, swungCount } from './swing.ts';
import { CityValues } from './values.ts';
import { whoLadder } from './who-ladder.ts';

/** Whether a fact counts cities that meet limits, or do not. */
const isCountOfCities = ({ statistic }: Fact): boolean => /^(?:attaining|exceeding)/.test(statistic);
const isChinese = (data: Data, year: number): boolean => standardOn(data, lastDay(year)).startsWith('GB 3095');

/**
 * The year assessed, as numbers. Reads the tables; makes facts, rankings, the reconciliation and the progress of targets.
 *
 *     city-year ─▶ 1 cities ─▶ 2 cohorts ─▶ 3 changes ─▶ 4 attainment, distribution ──┬─▶ 6 rankings ──────┐
 *     published ─▶ 5 official figures and their changes ───────────────────────────────┴─▶ 7 reconciliation ┼─▶ Assessment
 *     policies ──▶ 8 register ─────────────▶ 9 steps that build on these, targets among them ────────────────┘
 *
 * Only years up to the one assessed are used, and of the time after it the winters that have ended when the edition is written: a report on 2016 does
 * not know 2018.
 */
export function assess(data: Data, edition: Edition): Assessment {
  const { year, baselineYear } = edition;
  const values = new CityValues(withDerivedYears(data.cityYears.filter((row) => row.year <= year)), data);
  const all = panels(data);
  const cities = assessedCities(data, edition);

  // 1 cities
  const indices = new CityIndices(values, data);
  const everywhere = data.cities.map(({ code }) => code);
  const composites = values.years.flatMap((y) => [
    ...compositeFacts(indices, everywhere, y),
    ...compositeFacts(indices, everywhere, y, 'excluded'),
  ]);
  const assessed = cities.map(({ code }) => code);
  const perCity = [...cityFacts(values), ...composites, ...singleIndices(indices, assessed, year)];

  // 2 cohorts
  const means = all.flatMap((panel) => values.years.flatMap((y) => cohortMeans(values, panel, y)));

  const nation = all.find(({ id }) => id === edition.scopes.nation);
  const recent = data.cityMonths.filter(
    ({ month }) => Number(month.slice(0, 4)) <= year && Number(month.slice(0, 4)) >= year - 1,
  );
  const months = nation ? monthlyMeans(withDerivedMonths(recent), nation, values.decimalsIn(year)) : [];

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
      ...attainmentCounts(values, panel, y, data),
      ...sixCounts(values, panel, y, data),
      ...panelIndices(indices, panel, y),
      ...captureFacts(values, panel, y),
      ...distribution(values, panel, y),
      ...whoLadder(values, panel, y, data.guidelines),
    ]),
  );

  // 5 official figures
  const statedRows = data.published.filter(({ period }) => knowsPeriod(period, edition));
  const stated = publishedFacts(statedRows);
  const split = [...stated, ...betweenClasses(stated)];
  const official = [...split, ...carriedOver(split, data, edition)];
  const officialYears = Array.from({ length: year - baselineYear }, (_, i) => baselineYear + i);
  const officialChanges = [
    ...publishedChanges(official, year, officialYears),
    ...officialYears.slice(1).flatMap((y) => publishedChanges(official, y, [y - 1])),
  ];
  const published = [...official, ...unique(officialChanges)];

  // 6 rankings, and beside the published places
  const ranked = rankings({ data, edition, indices, panels: all }, ofCities, published);
  const swinging = nation ? swung(values, ofCities, nation, year) : [];

  // 7 reconciliation
  // Counts by the ministry go by Chinese limits: where others stand in for them there is nothing to compare.
  const alike = counts.filter((fact) => !isCountOfCities(fact) || isChinese(data, Number(fact.period)));
  const comparable = new Map(
    [...perCity, ...means, ...months, ...alike, ...ofPanels, ...ofCities].map((f) => [f.id, f]),
  );
  const monthly = monthsToRead(data.cityMonths, statedRows);
  const { rows: reconciliation, facts: differences } = reconcile(
    statedRows,
    comparable,
    new Map(all.map(({ id, codes }) => [id, codes])),
    {
      values: new PlaceValues(values, monthly),
      dust: dustRatios(statedRows),
      limits: data.limits,
      latitudes: new Map(data.cities.flatMap(({ code, lat }) => (lat === null ? [] : [[code, lat]]))),
    },
  );

  // 8 register
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
      ...ranked.facts,
      ...reconcileCounts(reconciliation, [...published, ...differences], data.scopes, year),
      ...registerFacts(data.policies, years),
      ...basisFacts(data, edition),
      ...ruleFacts(data, year),
      ...perCity,
      ...ofCities,
    ],
    rankings: [...ranked.rankings, ...swinging],
    reconciliation,
    targets: [],
    robustness: [],
    twins: [],
  };

  // 9 what builds on all of it
  return inOrder(STEPS, { data, edition, year, values, panels: all, cities }, basic);

  function unique(facts: readonly Fact[]): Fact[] {
    return [...new Map(facts.map((fact) => [fact.id, fact])).values()];
  }
}
