import { decimalsOn, lastDay } from '../standards/rules.ts';
import type { CityYear, Pollutant, Standards } from '../types.ts';

const key = (subject: string, statistic: string, year: number) => `${subject}.${statistic}.${year}`;

const isPresent = (row: CityYear | undefined): row is Present => row !== undefined && row.value !== null;

/** City statistics by city, subject, statistic and year; and to how many decimals the rules of a year have them. */
export class CityValues {
  readonly rows: readonly CityYear[];
  readonly years: readonly number[];
  /** Every (subject, statistic) pair that occurs, in order of first appearance. */
  readonly measures: readonly Readonly<Pick<CityYear, 'subject' | 'statistic'>>[];
  /** Rows by city, under subject, statistic and year: hundreds of cities are asked for one measure at a time. */
  readonly #byMeasure = new Map<string, Map<string, CityYear>>();

  readonly #rules: Pick<Standards, 'assessmentRules'>;
  readonly #decimals = new Map<number, (pollutant: Pollutant) => number>();

  constructor(rows: readonly CityYear[], rules: Pick<Standards, 'assessmentRules'> = { assessmentRules: [] }) {
    this.rows = rows;
    this.#rules = rules;
    for (const row of rows) {
      const at = key(row.subject, row.statistic, row.year);
      const cities = this.#byMeasure.get(at);
      if (cities) cities.set(row.code, row);
      else this.#byMeasure.set(at, new Map([[row.code, row]]));
    }
    this.years = [...new Set(rows.map(({ year }) => year))].sort((a, b) => a - b);
    this.measures = [...new Map(rows.map((row) => [`${row.subject}.${row.statistic}`, row])).values()];
  }

  get(code: string, subject: string, statistic: string, year: number): CityYear | undefined {
    return this.#byMeasure.get(key(subject, statistic, year))?.get(code);
  }

  /** Decimals of a concentration in a year (HJ 663: 0, CO 1; from 2026 one more). */
  decimalsIn(year: number): (pollutant: Pollutant) => number {
    const known = this.#decimals.get(year) ?? decimalsOn(this.#rules, lastDay(year));
    this.#decimals.set(year, known);
    return known;
  }

  /** Rows of the cities that have a value, in the order of the codes given. */
  present(codes: readonly string[], subject: string, statistic: string, year: number): readonly Present[] {
    const cities = this.#byMeasure.get(key(subject, statistic, year));
    return cities ? codes.map((code) => cities.get(code)).filter(isPresent) : [];
  }
}

export type Present = Omit<CityYear, 'value'> & Readonly<{ value: number }>;

export const mean = (values: readonly number[]): number | null =>
  values.length ? values.reduce((sum, value) => sum + value, 0) / values.length : null;

/** The distinct elements, in order of first appearance. */
export const distinct = <T>(values: readonly T[]): T[] => [...new Set(values)];
