import type { Claim } from '../narrate/claims/claim.ts';
import type { ClaimAnswer } from './messages.ts';

/** What a claim asserts, by its number in the text (the first is 1); null when there is no such claim now. */
export function claimAnswer(number: string, claims: readonly Claim[]): ClaimAnswer | null {
  const claim = claims[Number(number) - 1];
  if (!claim) return null;
  const { kind, words, holds, file, line, facts, values } = claim;
  return {
    kind,
    words,
    holds,
    place: `${file}:${line}`,
    facts: facts.map((id, i) => ({ id, value: values[i] ?? '' })),
  };
}
