import type { Verdict as Outcome } from '../../types.ts';
import type { Evidence, Kind, Verdict } from './claim.ts';

/** The claim that a verdict makes true. */
export const TARGET_CLAIMS: Readonly<Record<Outcome, string>> = {
  met: 'met',
  'not-met': 'missed',
  'on-track': 'on-track',
  behind: 'behind',
  'not-assessable': 'not-assessable',
};

/** All the targets named have this verdict in the year assessed. */
const outcome =
  (wanted: Outcome) =>
  ({ named, targets }: Evidence): Verdict => {
    const others = targets.filter(({ verdict }) => verdict !== wanted);
    const [first] = others;
    return {
      holds: others.length === 0,
      is: (others.length ? others : targets)
        .map(({ target, verdict, rule }) => `${target.id} is ${TARGET_CLAIMS[verdict]} (${rule})`)
        .join('; '),
      instead: first ? `{{#claim "${TARGET_CLAIMS[first.verdict]}" "${first.target.id}"}}` : null,
      facts: named,
    };
  };

/** Verdicts on targets; several named must all have it. */
export const TARGET_KINDS: Readonly<Record<string, Kind>> = {
  met: { takes: 'targets', judge: outcome('met') },
  missed: { takes: 'targets', judge: outcome('not-met') },
  'on-track': { takes: 'targets', judge: outcome('on-track') },
  behind: { takes: 'targets', judge: outcome('behind') },
  'not-assessable': { takes: 'targets', judge: outcome('not-assessable') },
};
