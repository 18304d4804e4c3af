import { factId, makeFact } from '../fact-id.ts';
import { compositeIndex } from '../standards/composite-index.ts';
import { limitOn } from '../standards/limits.ts';
import { roundedNumber } from '../standards/rounding.ts';
import { type Fact, type Limit, POLLUTANTS, type Pollutant, type RankRow } from '../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../units.ts';
import { COVERAGE_FLOOR, lineage } from './cohort.ts';
import type { Panel } from './scopes.ts';
import type { CityValues, Present } from './values.ts';

type Scored = Readonly<{ code: string; score: number; fact: string; composite: number | null; note: string }>;

/** Ranks in ascending order of score; equal scores share a rank, and the next rank counts them (1, 2, 2, 4). */
export function ranked(list: string, cohort: string, year: number, scored: readonly Scored[]): RankRow[] {
  const sorted = [...scored].sort((a, b) => a.score - b.score || (a.code < b.code ? -1 : 1));
  return sorted.map(({ code, score, fact, composite, note }) => ({
    list,
    cohort,
    year,
    rank: sorted.findIndex((other) => other.score === score) + 1,
    code,
    fact,
    composite,
    note,
  }));
}

/** The limits of the composite index on the last day of a year: annual ones, the 24-hour one of CO, the 8-hour one of ozone. */
export function indexLimits(limits: readonly Limit[], year: number): Record<Pollutant, number> | null {
  const entries = POLLUTANTS.map((pollutant) => {
    const averaging = pollutant === 'co' ? '24h' : pollutant === 'o3' ? 'mda8' : 'annual';
    return [pollutant, limitOn(limits, `${year}-12-31`, pollutant, averaging)] as const;
  });
  return entries.every(([, limit]) => limit !== null)
    ? (Object.fromEntries(entries) as Record<Pollutant, number>)
    : null;
}

/** A city's six annual figures; null where one is missing. */
export function sixOf(values: CityValues, code: string, year: number): readonly Present[] | null {
  const rows = POLLUTANTS.flatMap((pollutant) =>
    values.present([code], pollutant, BULLETIN_STATISTIC[pollutant], year),
  );
  return rows.length < POLLUTANTS.length ? null : rows;
}

export const byPollutant = (rows: readonly Present[]): Record<Pollutant, number> =>
  Object.fromEntries(rows.map(({ subject, value }) => [subject, value])) as Record<Pollutant, number>;

/** Composite index of each city that has all six pollutants; the others are absent. */
export function compositeFacts(
  values: CityValues,
  codes: readonly string[],
  year: number,
  limits: readonly Limit[],
): Fact[] {
  const inForce = indexLimits(limits, year);
  if (!inForce) return [];
  return codes.flatMap((code) => {
    const rows = sixOf(values, code, year);
    if (!rows) return [];
    const composite = compositeIndex(byPollutant(rows), inForce);
    return makeFact({
      origin: 'computed',
      scope: code,
      subject: 'all',
      statistic: 'composite-index',
      period: String(year),
      value: composite?.index ?? null,
      unit: '',
      decimals: 2,
      ...lineage(rows),
      inputs: [
        ...POLLUTANTS.map((pollutant) => `city-year:${code}:${pollutant}:${BULLETIN_STATISTIC[pollutant]}:${year}`),
        'standards/limits.csv',
      ],
    });
  });
}

/**
 * The ranking of a panel for a year by what the data allow: by composite index (环境空气质量综合指数) when at least 90 % of
 * the cities have all six pollutants (then `cleanest-pm25` has the order by PM2.5), else by the annual mean of PM2.5, which the note of every row says. Rank 1 is the cleanest.
 */
export function cleanest(
  values: CityValues,
  panel: Panel,
  year: number,
  composites: ReadonlyMap<string, Fact>,
): RankRow[] {
  const indices = panel.codes.flatMap((code) => {
    const fact = composites.get(code);
    return fact && fact.value !== null ? [{ code, fact: fact.id, value: roundedNumber(fact.value, 2) }] : [];
  });
  if (indices.length / panel.codes.length >= COVERAGE_FLOOR) {
    const scored = indices.map(({ code, fact, value }) => ({
      code,
      score: value,
      fact,
      composite: value,
      note: 'by-composite',
    }));
    return [
      ...ranked('cleanest', panel.id, year, scored),
      ...ranked('cleanest-pm25', panel.id, year, byPm25(values, panel, year, indices)),
    ];
  }
  return ranked('cleanest', panel.id, year, byPm25(values, panel, year, indices));
}

/** Cities by their annual mean of PM2.5 as printed. */
function byPm25(
  values: CityValues,
  panel: Panel,
  year: number,
  indices: readonly Readonly<{ code: string; value: number }>[],
): Scored[] {
  const known = new Map(indices.map(({ code, value }) => [code, value]));
  return values.present(panel.codes, 'pm25', 'annual-mean', year).map((row) => ({
    code: row.code,
    score: roundedNumber(row.value, concentrationDecimals('pm25')),
    fact: factId({
      origin: 'computed',
      scope: row.code,
      subject: 'pm25',
      statistic: 'annual-mean',
      period: String(year),
    }),
    composite: known.get(row.code) ?? null,
    note: known.has(row.code) ? 'by-pm25' : 'by-pm25-no-composite',
  }));
}

/** Cities in order of their relative change of PM2.5 between two years: rank 1 fell most. Changes ranked as printed, to 0.1 %. */
export function mostImproved(changes: readonly Fact[], panel: Panel, from: number, to: number): RankRow[] {
  const members = new Set(panel.codes);
  const scored = changes.flatMap((fact) => {
    const wanted = fact.subject === 'pm25' && fact.statistic === 'annual-mean' && fact.period === `${to}-vs-${from}`;
    if (!wanted || fact.value === null || !members.has(fact.scope)) return [];
    return [
      {
        code: fact.scope,
        score: roundedNumber(fact.value, 1),
        fact: fact.id,
        composite: null,
        note: fact.notes[0] ?? 'by-change',
      },
    ];
  });
  return ranked(`improved-since-${from}`, panel.id, to, scored);
}
