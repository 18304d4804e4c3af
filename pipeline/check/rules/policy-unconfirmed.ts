import { reporting } from '../report.ts';
import type { Rule } from '../rule.ts';
import { quoted } from '../texts.ts';

/** Policies and targets that nobody has confirmed: they stand here, and nowhere in the edition. */
export const policyUnconfirmed: Rule = ({ policies, targets }) => [
  ...policies
    .filter(({ evidence }) => evidence === 'unconfirmed')
    .map(({ id, at, title }) =>
      reporting('policy-unconfirmed', 'policies/policies.csv')(
        'note',
        at,
        `${id} ${quoted(title.en)} was not confirmed, and is left out.`,
        'Find its text, name the source, and change the evidence.',
        'evidence',
      ),
    ),
  ...targets
    .filter(({ evidence }) => evidence === 'unconfirmed')
    .map(({ id, at }) =>
      reporting('policy-unconfirmed', 'policies/targets.csv')(
        'note',
        at,
        `${id} was not confirmed, and is left out.`,
        'Find it in the text of its policy, name the source, and change the evidence.',
        'evidence',
      ),
    ),
];
