import { makeFact } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { Data, Fact, Guideline } from '../types.ts';
import { comparisonNotes, onOneSide, relativeChange } from './change.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { AssessContext, Step } from './context.ts';
import { measureOf } from './measure.ts';
import type { Panel } from './scopes.ts';
import type { CityValues, Present } from './values.ts';
import { whoLevels } from './who-ladder.ts';

/** Of how many of a panel's cities the population must be known before anything is said of its people. */
const KNOWN_FLOOR = 0.75;
export const POPULATION = 'cities.csv:population_10k_2017';

/** Registered population at the end of 2017 by city, in units of 10,000 persons. */
export type Populations = ReadonlyMap<string, number>;

export const populationsOf = ({ cities }: Pick<Data, 'cities'>): Populations =>
  new Map(cities.flatMap(({ code, population }) => (population === null ? [] : [[code, population]])));

type Person = Present & Readonly<{ people: number }>;

/** A panel's cities with a value and a population, and whether these are enough. */
type Exposed = Readonly<{
  rows: readonly Person[];
  people: number;
  /** Their share of the people of all the panel's cities whose population is known. */
  share: number;
  known: number;
}>;

const peopleOf = (rows: readonly Readonly<{ people: number }>[]): number =>
  rows.reduce((sum, { people }) => sum + people, 0);

export function exposed(panel: Panel, populations: Populations, present: readonly Present[]): Exposed | null {
  const known = panel.codes.flatMap((code) => {
    const people = populations.get(code);
    return people === undefined ? [] : [{ people }];
  });
  const rows = present.flatMap((row) => {
    const people = populations.get(row.code);
    return people === undefined ? [] : [{ ...row, people }];
  });
  if (rows.length === 0 || known.length / panel.codes.length < KNOWN_FLOOR) return null;
  const people = peopleOf(rows);
  return { rows, people, share: people / peopleOf(known), known: known.length };
}

/** The mean of a statistic over the people of these cities, each person counting once. */
export const meanOfPeople = ({ rows, people }: Exposed): number =>
  rows.reduce((sum, { value, people: weight }) => sum + value * weight, 0) / people;

export const shareOf = ({ rows, people }: Exposed, holds: (row: Person) => boolean): number =>
  (peopleOf(rows.filter(holds)) / people) * 100;

/** What facts of one panel have in common. The floor is kept by people, not by cities, which the note says. */
function sharedBy(panel: Panel, { rows, share }: Exposed) {
  const covered = share >= COVERAGE_FLOOR;
  return {
    covered,
    parts: {
      origin: 'computed' as const,
      scope: panel.id,
      subject: 'pm25' as const,
      n: rows.length,
      of: panel.codes.length,
      ...lineage(rows),
      reason: covered ? null : 'coverage',
      notes: ['coverage-population'],
    },
  };
}

/**
 * PM2.5 as the people of a panel meet it: the mean weighted with registered population at the end of 2017 (µg/m³), the share
 * of the known population that the cities with a value hold (%, `population-covered-share`), and the shares of it that live
 * in cities within each level of WHO, rounded to whole µg/m³ first (%, `population-within-IT-1-share`; IT-1 is also the
 * class 2 limit). Cities without a population figure are left out and counted. Null with reason `coverage` where the cities
 * hold less than {@link COVERAGE_FLOOR} of the people; nothing where too few populations are known. Registration tells where
 * people belong, not always where they live.
 */
export function exposure(
  values: CityValues,
  panel: Panel,
  populations: Populations,
  year: number,
  guidelines: readonly Guideline[],
): Fact[] {
  const found = exposed(panel, populations, values.present(panel.codes, 'pm25', 'annual-mean', year));
  if (!found) return [];
  const { covered, parts } = sharedBy(panel, found);
  const inputs = [`city-year:${panel.id}:pm25:annual-mean:${year}`, POPULATION];
  const share = (statistic: string, value: number, more: readonly string[] = []) =>
    makeFact({
      ...parts,
      statistic,
      period: String(year),
      value,
      unit: '%',
      decimals: 1,
      inputs: [...inputs, ...more],
    });
  return [
    makeFact({
      ...parts,
      statistic: 'population-weighted-mean',
      period: String(year),
      value: covered ? meanOfPeople(found) : null,
      ...measureOf('pm25', 'annual-mean', values.decimalsIn(year)),
      inputs,
    }),
    { ...share('population-covered-share', found.share * 100), reason: null },
    ...(covered
      ? whoLevels(guidelines, 'pm25').map(({ level, value: limit }) =>
          share(
            `population-within-${level}-share`,
            shareOf(found, ({ value }) => roundedNumber(value, 0) <= limit),
            ['standards/who-guidelines.csv'],
          ),
        )
      : []),
  ];
}

/**
 * The change of the weighted mean between two years, over the cities that have a value in both and a population: relative (%),
 * the difference (µg/m³), and the two levels (variant `panel-<from>-<to>`). None across the change of state of September 2018.
 */
export function exposureChange(
  values: CityValues,
  panel: Panel,
  populations: Populations,
  from: number,
  to: number,
): Fact[] {
  const [before, after] = [from, to].map((year) => values.present(panel.codes, 'pm25', 'annual-mean', year)) as [
    readonly Present[],
    readonly Present[],
  ];
  const inBoth = (rows: readonly Present[], others: readonly Present[]) =>
    rows.filter(({ code }) => others.some((other) => other.code === code));
  const start = exposed(panel, populations, inBoth(before, after));
  const end = exposed(panel, populations, inBoth(after, before));
  if (!start || !end || !onOneSide(start.rows, end.rows)) return [];
  const { covered } = sharedBy(panel, start);
  const measure = measureOf('pm25', 'annual-mean');
  const level = (found: Exposed, year: number, other: number) =>
    makeFact({
      ...sharedBy(panel, found).parts,
      statistic: 'population-weighted-mean',
      period: String(year),
      variant: `panel-${from}-${to}`,
      value: covered ? meanOfPeople(found) : null,
      ...measure,
      inputs: [`city-year:${panel.id}:pm25:annual-mean:${year}:${other}`, POPULATION],
    });
  const levels = [level(start, from, to), level(end, to, from)];
  const [low, high] = [meanOfPeople(start), meanOfPeople(end)];
  const compared = {
    ...sharedBy(panel, start).parts,
    ...lineage([...start.rows, ...end.rows]),
    statistic: 'population-weighted-mean',
    inputs: levels.map(({ id }) => id),
    notes: ['coverage-population', ...comparisonNotes(start.rows, end.rows)],
  };
  const difference = { ...measure, decimals: 1, period: `${to}-minus-${from}`, value: covered ? high - low : null };
  const relative = {
    unit: '%',
    decimals: 1,
    period: `${to}-vs-${from}`,
    value: covered ? relativeChange(low, high) : null,
  };
  return [...levels, makeFact({ ...compared, ...difference }), makeFact({ ...compared, ...relative })];
}

/** The nation and the key regions of the edition: every year, and the change into each from the year before. */
export const exposureStep: Step = ({ data, edition, values, panels }: AssessContext) => {
  const { nation, regions } = edition.scopes;
  const populations = populationsOf(data);
  const facts = panels
    .filter(({ id }) => id === nation || regions.includes(id))
    .flatMap((panel) =>
      values.years.flatMap((year) => [
        ...exposure(values, panel, populations, year, data.guidelines),
        ...(values.years.includes(year - 1) ? exposureChange(values, panel, populations, year - 1, year) : []),
      ]),
    );
  return { facts };
};
