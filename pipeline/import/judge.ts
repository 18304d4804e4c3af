import type { RegisterRule } from '../check/rule.ts';
import { evidenceSource } from '../check/rules/evidence-source.ts';
import { policyDates } from '../check/rules/policy-dates.ts';
import { policyDuplicate } from '../check/rules/policy-duplicate.ts';
import { policyFamily } from '../check/rules/policy-family.ts';
import { policyLevel } from '../check/rules/policy-level.ts';
import { policyTranslation } from '../check/rules/policy-translation.ts';
import type { At, Data, Finding, Policy } from '../types.ts';

/** What a record must be by itself and its family; then what it must not be beside the others, of which refused ones are none. */
const RULES: readonly (readonly RegisterRule[])[] = [
  [policyDates, policyFamily, policyLevel, policyTranslation, evidenceSource],
  [policyDuplicate],
];

export type Areas = Pick<Data, 'provinces' | 'cities' | 'scopes'>;
export type Judgement = Readonly<{
  /** Findings about candidates, by their `at`; those with an error or a warning are not accepted. */
  refused: ReadonlyMap<number, readonly Finding[]>;
  accepted: readonly At<Policy>[];
}>;

const found = (rules: readonly RegisterRule[], policies: readonly At<Policy>[], areas: Areas): Finding[] =>
  rules
    .flatMap((rule) => rule({ ...areas, policies, targets: [], outcomes: [], published: [] }))
    .filter(({ severity }) => severity !== 'note');

/**
 * Holds candidates against the rules of the register, together with the records that are there. A record whose head is
 * refused has none, so the rules are asked again until nothing more is refused. Candidates have row numbers above all others.
 */
export function judge(there: readonly At<Policy>[], candidates: readonly At<Policy>[], areas: Areas): Judgement {
  const first = Math.min(...candidates.map(({ at }) => at));
  const refused = new Map<number, Finding[]>();
  let accepted = candidates;
  const refuse = (rules: readonly RegisterRule[]): boolean => {
    const about = found(rules, [...there, ...accepted], areas).filter(({ row }) => row !== null && row >= first);
    for (const finding of about) refused.set(finding.row ?? 0, [...(refused.get(finding.row ?? 0) ?? []), finding]);
    accepted = accepted.filter(({ at }) => !refused.has(at));
    return about.length > 0;
  };
  while (RULES.some(refuse));
  return { refused, accepted };
}

/** What is wrong with records that were there, once some were replaced: findings about them that there were not before. */
export function disturbed(before: readonly At<Policy>[], after: readonly At<Policy>[], areas: Areas): Finding[] {
  const known = new Set(found(RULES.flat(), before, areas).map(({ message }) => message));
  const kept = new Set(before.map(({ at }) => at));
  return found(RULES.flat(), after, areas).filter(({ row, message }) => kept.has(row ?? 0) && !known.has(message));
}
