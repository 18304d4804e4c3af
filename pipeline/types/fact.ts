import type { Target } from './policy.ts';
import type { Basis, Pollutant, Subject } from './terms.ts';

export type Severity = 'note' | 'warn' | 'error';

export type Finding = Readonly<{
  severity: Severity;
  rule: string;
  /** Path inside the data or template folder, and the row (1 = header) or line; empty and null when the finding is about a whole run. */
  file: string;
  row: number | null;
  message: string;
  remedy: string;
  /** The column at fault, where it is known and one. */
  column?: string;
}>;

export const ORIGINS = ['published', 'computed', 'target', 'register', 'standard'] as const;
export type Origin = (typeof ORIGINS)[number];

/**
 * One number the report may print, with its lineage. `value` is unrounded; `decimals` says how it is printed, rounded once,
 * half to even. `value: null` prints as "–" and `reason` says why in both languages.
 *
 * A new family of facts states where its numbers come from, so that facts/lineage-rules.ts can judge it without knowing it:
 * `inputs` name facts, rows or tables in the one syntax of facts/lineage.ts; the rows of a same-city panel name the other year
 * as well (`city-year:CN-338:pm25:annual-mean:2018:2017`). `basis` is that of all inputs, or null for what has none (counts).
 * A comparison has `-vs-` or `-minus-` in its period, or `-less-` in its statistic, and two levels of one scope as inputs; the
 * note `mixed-basis` where they differ in basis (never with actual-298K on one side), or `converted` in its method. `method`
 * begins with `count` for counts of facts, and ends in `only` where a rule leaves out rows that the input holds. `n` of `of` cities, at least nine in ten of them for a mean or share, unless the
 * note `coverage-population` says that the floor is kept by residents. A published and a computed figure meet only in
 * `…-less-published`, or with the note `publisher-change` or `third-party-base`.
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
  /** Facts, rows and tables it is made from, in the syntax of facts/lineage.ts; empty for a figure as published. */
  inputs: readonly string[];
  sources: readonly string[];
  reason: string | null;
  /** Keys of notes (strings: note.<key>) that must accompany the number wherever it is compared. */
  notes: readonly string[];
}>;

/** A place in a ranking; equal values share a rank (并列). */
export type RankRow = Readonly<{
  /**
   * Which ranking: `cleanest` (by composite index or, where fewer than nine in ten cities have it, by PM2.5), `cleanest-pm25`,
   * `composite-partial` (the cities that have the index where they are fewer), `cleanest-dust-excluded`, `cleanest-<YYYY-MM>`;
   * `improved-since-<year>` and `worsened-since-<year>` (PM2.5), the same with `index-` before (composite index); `swung`.
   */
  list: string;
  cohort: string;
  year: number;
  rank: number;
  code: string;
  /** The fact that decides the rank. */
  fact: string;
  /** Composite index, to the 2 decimals by which it is ranked; null where an input is missing. */
  composite: number | null;
  /** Key of the note that says by what the ranking was made, and what is missing. */
  note: string;
  /** The best and the worst place the city could have (assess/rank-interval.ts); null for rankings of changes and months. */
  low: number | null;
  high: number | null;
  /** What these two allow for. */
  holds: 'rounding-and-days' | 'rounding' | null;
  /** The inputs of the composite index that the city lacks, as `o3.p90-mda8`. */
  missing: readonly string[];
  /** The pollutants whose part of the index is the largest, several where they tie; empty without an index. */
  largest: readonly Pollutant[];
}>;

/** What a reconciled figure is: the level of a year, a month or a span of months, a change, or a count of cities or days. */
export const RECONCILED_KINDS = ['year', 'month', 'span', 'change', 'count'] as const;
export type ReconciledKind = (typeof RECONCILED_KINDS)[number];

/** A published figure beside the one our data give. Named are facts. */
export type ReconciledRow = Readonly<{
  published: string;
  computed: string;
  /** Computed less published, unrounded; of changes in pp. */
  difference: string;
  /** The same in % of the published figure; null for changes. */
  relative: string | null;
  /** What can make the difference, `unexplained` last where that is not enough. */
  reasons: readonly string[];
  /** Row of air/published.csv. */
  at: number;
  kind: ReconciledKind;
  /** Within 3 % or one unit of the last published digit; a change within 1.5 pp. */
  close: boolean;
  /** Both follow one rule on sand-dust and on the state of the air. */
  alike: boolean;
  /** A second twin of a figure that has a row already: the one with sand-dust, where the published one leaves it out. */
  second: boolean;
}>;

export const VERDICTS = ['met', 'not-met', 'on-track', 'behind', 'not-assessable'] as const;
export type Verdict = (typeof VERDICTS)[number];

export type TargetProgress = Readonly<{
  target: Target;
  /** Facts: the target's value, the result it is measured by, and the share of the way that is done; null where there is none. */
  goal: string;
  result: string | null;
  progress: string | null;
  /** Fact: where the straight path from base to deadline stands in the year assessed; null for a level without a stated base. */
  path: string | null;
  /** The year the result is counted from, which may not be the target's own base year; null for a level, or without a result. */
  base: number | null;
  verdict: Verdict;
  /** Key of the rule, or of the reason why not assessable. */
  rule: string;
}>;

/**
 * Choices that could have been made otherwise: `source` our figure for the published one, or the other way round; `strict`
 * HJ 663 in full for the bulletins' count; `dust` particles without sand-dust; `capture` only values that meet the rule of
 * data capture in full; `people` cities weighted by population; `panel` the key cities for the nation, or the nation for them.
 */
export const CHOICES = ['source', 'strict', 'dust', 'capture', 'people', 'panel'] as const;
export type Choice = (typeof CHOICES)[number];

/** Whether a headline statement, or the verdict on a target, still holds under one other choice. */
export type RobustnessLine = Readonly<{
  kind: 'headline' | 'verdict';
  /** The id of the statement (assess/headlines.ts) or of the target. */
  id: string;
  /** The fact as printed, on which it rests. */
  printed: string;
  choice: Choice;
  /** The fact under the choice, and whether the statement holds by it; null where there is none, for which `reason` (reason.<key>). */
  fact: string | null;
  holds: boolean | null;
  reason: string | null;
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
  robustness: readonly RobustnessLine[];
  twins: readonly TwinSet[];
}>;
