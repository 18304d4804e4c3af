import { factId } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { type Limit, POLLUTANTS, type Pollutant, type RankRow } from '../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../units.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import {
  type Dust,
  dustNamed,
  type Indexed,
  indexedCities,
  indexLimits,
  indexName,
  missingInputs,
} from './composite-cities.ts';
import type { MonthValues } from './month-values.ts';
import { type Interval, type IntervalInput, intervalOf, lostShare, placesWithin } from './rank-interval.ts';
import type { Panel } from './scopes.ts';
import type { CityValues, Present } from './values.ts';

type Scored = Pick<RankRow, 'code' | 'fact' | 'composite' | 'note'> &
  Partial<Pick<RankRow, 'missing' | 'largest'>> &
  Readonly<{ score: number; interval?: Interval }>;

/**
 * Ranks in ascending order of score; equal scores share a rank, and the next rank counts them (1, 2, 2, 4). Cities that share a
 * rank stand in the order of their codes. With intervals, each row has the places it could have.
 */
export function ranked(list: string, cohort: string, year: number, scored: readonly Scored[]): RankRow[] {
  const sorted = [...scored].sort((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  const intervals = sorted.flatMap(({ interval }) => interval ?? []);
  return sorted.map(({ code, score, fact, composite, note, interval, missing = [], largest = [] }) => ({
    list,
    cohort,
    year,
    rank: sorted.findIndex((other) => other.score === score) + 1,
    code,
    fact,
    composite,
    note,
    ...(interval ? placesWithin(interval, intervals) : { low: null, high: null }),
    holds: interval?.holds ?? null,
    missing,
    largest,
  }));
}

/** The months' statistic that goes with each pollutant's annual one. */
export const MONTH_STATISTIC = { ...BULLETIN_STATISTIC, pm25: 'mean', pm10: 'mean', so2: 'mean', no2: 'mean' } as const;

/** What the rankings of a year read. */
export type RankInputs = Readonly<{ values: CityValues; months: MonthValues; limits: readonly Limit[] }>;

const isPollutant = (subject: string): subject is Pollutant => (POLLUTANTS as readonly string[]).includes(subject);

function inputOf(months: MonthValues, row: Present, limit: number, dust: Dust): IntervalInput[] {
  const { code, subject, value, validDays, year } = row;
  if (!isPollutant(subject)) return [];
  return [
    {
      value,
      limit,
      halfUnit: 10 ** -concentrationDecimals(subject) / 2,
      lost: lostShare(year, validDays),
      months: months.of(code, subject, dustNamed(subject, MONTH_STATISTIC[subject], dust), year),
    },
  ];
}

/** Cities by their composite index to 2 decimals. */
function byIndex(
  { months, limits }: RankInputs,
  year: number,
  cities: readonly Indexed[],
  note: string,
  dust: Dust = 'kept',
): Scored[] {
  const inForce = indexLimits(limits, year);
  return cities.map(({ code, rows, composite: { index, largest } }) => {
    const inputs = rows.flatMap((row) =>
      isPollutant(row.subject) && inForce ? inputOf(months, row, inForce[row.subject], dust) : [],
    );
    const score = roundedNumber(index, 2);
    const parts = { origin: 'computed', scope: code, subject: 'all', period: String(year) } as const;
    return {
      code,
      score,
      fact: factId({ ...parts, statistic: indexName(dust) }),
      composite: score,
      note,
      interval: intervalOf(index, inputs),
      largest,
    };
  });
}

/** Cities by their annual mean of PM2.5 as printed. */
function byPm25({ values, months }: RankInputs, panel: Panel, year: number, indexed: readonly Indexed[]): Scored[] {
  const known = new Map(indexed.map(({ code, composite }) => [code, composite]));
  return values.present(panel.codes, 'pm25', 'annual-mean', year).map((row) => {
    const { code, value } = row;
    const composite = known.get(code);
    const score = roundedNumber(value, concentrationDecimals('pm25'));
    const parts = { origin: 'computed', scope: code, subject: 'pm25', period: String(year) } as const;
    return {
      code,
      score,
      fact: factId({ ...parts, statistic: 'annual-mean' }),
      composite: composite ? roundedNumber(composite.index, 2) : null,
      note: composite ? 'by-pm25' : 'by-pm25-no-composite',
      interval: intervalOf(score, inputOf(months, row, 1, 'kept')),
      missing: missingInputs(values, code, year),
      largest: composite?.largest ?? [],
    };
  });
}

/**
 * The rankings of a panel for a year by what the data allow; rank 1 is the cleanest.
 *
 * Where at least nine in ten cities have all six pollutants: `cleanest` by composite index (环境空气质量综合指数),
 * `cleanest-pm25` by the annual mean of PM2.5 and, where sand-dust hours are known, `cleanest-dust-excluded` by the index without
 * them. Where fewer have: `cleanest` by PM2.5, which the note of every row says, and `composite-partial` by the index among
 * those that have it; the two are never mixed.
 */
export function cleanest(inputs: RankInputs, panel: Panel, year: number): RankRow[] {
  const { values, limits } = inputs;
  const enough = (cities: readonly Indexed[]) => cities.length / panel.codes.length >= COVERAGE_FLOOR;
  const indexed = indexedCities(values, panel.codes, year, limits);
  const pm25 = byPm25(inputs, panel, year, indexed);
  if (!enough(indexed))
    return [
      ...ranked('cleanest', panel.id, year, pm25),
      ...ranked('composite-partial', panel.id, year, byIndex(inputs, year, indexed, 'by-composite-partial')),
    ];
  const dustFree = indexedCities(values, panel.codes, year, limits, 'excluded');
  const withoutDust = byIndex(inputs, year, dustFree, 'by-composite-dust-excluded', 'excluded');
  return [
    ...ranked('cleanest', panel.id, year, byIndex(inputs, year, indexed, 'by-composite')),
    ...ranked('cleanest-pm25', panel.id, year, pm25),
    ...(enough(dustFree) ? ranked('cleanest-dust-excluded', panel.id, year, withoutDust) : []),
  ];
}
