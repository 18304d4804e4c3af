import { within } from '../dates.ts';
import { type AssessmentRule, POLLUTANTS, type Pollutant, type Standards, type Statistic } from '../types.ts';
import { BULLETIN_STATISTIC, concentrationDecimals } from '../units.ts';
import { limitOn } from './limits.ts';

/** A year is assessed by what is in force on its last day. */
export const lastDay = (year: number): string => `${year}-12-31`;

/**
 * The items by which a city's year is assessed on a day (standards/assessment-rules.csv): `bulletin`, or `strict`, which are
 * the bulletins' and the percentiles of daily means.
 *
 * @param date YYYY-MM-DD
 * @returns none where no rule is in force
 */
export function clausesOn(
  { assessmentRules }: Pick<Standards, 'assessmentRules'>,
  date: string,
  basis: AssessmentRule['basis'],
): readonly AssessmentRule[] {
  return assessmentRules.filter(
    (row) => within(date, row.from, row.to) && (basis === 'strict' || row.basis === 'bulletin'),
  );
}

/** The decimals to which a pollutant's concentration is compared and printed on a day; without a rule those of HJ 663-2013. */
export function decimalsOn(
  standards: Pick<Standards, 'assessmentRules'>,
  date: string,
): (pollutant: Pollutant) => number {
  const clauses = clausesOn(standards, date, 'bulletin');
  return (pollutant) =>
    clauses.find((row) => row.pollutant === pollutant)?.decimals ?? concentrationDecimals(pollutant);
}

/** How the composite index is formed on a day: parts, and the decimals by which cities are ranked. */
export type IndexRule = Readonly<{
  rule: string;
  decimals: number;
  /** Whether weights and limits were read in a document, and not only in the code of others. */
  seen: boolean;
  source: string | null;
  parts: Readonly<Record<Pollutant, IndexPart>>;
  /** Pollutants for which the limits have none: without one of them there is no index. */
  withoutLimit: readonly Pollutant[];
}>;

export type IndexPart = Readonly<{ statistic: Statistic; weight: number; decimals: number; limit: number | null }>;

/** The rule of the composite index in force on a day, with its limits of class 2; null where the table holds none for all six. */
export function indexRuleOn(
  { limits, rankingRules }: Pick<Standards, 'limits' | 'rankingRules'>,
  date: string,
): IndexRule | null {
  const rows = rankingRules.filter((row) => within(date, row.from, row.to));
  const [first] = rows;
  const parts = POLLUTANTS.flatMap((pollutant) => {
    const row = rows.find((each) => each.pollutant === pollutant);
    if (!row) return [];
    const { statistic, weight, concentrationDecimals: decimals, averaging } = row;
    return [[pollutant, { statistic, weight, decimals, limit: limitOn(limits, date, pollutant, averaging) }] as const];
  });
  if (!first || parts.length < POLLUTANTS.length) return null;
  return {
    rule: first.rule,
    decimals: first.indexDecimals,
    seen: rows.every(({ evidence }) => evidence === 'seen'),
    source: first.source,
    parts: Object.fromEntries(parts) as Record<Pollutant, IndexPart>,
    withoutLimit: parts.flatMap(([pollutant, { limit }]) => (limit === null ? [pollutant] : [])),
  };
}

/** The rule of 2014 with these limits: equal weights, whole concentrations (CO 1 decimal), 2 decimals of the index. */
export function equalWeights(limits: Readonly<Record<Pollutant, number | null>>): IndexRule {
  const part = (pollutant: Pollutant): IndexPart => ({
    statistic: BULLETIN_STATISTIC[pollutant],
    weight: 1,
    decimals: concentrationDecimals(pollutant),
    limit: limits[pollutant],
  });
  return {
    rule: '环办〔2014〕64号',
    decimals: 2,
    seen: true,
    source: null,
    parts: Object.fromEntries(POLLUTANTS.map((pollutant) => [pollutant, part(pollutant)])) as IndexRule['parts'],
    withoutLimit: POLLUTANTS.filter((pollutant) => limits[pollutant] === null),
  };
}

/** The name of the limits in force on a day, as the table has it; '' where it holds none. */
export function standardOn({ limits }: Pick<Standards, 'limits'>, date: string): string {
  return limits.find((row) => within(date, row.from, row.to))?.standard ?? '';
}

/** The name of the rules of assessment in force on a day, as the table has it; '' where it holds none. */
export function assessmentRuleOn(standards: Pick<Standards, 'assessmentRules'>, date: string): string {
  return clausesOn(standards, date, 'bulletin')[0]?.rule ?? '';
}
