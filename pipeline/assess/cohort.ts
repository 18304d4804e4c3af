import { makeFact } from '../fact-id.ts';
import type { Basis, CityYear, Fact } from '../types.ts';
import { measureOf } from './measure.ts';
import type { Panel } from './scopes.ts';
import { shortThroughout } from './short-year.ts';
import { type CityValues, distinct, mean, type Present } from './values.ts';

/**
 * Share of a cohort's cities that must have a value before a mean over them is given. Below it the mean is null: a mean
 * over half a cohort says as much about which half as about the air.
 */
export const COVERAGE_FLOOR = 0.9;

/** The one basis of several rows; `mixed-2018` as soon as two differ. */
export function commonBasis(rows: readonly Pick<CityYear, 'basis'>[]): Basis | null {
  const all = distinct(rows.map(({ basis }) => basis));
  return all.length > 1 ? 'mixed-2018' : (all[0] ?? null);
}

/** What a set of city rows is made of, for a fact's lineage. */
export function lineage(rows: readonly Present[]): Pick<Fact, 'method' | 'sources' | 'basis'> {
  return {
    method: distinct(rows.map(({ method }) => method)).join('+'),
    sources: distinct(rows.map(({ source }) => source)),
    basis: commonBasis(rows),
  };
}

/**
 * Means over the cities of a panel, for one year: unweighted, each city counting once, as all official releases have it.
 * Full precision; null with reason `coverage` below {@link COVERAGE_FLOOR}. Counts of days are averaged too (mean good
 * days of a city). Source: HJ 663-2013 (regional statistics), and the wording of the releases.
 */
export function cohortMeans(values: CityValues, panel: Panel, year: number): Fact[] {
  return values.measures.flatMap(({ subject, statistic }) => {
    const rows = values.present(panel.codes, subject, statistic, year);
    if (rows.length === 0) return [];
    const covered = rows.length / panel.codes.length >= COVERAGE_FLOOR;
    return makeFact({
      origin: 'computed',
      scope: panel.id,
      subject,
      statistic,
      period: String(year),
      value: covered ? mean(rows.map(({ value }) => value)) : null,
      ...measureOf(subject, statistic, values.decimalsIn(year)),
      ...lineage(rows),
      n: rows.length,
      of: panel.codes.length,
      inputs: [`city-year:${panel.id}:${subject}:${statistic}:${year}`],
      reason: covered ? null : 'coverage',
    });
  });
}

/** A city's own statistics as facts, one for each row of city-year. */
export function cityFacts(values: CityValues): Fact[] {
  const throughout = shortThroughout(values.rows);
  return values.rows.map((row) =>
    makeFact({
      origin: 'computed',
      scope: row.code,
      subject: row.subject,
      statistic: row.statistic,
      period: String(row.year),
      value: row.value,
      ...measureOf(row.subject, row.statistic, values.decimalsIn(row.year)),
      basis: row.basis,
      n: row.validDays,
      method: row.method,
      inputs: [`city-year:${row.code}:${row.subject}:${row.statistic}:${row.year}`],
      sources: [row.source],
      reason: row.value === null ? 'capture' : null,
      notes: row.capture === 'short' && !throughout(row) ? ['capture-short'] : [],
    }),
  );
}
