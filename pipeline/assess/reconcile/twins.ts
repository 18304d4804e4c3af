import { makeFact } from '../../fact-id.ts';
import type { Fact, Published } from '../../types.ts';
import { comparisonNotes, relativeChange } from '../change.ts';
import { COVERAGE_FLOOR } from '../cohort.ts';
import { differenceUnit, measureOf } from '../measure.ts';
import { DUST_FREE, REBASED } from '../published.ts';
import { distinct } from '../values.ts';
import { type Bench, type End, isParticulate } from './bench.ts';
import { isYear, monthsOf } from './period.ts';
import type { PlaceValue } from './place-values.ts';
import { toState } from './state.ts';

export type Known = Fact & Readonly<{ value: number }>;
/** A computed figure that stands for the same thing as a published one, and the one or two levels it is made of. */
export type Twin = Readonly<{ fact: Known; ends: readonly [End] | readonly [End, End] }>;

/** Members of every panel by its id. */
export type Members = ReadonlyMap<string, readonly string[]>;

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
const known = (fact: Fact | undefined): Known | null =>
  fact && fact.value !== null ? { ...fact, value: fact.value } : null;

/** `annual-mean` → `annual-mean-dust-excluded`, `attaining-cities` → `attaining-dust-excluded-cities`. */
const withoutDust = (statistic: string): string =>
  /^attaining.*-(?:cities|share)$/.test(statistic)
    ? statistic.replace(/-(cities|share)$/, `-${DUST_FREE}-$1`)
    : `${statistic}-${DUST_FREE}`;

/** Finds the computed twin of a published figure among the facts, or makes it of months, spans and single cities. */
export class Twins {
  readonly #facts: ReadonlyMap<string, Fact>;
  readonly #members: Members;
  readonly #bench: Bench;

  constructor(facts: ReadonlyMap<string, Fact>, members: Members, bench: Bench) {
    this.#facts = facts;
    this.#members = members;
    this.#bench = bench;
  }

  /**
   * The twin of a level, by `statistic` (that of the row, or the one without sand-dust).
   * @returns null where the data cannot give it, or give it for fewer than nine in ten cities
   */
  level(row: Published, statistic: string): Twin | null {
    const { scope, subject, period } = row;
    const end = this.#end(row, statistic, period);
    const fact =
      known(this.#facts.get(`computed.${scope}.${subject}.${statistic}.${period}`)) ?? this.#made(row, end, statistic);
    const factor = toState(end);
    if (!fact || factor === null) return null;
    if (factor !== 1) return this.#converted(row, fact, end, factor);
    const dustFree = this.#value(row, statistic.includes(DUST_FREE) ? row.statistic : withoutDust(statistic));
    return { fact, ends: [{ ...end, n: fact.n, value: fact.value, basis: fact.basis ?? end.basis, dustFree }] };
  }

  /** The twin of a gas on the state of the published figure, under an id of its own. */
  #converted(row: Published, fact: Known, end: End, factor: number): Twin {
    const value = fact.value * factor;
    const { id, ...parts } = fact;
    const converted = makeFact({
      ...parts,
      variant: REBASED,
      value,
      basis: row.basis,
      method: `${fact.method}, converted × ${factor.toFixed(4)}`,
      // A level made here for no other purpose is no fact of its own.
      inputs: this.#facts.has(id) ? [id] : fact.inputs,
    });
    const rows = end.rows.map((one) => ({ ...one, value: one.value * factor }));
    return { fact: { ...converted, value }, ends: [{ ...end, rows, value, basis: row.basis }] };
  }

  /** The twin of a change, over the cities that have a value in both periods. None across the change of state. */
  change(row: Published): Twin | null {
    const { scope, subject, period, basePeriod } = row;
    if (basePeriod === null) return null;
    const statistic = row.statistic.replace(/-change$/, '');
    const [before, after] = [this.#end(row, statistic, basePeriod), this.#end(row, statistic, period)];
    const both = new Set(before.rows.map(({ code }) => code).filter((code) => has(after.rows, code)));
    const sides = new Set([...before.rows, ...after.rows].map(({ basis }) => basis === 'actual-298K'));
    if (both.size === 0 || sides.size > 1 || both.size / before.codes.length < COVERAGE_FLOOR) return null;
    const common = (end: End): End => {
      const rows = end.rows.filter(({ code }) => both.has(code));
      return { ...end, rows, value: mean(rows.map(({ value }) => value)) };
    };
    const [from, to] = [common(before), common(after)];
    const relative = row.unit === '%';
    const name = relative ? `${period}-vs-${basePeriod}` : `${period}-minus-${basePeriod}`;
    const { unit } = measureOf(subject, statistic);
    const fact =
      known(this.#facts.get(`computed.${scope}.${subject}.${statistic}.${name}`)) ??
      known(
        makeFact({
          ...this.#shared(row, [...from.rows, ...to.rows], both.size),
          ...{ statistic, period: name, unit: relative ? '%' : differenceUnit(unit), decimals: 1 },
          value: relative ? relativeChange(from.value, to.value) : to.value - from.value,
          inputs: [inputOf(row, statistic, basePeriod, period), inputOf(row, statistic, period, basePeriod)],
          notes: comparisonNotes(from.rows, to.rows),
        }),
      );
    return fact && { fact, ends: [from, to] };
  }

  /** The members of a scope: a panel's cities, or the city itself. */
  codes(scope: string): readonly string[] {
    return this.#members.get(scope) ?? (/^\d{6}$/.test(scope) ? [scope] : []);
  }

  #value({ scope, subject, period }: Published, statistic: string): number | null {
    const fact = known(this.#facts.get(`computed.${scope}.${subject}.${statistic}.${period}`));
    if (fact) return fact.value;
    const rows = this.#bench.values.ofAll(this.codes(scope), subject, statistic, period);
    return rows.length ? mean(rows.map(({ value }) => value)) : null;
  }

  #end(row: Published, statistic: string, period: string): End {
    const codes = this.codes(row.scope);
    const rows = this.#bench.values.ofAll(codes, row.subject, statistic, period);
    const bases = distinct(rows.map(({ basis }) => basis));
    return {
      ...{ scope: row.scope, subject: row.subject, statistic, period, codes, rows },
      value: rows.length ? mean(rows.map(({ value }) => value)) : 0,
      basis: bases.length > 1 ? 'mixed-2018' : (bases[0] ?? null),
      n: null,
      dustFree: null,
      published: row,
    };
  }

  #made(row: Published, { rows, codes }: End, statistic: string): Known | null {
    if (rows.length === 0 || rows.length / codes.length < COVERAGE_FLOOR) return null;
    // Years are facts already, but for what follows from another share.
    if (isYear(row.period) && statistic !== 'exceedance-day-share') return null;
    const { unit, decimals } = measureOf(row.subject, statistic);
    return known(
      makeFact({
        ...this.#shared(row, rows, rows.length),
        ...{ statistic, period: row.period, unit, decimals },
        value: mean(rows.map(({ value }) => value)),
        inputs: [inputOf(row, statistic, row.period)],
      }),
    );
  }

  #shared({ scope, subject }: Published, rows: readonly PlaceValue[], n: number) {
    const panel = this.#members.get(scope);
    const bases = distinct(rows.map(({ basis }) => basis));
    return {
      origin: 'computed' as const,
      scope,
      subject,
      basis: bases.length > 1 ? ('mixed-2018' as const) : (bases[0] ?? null),
      n: panel ? n : (rows[0]?.days ?? null),
      of: panel ? panel.length : null,
      method: distinct(rows.map(({ method }) => method)).join('+'),
      sources: distinct(rows.map(({ source }) => source)),
    };
  }
}

const has = (rows: readonly PlaceValue[], code: string) => rows.some((row) => row.code === code);

/** The rows of a period; `also` the other one in which the cities have a value. The days of exceedance are those that are not good. */
function inputOf({ scope, subject }: Published, statistic: string, period: string, also?: string): string {
  const stored = subject === 'aqi' && statistic === 'exceedance-day-share' ? 'good-day-share' : statistic;
  const kind = monthsOf(period).length > 0 ? 'city-month' : 'city-year';
  return [kind, scope, subject, stored, period, ...(also === undefined ? [] : [also])].join(':');
}

/** The statistics by which a published figure is computed: its own, and without sand-dust where particles are concerned. */
export const statisticsOf = (row: Published, dustLeftOut: boolean): readonly string[] =>
  dustLeftOut && (isParticulate(row) || row.subject === 'all')
    ? [row.statistic, withoutDust(row.statistic)]
    : [row.statistic];
