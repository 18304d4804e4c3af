import type { Sector } from './policy.ts';
import type { Bilingual, Evidence } from './terms.ts';

/**
 * How the value of an outcome is meant. `level`: a stock at the end of the period, or what flowed in it; `cumulative`: the sum
 * over the period; `change`: relative to the first year, in %, or a difference in pp; `share`: part of a whole, in %.
 */
export const OUTCOME_KINDS = ['level', 'cumulative', 'change', 'share'] as const;
export type OutcomeKind = (typeof OUTCOME_KINDS)[number];

/** How the source gives the number: as such, as "more than", as "within", or as "about". */
export const BOUNDS = ['exact', 'at-least', 'at-most', 'about'] as const;
export type Bound = (typeof BOUNDS)[number];

/** What was done, or what it came to, as published (policies/outcomes.csv): no figure of ours. */
export type Outcome = Readonly<{
  id: string;
  /** The policy that asked for it; null where no single one did. */
  policy: string | null;
  sector: Sector;
  /** A scope id, a province code or a city code. */
  scope: string;
  /** What is counted: one name and one unit for one indicator. */
  indicator: string;
  name: Bilingual;
  /** A year, month or day, or two of them joined by `..`. */
  period: string;
  kind: OutcomeKind;
  value: number;
  /** Digits after the point, as published. */
  decimals: number;
  unit: string;
  bound: Bound;
  evidence: Evidence;
  sources: readonly string[];
  /** The gist of what the source says: kept, never printed. */
  note: string;
}>;
