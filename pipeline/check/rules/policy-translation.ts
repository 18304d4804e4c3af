import type { Policy } from '../../types.ts';
import { reporting } from '../report.ts';
import type { RegisterRule } from '../rule.ts';
import { quoted } from '../texts.ts';

const report = reporting('policy-translation', 'policies/policies.csv');

/** Four or more Latin words in a row are a sentence left in English; names of standards and fuels are shorter. */
const ENGLISH_RUN = /[A-Za-z][A-Za-z'-]*(?:[ ,]+[A-Za-z][A-Za-z'-]*){3,}/;

type Fault = Readonly<{ column: string; what: string; text: string }>;

function faults(policy: Policy): readonly Fault[] {
  const texts = (['title', 'issuer', 'summary'] as const).flatMap((part) => [
    { column: `${part}_en`, language: 'en', text: policy[part].en },
    { column: `${part}_zh`, language: 'zh', text: policy[part].zh },
  ]);
  return texts.flatMap(({ column, language, text }) => {
    if (text.trim() === '') return [{ column, what: 'is empty', text }];
    if (language === 'en') {
      const [han] = /\p{Script=Han}[\p{Script=Han}，、。]*/u.exec(text) ?? [];
      if (han) return [{ column, what: `has Chinese characters (${han})`, text }];
      return /[，。；：（）《》]/.test(text) ? [{ column, what: 'has Chinese punctuation', text }] : [];
    }
    const [run] = ENGLISH_RUN.exec(text) ?? [];
    if (run) return [{ column, what: `has a run of English (${run})`, text }];
    if (!/\p{Script=Han}/u.test(text)) return [{ column, what: 'has no Chinese characters', text }];
    return /\p{Script=Han}[,;:?!]\p{Script=Han}/u.test(text) ? [{ column, what: 'has Western punctuation', text }] : [];
  });
}

/** Titles, issuers and summaries that are missing in one language, or are in the other one. They are printed as they stand. */
export const policyTranslation: RegisterRule = ({ policies }) =>
  policies.flatMap((policy) =>
    faults(policy).map(({ column, what, text }) =>
      report(
        'warn',
        policy.at,
        `${policy.id}: ${column} ${what}: ${quoted(text)}.`,
        `Write ${column} in its own language.`,
        column,
      ),
    ),
  );
