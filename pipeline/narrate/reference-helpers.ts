import { knownUntil } from '../assess/known.ts';
import { printable } from '../assess/published.ts';
import { issuedBy } from '../assess/register-status.ts';
import { fail, near } from '../errors.ts';
import type { Policy } from '../types.ts';
import type { Context } from './context.ts';
import { dateText } from './date-text.ts';
import { escapeHtml } from './typography.ts';

function findPolicy(id: string, context: Context): Policy {
  const { policies } = context.data;
  const policy = policies.find((record) => record.id === id);
  const ids = policies.map((record) => record.id);
  if (!policy) fail('unknown-policy', `The register has no policy ${id}.`, near(id, ids));
  if (!printable(policy)) {
    fail(
      'policy-not-printable',
      `The evidence of policy ${id} is ${policy.evidence}.`,
      'Only records that were seen or derived are printed as fact: confirm the record, or leave it out.',
    );
  }
  if (!issuedBy(policy, knownUntil(context.edition))) {
    fail(
      'policy-later',
      `Policy ${id} was not issued by ${knownUntil(context.edition)}, to which this edition knows.`,
      `A report knows nothing later than its year, or the asOf of edition.json: put {{#from ${policy.issued?.slice(0, 4) ?? 'year'}}} around it.`,
    );
  }
  return policy;
}

/** The title of a record, linked to its row in the annex. Errors: unknown-policy, policy-not-printable, policy-later. */
export function policyLink(id: string, context: Context): string {
  const policy = findPolicy(id, context);
  context.cited.policies.add(id);
  // Marks of a title inside a title are the single ones (GB/T 15834).
  const plain = policy.title[context.language].replace(/《/g, '〈').replace(/》/g, '〉');
  const title = context.strings.get('policy.title').replace('{}', escapeHtml(plain));
  return `<a class="policy" href="#policy-${id}">${title}</a>`;
}

/** A policy by its title, with its date of issue; linked to its row in the annex. */
export function policyText(id: string, context: Context): string {
  const { issued } = findPolicy(id, context);
  const date = issued ? context.strings.get('policy.issued').replace('{}', dateText(issued, context)) : '';
  return `<cite>${policyLink(id, context)}</cite>${date}`;
}

/** A source by its title, linked to the list of sources. */
export function sourceText(id: string, context: Context): string {
  const source = context.data.sources.find((line) => line.id === id);
  const ids = context.data.sources.map((line) => line.id);
  if (!source) fail('unknown-source', `There is no source ${id}.`, `${near(id, ids)} See sources.csv.`);
  context.cited.sources.add(id);
  return `<a class="source-link" href="#source-${id}">${escapeHtml(source.title[context.language] || source.publisher[context.language])}</a>`;
}
