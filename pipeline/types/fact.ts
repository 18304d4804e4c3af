import type { Target } from './policy.ts';
import type { Basis, Subject } from './terms.ts';

export type Severity = 'note' | 'warn' | 'error';

export type Finding = Readonly<{
  severity: Severity;
  rule: string;
  /** Path inside the data or template folder, and the row (1 = header) or line; empty and null when the finding is about a whole run. */
  file: string;
  row: number | null;
  message: string;
  remedy: string;
}>;

export type Origin = 'published' | 'computed' | 'target' | 'register' | 'standard';

/**
 * One number the report may print, with its lineage. `value` is unrounded; `decimals` says how it is printed, rounded once,
 * half to even. `value: null` prints as "–" and `reason` says why in both languages.
 */
export type Fact = Readonly<{
  /** `<origin>.<scope>.<subject>.<statistic>.<period>`, see fact-id.ts. */
  id: string;
  origin: Origin;
  scope: string;
  subject: Subject | string;
  statistic: string;
  /** A year, or `2018-vs-2017` for a relative change in %, `2018-minus-2017` for a difference in the unit of the value. */
  period: string;
  value: number | null;
  unit: string;
  decimals: number;
  basis: Basis | null;
  /** How many cities, records or days the value is made of; null: one published figure. */
  n: number | null;
  /** Of how many it could have been made (the size of the cohort); null where that has no meaning. */
  of: number | null;
  method: string;
  inputs: readonly string[];
  sources: readonly string[];
  reason: string | null;
  /** Keys of notes (strings: note.<key>) that must accompany the number wherever it is compared. */
  notes: readonly string[];
}>;

/** A place in a ranking; equal values share a rank (并列). */
export type RankRow = Readonly<{
  /** Which ranking: `worst-pm25`, `best-pm25`, `improved-pm25`, `composite`. */
  list: string;
  cohort: string;
  year: number;
  rank: number;
  code: string;
  /** The fact that decides the rank. */
  fact: string;
  /** Composite index, unrounded; null where an input is missing. */
  composite: number | null;
  /** Key of the note that says by what the ranking was made, and what is missing. */
  note: string;
}>;

/** A published figure beside the one our data give. */
export type ReconciledRow = Readonly<{
  published: string;
  computed: string;
  difference: string;
  reasons: readonly string[];
}>;

export const VERDICTS = ['met', 'not-met', 'on-track', 'behind', 'not-assessable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type TargetProgress = Readonly<{
  target: Target;
  /** Facts: the target's value, the result it is measured by, and the share of the way that is done; null where there is none. */
  goal: string;
  result: string | null;
  progress: string | null;
  verdict: Verdict;
  /** Key of the rule, or of the reason why not assessable. */
  rule: string;
}>;

/** A city that started like another and improved more since. */
export type Twin = Readonly<{
  code: string;
  /** Facts: its PM2.5 at the start and at the end, its relative change, and how unlike the other it started. */
  start: string;
  end: string;
  change: string;
  distance: string;
  /** Parts of the comparison that are not known for one of the two. */
  missing: readonly string[];
  /** Policies of the city, its province and its region in force in between, the nearest first. */
  measures: readonly string[];
}>;

/** A city, and the cities that started like it and improved most since; the first improved most. */
export type TwinSet = Readonly<{
  code: string;
  from: number;
  to: number;
  /** Facts: PM2.5 at the start and at the end, its relative change, the median change of the cities that started alike. */
  start: string;
  end: string;
  change: string;
  alike: string;
  /** Key of the reason why the city's own change is not to be relied on; null where it is. */
  unsteady: string | null;
  twins: readonly Twin[];
  /** Key of the reason why there are fewer twins than there could be; null where there are all. */
  reason: string | null;
}>;

/** What assess hands on: facts, and the orders and pairs that tables and figures need. */
export type Assessment = Readonly<{
  facts: readonly Fact[];
  rankings: readonly RankRow[];
  reconciliation: readonly ReconciledRow[];
  targets: readonly TargetProgress[];
  twins: readonly TwinSet[];
}>;
