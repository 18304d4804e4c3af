import { decimalsOn, lastDay } from '../standards/rules.ts';
import type { CityYear, Pollutant, Standards } from '../types.ts';

/** The rows of cities by subject, statistic and year: asked millions of times, so that no key is put together to ask. */
type Index = Map<string, Map<string, Map<number, Map<string, CityYear>>>>;

/** City statistics by city, subject, statistic and year; and to how many decimals the rules of a year have them. */
export class CityValues {
  readonly rows: readonly CityYear[];
  readonly years: readonly number[];
  /** Every (subject, statistic) pair that occurs, in order of first appearance. */
  readonly measures: readonly Readonly<Pick<CityYear, 'subject' | 'statistic'>>[];
  readonly #byMeasure: Index;

  readonly #rules: Pick<Standards, 'assessmentRules'>;
  readonly #decimals = new Map<number, (pollutant: Pollutant) => number>();

  constructor(rows: readonly CityYear[], rules: Pick<Standards, 'assessmentRules'> = { assessmentRules: [] }) {
    this.rows = rows;
    this.#rules = rules;
    this.#byMeasure = indexed(rows);
    this.years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
    this.measures = [...new Map(rows.map((row) => [`${row.subject}.${row.statistic}`, row])).values()];
  }

  get(code: string, subject: string, statistic: string, year: number): CityYear | undefined {
    return this.#byMeasure.get(subject)?.get(statistic)?.get(year)?.get(code);
  }

  /** Decimals of a concentration in a year (HJ 663: 0, CO 1; from 2026 one more). */
  decimalsIn(year: number): (pollutant: Pollutant) => number {
    const known = this.#decimals.get(year) ?? decimalsOn(this.#rules, lastDay(year));
    this.#decimals.set(year, known);
    return known;
  }

  /** Rows of the cities that have a value, in the order of the codes given. */
  present(codes: readonly string[], subject: string, statistic: string, year: number): readonly Present[] {
    const rows = this.#byMeasure.get(subject)?.get(statistic)?.get(year);
    return rows ? codes.map((code) => rows.get(code)).filter(isPresent) : [];
  }
}

function indexed(rows: readonly CityYear[]): Index {
  const index: Index = new Map();
  for (const row of rows) {
    const statistics = getOrMake(index, row.subject);
    const years = getOrMake(statistics, row.statistic);
    getOrMake(years, row.year).set(row.code, row);
  }
  return index;
}

/** The map under a key, made where there is none. */
export function getOrMake<K, A, B>(maps: Map<K, Map<A, B>>, key: K): Map<A, B> {
  const known = maps.get(key) ?? new Map<A, B>();
  maps.set(key, known);
  return known;
}

export type Present = Omit<CityYear, 'value'> & Readonly<{ value: number }>;
const isPresent = (row: CityYear | undefined): row is Present => row !== undefined && row.value !== null;

export const mean = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

/** The distinct elements, in order of first appearance. */
export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
