import type { Policy } from '../../types.ts';
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

const twins = (a: Policy, b: Policy): boolean =>
  maySameDate(a.issued, b.issued) &&
  ((a.documentNumber !== '' && bare(a.documentNumber) === bare(b.documentNumber)) ||
    (['en', 'zh'] as const).some(
      (language) =>
        sameNumbers(a.title[language], b.title[language]) && likeness(a.title[language], b.title[language]) >= ALIKE,
    ));

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
