import { factId } from '../fact-id.ts';
import { roundedNumber } from '../standards/rounding.ts';
import type { IndexRule } from '../standards/rules.ts';
import { POLLUTANTS, type Pollutant, type RankRow, type Statistic } from '../types.ts';
import { type CityIndices, type Dust, dustNamed, type Indexed, monthly } from './city-indices.ts';
import { COVERAGE_FLOOR } from './cohort.ts';
import { indexName, missingInputs } from './composite-cities.ts';
import type { MonthValues } from './month-values.ts';
import { type Interval, type IntervalInput, intervalOf, lostShare, placesAmong } from './rank-interval.ts';
import type { Panel } from './scopes.ts';
import type { Present } from './values.ts';

type Scored = Pick<RankRow, 'code' | 'fact' | 'composite' | 'note'> &
  Partial<Pick<RankRow, 'missing' | 'largest'>> &
  Readonly<{ score: number; interval?: Interval }>;

/**
 * Ranks in ascending order of score; equal scores share a rank, and the next rank counts them (1, 2, 2, 4). Cities that share a
 * rank stand in the order of their codes. With intervals, each row has the places it could have.
 */
export function ranked(list: string, cohort: string, year: number, scored: readonly Scored[]): RankRow[] {
  const sorted = [...scored].sort((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  const places = new Map<number, number>();
  for (const [at, { score }] of sorted.entries()) if (!places.has(score)) places.set(score, at + 1);
  const within = placesAmong(sorted.flatMap(({ interval }) => interval ?? []));
  return sorted.map(({ code, score, fact, composite, note, interval, missing = [], largest = [] }) => ({
    list,
    cohort,
    year,
    rank: places.get(score) ?? 0,
    code,
    fact,
    composite,
    note,
    ...(interval ? within(interval) : { low: null, high: null }),
    holds: interval?.holds ?? null,
    missing,
    largest,
  }));
}

/** What the rankings of a year read. */
type RankInputs = Readonly<{ indices: CityIndices; months: MonthValues }>;

const isPollutant = (subject: string): subject is Pollutant => (POLLUTANTS as readonly string[]).includes(subject);

/** How a concentration goes into what is ranked: as a part of the index, or as itself. */
type Part = Omit<IndexRule['parts'][Pollutant], 'limit' | 'statistic'> &
  Readonly<{ limit: number; statistic: Statistic }>;

function inputOf(months: MonthValues, row: Present, pollutant: Pollutant, part: Part, dust: Dust): IntervalInput {
  const { code, value, validDays, year } = row;
  return {
    value,
    perUnit: part.weight / part.limit,
    halfUnit: 10 ** -part.decimals / 2,
    lost: lostShare(year, validDays),
    months: months.of(code, pollutant, dustNamed(pollutant, monthly(part.statistic), dust), year),
  };
}

/** Cities by their composite index, to the decimals of the rule. */
function byIndex(
  { months, indices }: RankInputs,
  year: number,
  cities: readonly Indexed[],
  note: string,
  dust: Dust = 'kept',
): Scored[] {
  const rule = indices.rule(year);
  if (!rule) return [];
  return cities.map(({ code, rows, composite: { index, largest } }) => {
    const inputs = rows.flatMap((row) => {
      if (!isPollutant(row.subject)) return [];
      const { limit, ...part } = rule.parts[row.subject];
      return limit === null ? [] : [inputOf(months, row, row.subject, { ...part, limit }, dust)];
    });
    const score = roundedNumber(index, rule.decimals);
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
function byPm25({ indices, months }: RankInputs, panel: Panel, year: number, indexed: readonly Indexed[]): Scored[] {
  const { values } = indices;
  const rule = indices.rule(year);
  const known = new Map(indexed.map(({ code, composite }) => [code, composite]));
  const decimals = values.decimalsIn(year)('pm25');
  const itself: Part = { statistic: 'annual-mean', weight: 1, limit: 1, decimals };
  return values.present(panel.codes, 'pm25', itself.statistic, year).map((row) => {
    const { code, value } = row;
    const composite = known.get(code);
    const score = roundedNumber(value, decimals);
    const parts = { origin: 'computed', scope: code, subject: 'pm25', period: String(year) } as const;
    return {
      code,
      score,
      fact: factId({ ...parts, statistic: itself.statistic }),
      composite: composite && rule ? roundedNumber(composite.index, rule.decimals) : null,
      note: composite ? 'by-pm25' : 'by-pm25-no-composite',
      interval: intervalOf(score, [inputOf(months, row, 'pm25', itself, 'kept')]),
      missing: missingInputs(values, code, year, rule),
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
  const { indices } = inputs;
  const enough = (cities: readonly Indexed[]) => cities.length / panel.codes.length >= COVERAGE_FLOOR;
  const indexed = indices.indexed(panel.codes, year);
  const pm25 = byPm25(inputs, panel, year, indexed);
  if (!enough(indexed))
    return [
      ...ranked('cleanest', panel.id, year, pm25),
      ...ranked('composite-partial', panel.id, year, byIndex(inputs, year, indexed, 'by-composite-partial')),
    ];
  const dustFree = indices.indexed(panel.codes, year, 'excluded');
  const withoutDust = byIndex(inputs, year, dustFree, 'by-composite-dust-excluded', 'excluded');
  return [
    ...ranked('cleanest', panel.id, year, byIndex(inputs, year, indexed, 'by-composite')),
    ...ranked('cleanest-pm25', panel.id, year, pm25),
    ...(enough(dustFree) ? ranked('cleanest-dust-excluded', panel.id, year, withoutDust) : []),
  ];
}
