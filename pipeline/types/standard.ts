import type { Basis, Evidence, Pollutant, Statistic } from './terms.ts';

export type Limit = Readonly<{
  standard: string;
  /** Dates (YYYY-MM-DD) between which the limit is in force; `to` null: open. */
  from: string;
  to: string | null;
  grade: 1 | 2;
  pollutant: Pollutant;
  averaging: 'annual' | '24h' | 'mda8' | '1h';
  limit: number;
  unit: string;
  source: string;
}>;

export type Breakpoint = Readonly<{
  standard: string;
  from: string;
  to: string | null;
  pollutant: Pollutant;
  averaging: '24h' | 'mda8' | '1h';
  iaqi: number;
  concentration: number;
  unit: string;
}>;

export type Guideline = Readonly<{
  edition: '2005' | '2021';
  pollutant: Pollutant;
  averaging: string;
  level: 'IT-1' | 'IT-2' | 'IT-3' | 'IT-4' | 'AQG';
  value: number;
  unit: string;
  evidence: Evidence;
  source: string;
}>;

export type BasisBreak = Readonly<{
  date: string;
  before: Basis;
  after: Basis;
  pollutants: readonly Pollutant[];
  /** Multiply a value on the old basis to get the new one; null: there is no single factor. */
  factor: number | null;
  source: string;
}>;

/**
 * How a rule is known: read in a document; read only in the code of others who implement it; or recalled. Less than `seen` is
 * said wherever a number rests on it.
 */
export type Certainty = 'seen' | 'secondary' | 'unconfirmed';

/** One item by which a city's year is assessed: a statistic of a pollutant, and the limit it is held against. */
export type AssessmentRule = Readonly<{
  /** Number of the rule, as printed. */
  rule: string;
  from: string;
  to: string | null;
  pollutant: Pollutant;
  statistic: Statistic;
  averaging: Limit['averaging'];
  /** `bulletin`: counts on both bases; `strict`: only where the standard is applied in full. */
  basis: 'bulletin' | 'strict';
  /** To which the statistic is rounded before it is compared, and printed. */
  decimals: number;
  evidence: Certainty;
  decimalsEvidence: Certainty;
  source: string | null;
}>;

/** One of the six parts of the composite index: weight × statistic / limit. */
export type RankingRule = Readonly<{
  rule: string;
  from: string;
  to: string | null;
  pollutant: Pollutant;
  statistic: Statistic;
  averaging: Limit['averaging'];
  weight: number;
  concentrationDecimals: number;
  indexDecimals: number;
  evidence: Certainty;
  decimalsEvidence: Certainty;
  source: string | null;
}>;

/** What a year is assessed by: limits and rules, each with the days between which it holds. */
export type Standards = Readonly<{
  limits: readonly Limit[];
  assessmentRules: readonly AssessmentRule[];
  rankingRules: readonly RankingRule[];
  /** Whether attainment compares the rounded value (default) or the unrounded one; see standards/options.ts. */
  comparison?: 'rounded' | 'unrounded';
}>;
