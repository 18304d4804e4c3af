import { LANGUAGES, type Language, type Policy } from '../../types.ts';
import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';
import { bare, likeness } from '../texts.ts';

const report = reporting('policy-duplicate', 'policies/policies.csv');

/** Titles as alike as this, in one jurisdiction and at dates that may be the same, are one policy entered twice. */
const ALIKE = 0.85;

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

const alikeIn = (a: Policy, b: Policy, language: Language): boolean =>
  sameNumbers(a.title[language], b.title[language]) && likeness(a.title[language], b.title[language]) >= ALIKE;

/** A document number that both have settles it; else both titles, issuer and date have to agree. */
function twins(a: Policy, b: Policy): boolean {
  const [one, other] = [bare(a.documentNumber), bare(b.documentNumber)];
  if (one !== '' && other !== '') return one === other && maySameDate(a.issued, b.issued);
  const issuer = LANGUAGES.some((language) => likeness(a.issuer[language], b.issuer[language]) >= 0.5);
  return issuer && maySameDate(a.issued, b.issued) && LANGUAGES.every((language) => alikeIn(a, b, language));
}

/** Records that are probably one policy: the register would count it twice. */
export const policyDuplicate: Rule = ({ policies }) =>
  policies.flatMap((a, i) =>
    policies
      .slice(i + 1)
      .filter((b) => a.jurisdiction === b.jurisdiction && twins(a, b))
      .map((b) =>
        report(
          'warn',
          b.at,
          `${b.id} “${b.title.en}” (${b.issued ?? 'no date'}) is like ${a.id} “${a.title.en}” (${a.issued ?? 'no date'}) in row ${a.at}.`,
          'Keep one of the two, or make their titles say how they differ.',
        ),
      ),
  );
