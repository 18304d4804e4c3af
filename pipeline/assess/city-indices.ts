import { type CompositeIndex, compositeIndex } from '../standards/composite-index.ts';
import { type IndexRule, indexRuleOn, lastDay } from '../standards/rules.ts';
import { POLLUTANTS, type Pollutant, type Standards, type Statistic } from '../types.ts';
import type { CityValues, Present } from './values.ts';

const PARTICULATE: ReadonlySet<string> = new Set(['pm25', 'pm10']);

/** Particles with the sand-dust hours (as the tables have them) or without; the gases are the same in both. */
export type Dust = 'kept' | 'excluded';

/** `annual-mean` → `annual-mean-dust-excluded` for the particles where dust is left out. */
export const dustNamed = (pollutant: Pollutant, statistic: string, dust: Dust): string =>
  dust === 'excluded' && PARTICULATE.has(pollutant) ? `${statistic}-dust-excluded` : statistic;

/** The months' statistic that goes with one of the year. */
export const monthly = (statistic: Statistic): string => (statistic === 'annual-mean' ? 'mean' : statistic);

/** A city of which all six are known; without an index where the limits in use lack one of the six. */
type WithSix = Readonly<{ code: string; rows: readonly Present[]; composite: CompositeIndex | null }>;

/** A city that has the index. */
export type Indexed = WithSix & Readonly<{ composite: CompositeIndex }>;

const hasIndex = (city: WithSix): city is Indexed => city.composite !== null;

export const byPollutant = (rows: readonly Present[]): Record<Pollutant, number> =>
  Object.fromEntries(rows.map(({ subject, value }) => [subject, value])) as Record<Pollutant, number>;

/** The composite index of each city and year by the rule in force on the last day of the year, computed once. */
export class CityIndices {
  readonly values: CityValues;
  readonly #standards: Pick<Standards, 'limits' | 'rankingRules'>;
  readonly #rules = new Map<number, IndexRule | null>();
  readonly #known = new Map<string, WithSix | null>();

  constructor(values: CityValues, standards: Pick<Standards, 'limits' | 'rankingRules'>) {
    this.values = values;
    this.#standards = standards;
  }

  /** The rule of a year, with its limits; null where the tables hold none. */
  rule(year: number): IndexRule | null {
    const known = this.#rules.get(year);
    if (known !== undefined) return known;
    const rule = indexRuleOn(this.#standards, lastDay(year));
    this.#rules.set(year, rule);
    return rule;
  }

  /** The cities of which all six annual figures are known, in the order of the codes; the others are absent. */
  withSix(codes: readonly string[], year: number, dust: Dust = 'kept'): WithSix[] {
    return codes.flatMap((code) => this.#of(code, year, dust) ?? []);
  }

  /** The cities that have the index: none where the limits in use lack one of the six. */
  indexed(codes: readonly string[], year: number, dust: Dust = 'kept'): Indexed[] {
    return this.withSix(codes, year, dust).filter(hasIndex);
  }

  #of(code: string, year: number, dust: Dust): WithSix | null {
    const key = `${code}.${year}.${dust}`;
    const known = this.#known.get(key);
    if (known !== undefined) return known;
    const made = this.#make(code, year, dust);
    this.#known.set(key, made);
    return made;
  }

  #make(code: string, year: number, dust: Dust): WithSix | null {
    const rule = this.rule(year);
    if (!rule) return null;
    const rows = POLLUTANTS.flatMap((pollutant) =>
      this.values.present([code], pollutant, dustNamed(pollutant, rule.parts[pollutant].statistic, dust), year),
    );
    if (rows.length < POLLUTANTS.length) return null;
    return { code, rows, composite: compositeIndex(byPollutant(rows), rule) };
  }
}
