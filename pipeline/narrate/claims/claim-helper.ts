import { chapterOf } from '../../edition-files.ts';
import { fail, near } from '../../errors.ts';
import { printed } from '../../facts/format.ts';
import type { Context } from '../context.ts';
import { type Place, templateError } from '../template-error.ts';
import { badParameter, type Settings, type Verdict } from './claim.ts';
import { evidenceOf } from './evidence.ts';
import { KINDS } from './kinds.ts';

/** Judges a claim as it is written. Errors: unknown-claim, claim-parameter, claim-unjudged, unknown-fact (all exit 1). */
export function judge([name = '', ...ids]: readonly string[], settings: Settings, context: Context): Verdict {
  const kind = KINDS[name];
  if (!kind) {
    const all = Object.keys(KINDS);
    fail('unknown-claim', `There is no claim “${name}”.`, `${near(name, all)} Known: ${all.join(', ')}.`);
  }
  const { needs = [], may = [] } = kind;
  const known = [...needs, ...may];
  for (const key of Object.keys(settings))
    if (!known.includes(key))
      badParameter(
        `“${name}” has no setting ${key}.`,
        known.length ? `${near(key, known, 1)} It takes ${known.join(', ')}.` : 'It takes facts alone.',
      );
  for (const key of needs)
    if (settings[key] === undefined) badParameter(`“${name}” lacks ${key}=.`, `Write for example ${EXAMPLES[key]}.`);
  return kind.judge(evidenceOf(kind, ids, settings, context));
}

const EXAMPLES: Readonly<Record<string, string>> = { share: 'share="half"', over: 'over="2013..2017"', by: 'by=1' };

const asWords = (html: string): string =>
  html
    .replace(/<[^>]+>/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/**
 * `{{#claim kind facts… settings}}words{{/claim}}`: judges a claim, cites what it rests on and notes it for claims.csv; a false one
 * is an error with what is true. Gives its words, marked. Errors: those of `judge`.
 */
export function claimText(
  words: readonly string[],
  hash: Readonly<Record<string, unknown>>,
  text: string,
  place: Place,
  context: Context,
): string {
  const settings = Object.fromEntries(Object.entries(hash).map(([key, value]) => [key, String(value)]));
  const { holds, is, instead, facts } = judge(words, settings, context);
  for (const { id } of facts) context.cited.facts.add(id);
  const said = asWords(text);
  context.claims.push({
    language: context.language,
    file: place.file,
    line: place.line,
    chapter: chapterOf(place.file),
    kind: words[0] ?? '',
    words: said,
    facts: facts.map(({ id }) => id),
    values: facts.map((fact) => printed(fact, 'en')),
    holds,
  });
  if (!holds)
    context.findings.push(
      templateError(
        place,
        'false-claim',
        `“${said}” is claimed (${words.join(' ')}), but ${is}.`,
        instead ? `Write what is true, for example ${instead}.` : 'Write what is true, or take the claim out.',
      ),
    );
  return `<span data-claim="${context.claims.length}">${text}</span>`;
}

/** `{{#plain "why"}}words{{/plain}}`: words that only sound like a claim. Errors: claim-parameter (exit 1). */
export const plainText = (why: string, text: string): string =>
  why ? text : badParameter('it does not say why.', 'Write {{#plain "defines a term"}}.');
