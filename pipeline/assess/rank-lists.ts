import type { Data, Edition, Fact, RankRow } from '../types.ts';
import type { CityIndices } from './city-indices.ts';
import { notesOf } from './composite-cities.ts';
import { MonthValues } from './month-values.ts';
import { cleanest } from './rank.ts';
import { changeRankings, exemptCount, indexChanges, meetsSix } from './rank-change.ts';
import { rankCheck } from './rank-check.ts';
import { rangeFacts, rankFacts } from './rank-facts.ts';
import { monthRankings } from './rank-months.ts';
import type { Panel } from './scopes.ts';

/** Cohorts that the ministry ranks (74, later 169 and 168 key cities), and the capitals. */
const RANKED = ['KEY74', 'KEY169', 'KEY168', 'CAP31'];

/** The cohorts of a year that are ranked: the nation's and the ministry's that were in force in it, and the capitals. */
export function rankedCohorts({ scopes }: Data, edition: Edition, year: number): ReadonlySet<string> {
  const inForce = scopes.filter(({ validFrom, validTo }) => (validFrom ?? year) <= year && year <= (validTo ?? year));
  const named = inForce.filter(
    ({ id, kind, members }) => (kind === 'nation' && members.length > 0) || RANKED.includes(id),
  );
  const own = year === edition.year ? [edition.scopes.nation, edition.scopes.key] : [];
  return new Set([...own, ...named.map(({ id }) => id)]);
}

type Rankings = Readonly<{ facts: readonly Fact[]; rankings: readonly RankRow[] }>;

/**
 * All rankings: of each year, those of the cohorts in force in it; of the year assessed also the changes since each earlier year
 * (PM2.5, composite index), the months, and the check against the published places.
 */
export function rankings(
  {
    data,
    edition,
    indices,
    panels,
  }: Readonly<{ data: Data; edition: Edition; indices: CityIndices; panels: readonly Panel[] }>,
  changes: readonly Fact[],
  published: readonly Fact[],
): Rankings {
  const { year } = edition;
  const { values } = indices;
  const months = data.cityMonths.filter(({ month }) => Number(month.slice(0, 4)) <= year);
  const inputs = { indices, months: new MonthValues(months) };
  const ranked = (of: number) => {
    const cohorts = rankedCohorts(data, edition, of);
    return panels.filter(({ id }) => cohorts.has(id));
  };
  const levels = values.years.flatMap((of) => ranked(of).flatMap((panel) => cleanest(inputs, panel, of)));

  const now = ranked(year);
  const earlier = values.years.filter((from) => from < year);
  const codes = data.cities.map(({ code }) => code);
  const ofIndex = earlier.flatMap((from) => indexChanges(indices, codes, from, year));
  const ofPm25 = changes.filter(({ subject, statistic }) => subject === 'pm25' && statistic === 'annual-mean');
  const meets = meetsSix(values, year, data);
  const moves = now.flatMap((panel) =>
    earlier.flatMap((from) => [
      ...changeRankings(ofPm25, 'pm25', panel, [from, year], meets),
      ...changeRankings(ofIndex, 'index', panel, [from, year], meets),
    ]),
  );
  const exempt = now.flatMap((panel) => exemptCount(values, ofPm25, panel, [year - 1, year], meets));

  const key = panels.find(({ id }) => id === edition.scopes.key);
  const monthly = key ? monthRankings(months, key, year, data) : { facts: [], rankings: [] };
  const ofKey = levels.filter((row) => row.cohort === edition.scopes.key && row.year === year);
  const sizes = new Map(panels.map((panel) => [panel.id, panel.codes.length]));
  const rule = indices.rule(year);
  const noted = (fact: Fact): Fact =>
    rule && fact.subject === 'all' ? { ...fact, notes: [...fact.notes, ...notesOf(rule)] } : fact;
  return {
    facts: [
      ...ofIndex,
      ...exempt,
      ...monthly.facts,
      ...[...rankFacts(levels, year, sizes), ...rangeFacts(levels, year), ...rankCheck(ofKey, published)].map(noted),
    ],
    rankings: [...levels, ...moves, ...monthly.rankings],
  };
}
