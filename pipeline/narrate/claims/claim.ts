import { fail } from '../../errors.ts';
import { printed } from '../../facts/format.ts';
import { roundedNumber } from '../../standards/rounding.ts';
import type { Fact, Language, TargetProgress } from '../../types.ts';

/** A claim as a text makes it, and what became of it: a row of claims.csv. */
export type Claim = Readonly<{
  language: Language;
  /** Path inside the folder of templates. */
  file: string;
  line: number;
  /** Folder of the chapter; empty for partials and short texts. */
  chapter: string;
  kind: string;
  /** As a reader sees them. */
  words: string;
  /** Ids of the facts it rests on, and the same as printed in English. */
  facts: readonly string[];
  values: readonly string[];
  holds: boolean;
}>;

export type Settings = Readonly<Record<string, string>>;

/** What the numbers say of a claim. `is` states what is true in words, `instead` a claim that would hold, as it is written. */
export type Verdict = Readonly<{ holds: boolean; is: string; instead: string | null; facts: readonly Fact[] }>;

/** What a claim is judged by: the facts it names, with the numbers they stand among; or targets. All have a value. */
export type Evidence = Readonly<{
  named: readonly Fact[];
  /** The facts it is compared with, the named one among them; in the order of years where it is `over` years. */
  field: readonly Fact[];
  targets: readonly TargetProgress[];
  settings: Settings;
}>;

/** What stands after a kind: facts (how many), facts of years in the place of `*`, or targets. */
export type Takes = 'changes' | 'change' | 'two' | 'part' | 'one-of-many' | 'years' | 'targets';

/**
 * A kind of claim. Numbers are judged as printed, so that no claim holds by what a reader cannot see.
 * `needs` and `may` name its settings.
 */
export type Kind = Readonly<{
  takes: Takes;
  needs?: readonly string[];
  may?: readonly string[];
  judge: (evidence: Evidence) => Verdict;
}>;

/** A fact's number as printed. Only facts with a value come here. */
export const shown = ({ value, decimals }: Fact): number => roundedNumber(value ?? 0, decimals);

/** "published.CN-338.pm25.annual-mean.2018 (39 µg/m³)", for messages. */
export const told = (fact: Fact): string => `${fact.id} (${printed(fact, 'en').replace(/\u00a0/g, ' ')})`;

/** A claim as it is written. */
export const written = (kind: string, facts: readonly Fact[], settings = ''): string =>
  `{{#claim "${kind}" ${facts.map(({ id }) => `"${id}"`).join(' ')}${settings && ` ${settings}`}}}`;

/** A claim that is written wrongly: an unknown kind, group or setting, or one that is missing. */
export const badParameter = (message: string, remedy: string): never => fail('claim-parameter', message, remedy);

/** A claim that no number can answer. */
export const cannotJudge = (message: string, remedy: string): never =>
  fail('claim-unjudged', `cannot be judged: ${message}`, remedy);
