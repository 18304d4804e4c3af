import { makeFact } from '../fact-id.ts';
import type { CityMonth, Edition, Fact, Target } from '../types.ts';
import { relativeChange } from './change.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import type { Step } from './context.ts';
import { knownUntil, knowsPeriod } from './known.ts';
import { measureOf } from './measure.ts';
import { askedPanels, type Panel, panelOf } from './scopes.ts';
import { isSeasonal } from './target-measure.ts';
import { distinct, getOrMake, mean } from './values.ts';

/** The autumn and winter that begins in a year, as published figures name it: `2017-10..2018-03`. */
export const seasonOf = (first: number): string => `${first}-10..${first + 1}-03`;

const MONTHS = 6;
const monthsOf = (first: number): string[] =>
  Array.from({ length: MONTHS }, (_, i) => (i < 3 ? `${first}-${10 + i}` : `${first + 1}-0${i - 2}`));

/** Days of a month (YYYY-MM): the archive of months does not say on how many of them its means rest. */
const daysIn = (month: string): number =>
  new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();

type Known = CityMonth & Readonly<{ value: number }>;
type Season = Readonly<{ value: number; rows: readonly Known[] }>;

/** A city's mean from October to March, each month by its days; null unless all six are there. */
function citySeason(
  find: (code: string, month: string) => Known | undefined,
  code: string,
  first: number,
): Season | null {
  const rows = monthsOf(first).flatMap((month) => find(code, month) ?? []);
  if (rows.length < MONTHS) return null;
  const days = rows.map(({ month }) => daysIn(month));
  const sum = rows.reduce((total, { value }, i) => total + value * (days[i] ?? 0), 0);
  return { value: sum / days.reduce((total, count) => total + count, 0), rows };
}

type Index = ReadonlyMap<string, ReadonlyMap<string, Known>>;

/** Every target asks the same months: they are put in order once. */
const INDICES = new WeakMap<readonly CityMonth[], Index>();

/** Means of PM2.5 by month and city. */
function indexed(months: readonly CityMonth[]): Index {
  const known = INDICES.get(months);
  if (known) return known;
  const index = new Map<string, Map<string, Known>>();
  for (const row of months) {
    if (row.subject === 'pm25' && row.statistic === 'mean' && isKnown(row))
      getOrMake(index, row.month).set(row.code, row);
  }
  INDICES.set(months, index);
  return index;
}

const isKnown = (row: CityMonth): row is Known => row.value !== null;

/**
 * PM2.5 of a place from October to March and its change on an earlier season, in µg/m³ and %, unrounded: the mean of the cities that have all
 * twelve months, each counting once. None when the months stand on two reference states; null with reason `coverage` below
 * nine in ten cities.
 */
export function seasonChange(months: readonly CityMonth[], panel: Panel, from: number, to: number): Fact[] {
  const byMonth = indexed(months);
  const find = (code: string, month: string) => byMonth.get(month)?.get(code);
  const pairs = panel.codes.flatMap((code) => {
    const [before, after] = [citySeason(find, code, from), citySeason(find, code, to)];
    return before && after ? [{ before, after }] : [];
  });
  const bases = distinct(
    pairs.flatMap(({ before, after }) => [...before.rows, ...after.rows].map(({ basis }) => basis)),
  );
  const [basis] = bases;
  if (pairs.length === 0 || basis === undefined || bases.length > 1) return [];
  const [first, last] = [pairs.map(({ before }) => before), pairs.map(({ after }) => after)];
  const known = pairs.length / panel.codes.length >= COVERAGE_FLOOR;
  const [low, high] = [first, last].map((seasons) => mean(seasons.map(({ value }) => value)));
  const methodsOf = (seasons: readonly Season[]) =>
    distinct(seasons.flatMap(({ rows }) => rows.map(({ method }) => method))).sort();
  const shared = {
    ...{ origin: 'computed' as const, scope: panel.id, subject: 'pm25' as const, statistic: 'mean', basis },
    ...{ n: pairs.length, of: panel.codes.length, reason: known ? null : 'coverage' },
    method: methodsOf([...first, ...last]).join('+'),
    sources: distinct([...first, ...last].flatMap(({ rows }) => rows.map(({ source }) => source))),
  };
  const levels = [
    { year: from, value: low },
    { year: to, value: high },
  ].map(({ year, value }) =>
    makeFact({
      ...shared,
      ...measureOf('pm25', 'mean'),
      period: seasonOf(year),
      variant: `panel-${from}-${to}`,
      value: known ? (value ?? null) : null,
      inputs: monthsOf(year).map((month) => `city-month:${panel.id}:pm25:mean:${month}`),
    }),
  );
  const change = makeFact({
    ...shared,
    period: `${seasonOf(to)}-vs-${seasonOf(from)}`,
    value: known && low != null && high != null ? relativeChange(low, high) : null,
    unit: '%',
    decimals: 1,
    inputs: levels.map(({ id }) => id),
    notes: methodsOf(first).join() === methodsOf(last).join() ? [] : ['method-change'],
  });
  return [...levels, change];
}

/** Whether the season to which a campaign's target applies had ended by the day to which the edition knows. */
export const seasonHasEnded = (target: Target, edition: Pick<Edition, 'year' | 'asOf'>): boolean =>
  isSeasonal(target) && `${target.deadlineYear}-03` <= knownUntil(edition);

/** The two seasons a campaign's target compares: that of its base year, and the one that ends in its deadline's March. */
export const seasonsOf = ({ baselineYear, deadlineYear }: Target): readonly [number, number] | null =>
  baselineYear === null ? null : [baselineYear, deadlineYear - 1];

/**
 * The seasons that the campaigns' targets on PM2.5 compare, for their places, once they have ended; and each season against the one before for
 * the places whose months the edition asks for. A change that stands
 * already, because a published one was set beside it, is not made twice.
 */
export const winterSeasons: Step = ({ data, edition, panels, year }, { find }) => {
  const { baselineYear } = edition;
  const months = data.cityMonths.filter(
    ({ subject, statistic, month }) => subject === 'pm25' && statistic === 'mean' && knowsPeriod(month, edition),
  );
  const wanted = data.targets
    .filter((target) => target.indicator === 'pm25_winter' && seasonHasEnded(target, edition))
    .flatMap((target) => {
      const seasons = seasonsOf(target);
      return seasons ? seasonChange(months, panelOf(target.scope, panels), ...seasons) : [];
    });
  const winters = Array.from({ length: year + 1 - baselineYear }, (_, i) => baselineYear + 1 + i);
  const asked = askedPanels(edition, panels).flatMap((panel) =>
    winters.flatMap((to) => seasonChange(months, panel, to - 1, to)),
  );
  const facts = new Map([...wanted, ...asked].map((fact) => [fact.id, fact]));
  return { facts: [...facts.values()].filter(({ id }) => !find(id)) };
};
