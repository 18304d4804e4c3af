import { type AssessmentRule, POLLUTANTS, type Pollutant, type Standards, type Statistic } from '../types.ts';
import { limitOn } from './limits.ts';
import { roundedNumber } from './rounding.ts';
import { clausesOn } from './rules.ts';

/**
 * The two ways a city can be said to attain. `bulletin`: the annual means of PM2.5, PM10, SO2 and NO2, the 95th percentile
 * of CO and the 90th of ozone's daily 8-hour maxima, as the ministry counts cities. `strict`: HJ 663-2013, which also asks
 * the 95th (PM) and 98th (SO2, NO2) percentiles of the daily means to meet the 24-hour limits; never more cities.
 */
export type AttainmentBasis = AssessmentRule['basis'];

/** A year's statistic of one city, unrounded; null when it is not known. */
export type AnnualStatistic = (pollutant: Pollutant, statistic: Statistic) => number | null;

export type AttainmentItem = Readonly<{
  pollutant: Pollutant;
  statistic: Statistic;
  /** As compared: rounded half to even to the decimals of the rule. */
  value: number | null;
  limit: number;
  attains: boolean | null;
}>;

export type Attainment = Readonly<{
  basis: AttainmentBasis;
  items: readonly AttainmentItem[];
  /** Items for which the limits in use have none, such as an annual mean of SO2 in the European Union: they judge nothing. */
  leftOut: readonly AssessmentRule[];
  /** null: not assessable, because at least one item is missing, even if another already exceeds its limit. */
  attains: boolean | null;
  exceeding: readonly Pollutant[];
}>;

/** What is judged by: limits and rules; with `comparison: 'unrounded'` 35.4 exceeds 35. */
export type JudgedBy = Pick<Standards, 'limits' | 'assessmentRules' | 'comparison'>;

/**
 * Compares a city's year with the limits (HJ 663, annual evaluation), after rounding: 35.4 becomes 35 and attains 35;
 * exactly at the limit attains.
 *
 * @param date the day whose limits and rules apply, usually 31 December of the year
 */
export const attainment = (
  basis: AttainmentBasis,
  statistic: AnnualStatistic,
  standards: JudgedBy,
  date: string,
): Attainment => attainmentOn(basis, standards, date)(statistic);

/** The same for many cities: limits and rules of the day are looked up once. */
export function attainmentOn(
  basis: AttainmentBasis,
  standards: JudgedBy,
  date: string,
): (statistic: AnnualStatistic) => Attainment {
  const clauses = clausesOn(standards, date, basis).map((clause) => ({
    clause,
    limit: limitOn(standards.limits, date, clause.pollutant, clause.averaging),
  }));
  const leftOut = clauses.flatMap(({ clause, limit }) => (limit === null ? [clause] : []));
  const judge = (statistic: AnnualStatistic, clause: AssessmentRule, limit: number): AttainmentItem => {
    const raw = statistic(clause.pollutant, clause.statistic);
    const value = raw === null || standards.comparison === 'unrounded' ? raw : roundedNumber(raw, clause.decimals);
    const attains = value === null ? null : value <= limit;
    return { pollutant: clause.pollutant, statistic: clause.statistic, value, limit, attains };
  };
  return (statistic) => {
    const items = clauses.flatMap(({ clause, limit }) => (limit === null ? [] : [judge(statistic, clause, limit)]));
    const known = items.length > 0 && items.every((item) => item.attains !== null);
    return {
      basis,
      items,
      leftOut,
      attains: known ? items.every((item) => item.attains) : null,
      exceeding: POLLUTANTS.filter((p) => items.some((item) => item.pollutant === p && item.attains === false)),
    };
  };
}

/** The same of one pollutant alone: null where one of its items is missing or none of them has a limit. */
export function attainsAlone({ items }: Attainment, pollutant: Pollutant): boolean | null {
  const own = items.filter((item) => item.pollutant === pollutant);
  if (own.length === 0 || own.some(({ attains }) => attains === null)) return null;
  return own.every(({ attains }) => attains);
}

/** The exceedance multiple B = (C - S)/S of HJ 663-2013 (超标倍数), unrounded, printed to 2 decimals; at or below the limit not above 0. */
export const exceedanceMultiple = (concentration: number, limit: number): number => (concentration - limit) / limit;
