import { printable } from '../assess/published.ts';
import { ChinaAirError, nearest } from '../errors.ts';
import type { Policy } from '../types.ts';
import type { Context } from './context.ts';
import { dateText } from './date-text.ts';
import { escape } from './typography.ts';

function findPolicy(id: string, context: Context): Policy {
  const { policies } = context.data;
  const policy = policies.find((record) => record.id === id);
  if (!policy) {
    const near = nearest(
      id,
      policies.map((record) => record.id),
    );
    throw new ChinaAirError({
      code: 'unknown-policy',
      exit: 1,
      message: `The register has no policy ${id}.`,
      remedy: `Nearest: ${near.join(', ')}.`,
    });
  }
  if (!printable(policy)) {
    throw new ChinaAirError({
      code: 'policy-not-printable',
      exit: 1,
      message: `The evidence of policy ${id} is ${policy.evidence}.`,
      remedy: 'Only records that were seen or derived are printed as fact: confirm the record, or leave it out.',
    });
  }
  return policy;
}

/** A policy by its title, with its date of issue; linked to its row in the annex. */
export function policyText(id: string, context: Context): string {
  const policy = findPolicy(id, context);
  context.cited.policies.add(id);
  const issued = policy.issued
    ? context.strings.get('policy.issued').replace('{}', dateText(policy.issued, context))
    : '';
  const title = context.strings.get('policy.title').replace('{}', escape(policy.title[context.language]));
  return `<a class="policy" href="#policy-${id}">${title}</a>${issued}`;
}

/** A source by its title, linked to the list of sources. */
export function sourceText(id: string, context: Context): string {
  const source = context.data.sources.find((line) => line.id === id);
  if (!source) {
    const near = nearest(
      id,
      context.data.sources.map((line) => line.id),
    );
    throw new ChinaAirError({
      code: 'unknown-source',
      exit: 1,
      message: `There is no source ${id}.`,
      remedy: `Nearest: ${near.join(', ')}; see sources.csv.`,
    });
  }
  context.cited.sources.add(id);
  return `<a class="source-link" href="#source-${id}">${escape(source.title || source.publisher)}</a>`;
}
