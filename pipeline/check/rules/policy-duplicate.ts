import { type At, LANGUAGES, type Policy } from '../../types.ts';
import { reporting } from '../report.ts';
import type { RegisterRule } from '../rule.ts';
import { bare, likeness } from '../texts.ts';

const report = reporting('policy-duplicate', 'policies/policies.csv');

/**
 * Titles as alike as this in both languages, or as the second in one of them (the other may be a free translation), of one
 * issuer, in one jurisdiction and at dates that may be the same, are one policy entered twice. Measured by the share of pairs
 * of neighbouring characters in common (texts.ts): of the records that are two policies, none reaches them.
 */
const ALIKE = 0.85;
const ALIKE_IN_ONE = 0.92;

const maySameDate = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null) return true;
  const known = Math.min(a.length, b.length);
  return a.slice(0, known) === b.slice(0, known);
};

/** Titles that name different years or numbers are of different policies, however alike they are. */
const sameNumbers = (a: string, b: string): boolean => {
  const numbers = (text: string) => (text.match(/\d+/g) ?? []).join();
  return numbers(a) === numbers(b);
};

function alike(a: Policy, b: Policy): boolean {
  if (!LANGUAGES.every((language) => sameNumbers(a.title[language], b.title[language]))) return false;
  const degrees = LANGUAGES.map((language) => likeness(a.title[language], b.title[language]));
  return Math.min(...degrees) >= ALIKE || Math.max(...degrees) >= ALIKE_IN_ONE;
}

/** A document number that both have settles it; else titles, issuer and date have to agree. */
function twins(a: Policy, b: Policy): boolean {
  if (!maySameDate(a.issued, b.issued)) return false;
  const [one, other] = [bare(a.documentNumber), bare(b.documentNumber)];
  if (one !== '' && other !== '') return one === other;
  return LANGUAGES.some((language) => likeness(a.issuer[language], b.issuer[language]) >= 0.5) && alike(a, b);
}

/** Records that are probably one policy: the register would count it twice. */
export const policyDuplicate: RegisterRule = ({ policies }) => {
  const before = new Map<string, At<Policy>[]>();
  return policies.flatMap((b) => {
    const others = before.get(b.jurisdiction) ?? [];
    before.set(b.jurisdiction, [...others, b]);
    return others
      .filter((a) => twins(a, b))
      .map((a) =>
        report(
          'warn',
          b.at,
          `${b.id} “${b.title.en}” (${b.issued ?? 'no date'}) is like ${a.id} “${a.title.en}” (${a.issued ?? 'no date'}).`,
          'Keep one of the two, or make their titles say how they differ.',
          'title_en',
        ),
      );
  });
};
