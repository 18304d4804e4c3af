import Handlebars, { type HelperOptions } from 'handlebars';
import { ChinaAirError } from '../errors.ts';
import { direction } from '../facts/format.ts';
import type { Fact } from '../types.ts';
import { unknownHelper } from './checks/calls.ts';
import { registerClaims } from './claims/claim-helper.ts';
import { type Context, settle } from './context.ts';
import { dateText } from './date-text.ts';
import { figureElement } from './figure-element.ts';
import { glossaryList, termLink } from './glossary.ts';
import { cityList, nameOf, orderedList } from './lists.ts';
import { refuseMisspelt } from './misspelt.ts';
import { noteMark } from './notes.ts';
import {
  changePhrase,
  factNumber,
  factText,
  missingInWords,
  partNumber,
  printsAbove,
  signedNumber,
} from './number-helpers.ts';
import { parseTemplate } from './parse.ts';
import { policyText, sourceText } from './reference-helpers.ts';
import { recordsText } from './register-rows.ts';
import { withMark } from './source/marks.ts';
import { standardName } from './standard-name.ts';
import { isStanding, statementList, unknownStanding } from './statements.ts';
import { renderTable } from './table.ts';
import { tables } from './tables/index.ts';
import { openPlaceholder, type Place, templateError } from './template-error.ts';
import { escapeHtml } from './typography.ts';

type Arguments = readonly unknown[];
/** What a helper does with its words; the file and line are known to whoever reports its errors. */
type Helper = (
  words: readonly string[],
  hash: Readonly<Record<string, unknown>>,
  options: HelperOptions,
  place: Place,
) => string;

const html = (text: string) => new Handlebars.SafeString(text);

/**
 * The language of templates. Every helper takes names, never numbers; one that cannot answer reports an error with file and
 * line and prints a mark, so that one run finds all faults.
 *
 *     {{fact id}} {{value id}}        a number, with and without its unit          (decimals=1 to print more)
 *     {{change id}}                   "fell by 9.3%"        form="noun": "a fall of 9.3%"; form="signed": −9.3%
 *     {{#has id id …}}…{{else}}…      whether all these numbers exist
 *     {{#filled table}}…{{else}}…     whether the data hold something for a table
 *     {{#some id}}…{{else}}…          whether a count is there and above nought
 *     {{count id "city" "cities"}}    a count with its noun, one or many
 *     {{#rose id}} {{#fell id}}       by the rounded direction of a change
 *     {{#above id id}}…{{else}}…      whether the first number is above the second, both as printed
 *     {{#from 2018}}…{{else}}…        whether the year assessed is that year or later
 *     {{#claim kind id …}}…{{/claim}}  words that assert something, checked; see claims/
 *     {{#plain "why"}}…{{/plain}}     words that only sound like it: definitions, methods
 *     {{n id}} {{of id}}              how many cities (or days) a number is made of, and of how many
 *     {{cities list count=5}}         the first cities of a ranking, with their values
 *     {{ordered group id count=3}}    members of a group by a number, highest first; see lists.ts
 *     {{statements "dependent"}}       headline statements that are robust, dependent on a choice, or untested
 *     {{scope id}}                    the name of a cohort, region, province or city
 *     {{standard "limits"}}           the number of the standard in force: of limits, of assessment, of the index of a day
 *     {{drawing id}}                  a figure's drawing alone, for covers
 *     {{figure id}} {{table id}}      set it here;  {{ref "fig-…"}} {{page "…"}} refer to it
 *     {{policy id}} {{source id}}     a record of the register; a source
 *     {{records sector}}              a sector's records in a sentence, where they are too few for {{table "sector-…"}}
 *     {{date "2018-09-01"}}           a date in words
 *     {{placeholder "map to come"}}   what is still missing: marked in a draft, an error in a final edition (approved="name" lifts it); "@Y-01" for a month of the year assessed
 */
export function createHandlebars(context: Context, file: () => string): typeof Handlebars {
  const instance = Handlebars.create();
  const { edition, facts } = context;
  const builders = { ...tables, ...Object.fromEntries(context.ownTables ?? []) };
  /** Where a short text is being filled: its faults carry the place where it was written. */
  const within: Place[] = [];
  const placeAt = (line: number): Place => within.at(-1) ?? { file: file(), line };
  const fillText = (text: string, place: Place): string => {
    within.push(place);
    try {
      return renderString(instance, text, context, place);
    } finally {
      within.pop();
    }
  };
  const say = (key: string): string => fillText(context.strings.get(key), context.strings.place(key));

  const cite = (id: string): Fact => {
    const fact = facts.get(settle(id, edition));
    context.cited.facts.add(fact.id);
    return fact;
  };
  /** A number for running text: a missing one is an error, or its reason is said (`missing="say"`). */
  const stated = (
    id: string,
    { missing }: Readonly<Record<string, unknown>>,
    print: (fact: Fact) => string,
    value: (fact: Fact) => number | null = (fact) => fact.value,
  ): string => {
    const fact = cite(id);
    if (value(fact) !== null) return print(fact);
    if (missing === 'say') return missingInWords(fact, context);
    throw new ChinaAirError({
      code: 'null-in-text',
      exit: 1,
      message: `${fact.id} has no value (${fact.reason ?? 'unknown'}), and the text does not say why.`,
      remedy: `Put {{#has "${id}"}}…{{else}}…{{/has}} around the sentence, or write missing="say" to print a dash with this reason.`,
    });
  };
  const decimals = (hash: Readonly<Record<string, unknown>>) =>
    typeof hash.decimals === 'number' ? hash.decimals : undefined;
  const wayIs =
    (way: string): Helper =>
    (ids, _, options) =>
      ids.every((id) => direction(cite(id)) === way) ? options.fn(context) : options.inverse(context);

  const inline: Readonly<Record<string, Helper>> = {
    fact: ([id = ''], hash) => stated(id, hash, (fact) => factText(fact, context, decimals(hash))),
    value: ([id = ''], hash) => stated(id, hash, (fact) => factNumber(fact, context, decimals(hash))),
    change: ([id = ''], hash) =>
      stated(id, hash, (fact) =>
        hash.form === 'signed' ? signedNumber(fact, context) : changePhrase(fact, String(hash.form ?? 'verb'), context),
      ),
    count: ([id = '', one = '', many = one], hash) =>
      stated(id, hash, (fact) => `${factNumber(fact, context)} ${fact.value === 1 ? one : many}`),
    n: ([id = ''], hash) =>
      stated(
        id,
        hash,
        (fact) => partNumber(fact, 'n', context),
        ({ n }) => n,
      ),
    of: ([id = ''], hash) =>
      stated(
        id,
        hash,
        (fact) => partNumber(fact, 'of', context),
        ({ of }) => of,
      ),
    ordered: (words, hash) => orderedList(words, hash, context),
    cities: ([list = ''], hash) => cityList(list, Number(hash.count ?? 5), String(hash.cohort ?? '@N'), context),
    standard: ([what = '']) => escapeHtml(standardName(what, context)),
    statements: ([standing = '']) => {
      if (!isStanding(standing)) throw unknownStanding(standing);
      return escapeHtml(statementList(standing, context));
    },
    scope: ([id = '']) => escapeHtml(nameOf(settle(id, edition), context)),
    figure: ([id = ''], { size }, _options, place) =>
      withMark(
        figureElement(id, typeof size === 'string' ? size : '', context, (text) => fillText(text, place)),
        place,
      ),
    drawing: ([id = '']) => context.figures.get(id)?.svg[context.language] ?? '',
    table: ([id = ''], _hash, _options, place) => withMark(renderTable(id, builders, context, say), place),
    ref: ([anchor = ''], _hash, _options, { file: at, line }) =>
      `<a class="ref" href="#${anchor}" data-ref="${anchor}" data-at="${at}:${line}"></a>`,
    page: ([anchor = '']) => `<span class="page" data-page-of="${anchor}"></span>`,
    policy: ([id = '']) => policyText(id, context),
    records: ([sector = '']) => recordsText(sector, context),
    source: ([id = '']) => sourceText(id, context),
    date: ([text = '']) => escapeHtml(dateText(settle(text, edition), context)),
    placeholder: ([what = ''], { approved }, _options, place) => {
      if (approved) return escapeHtml(what);
      context.findings.push(openPlaceholder(what, place, context.draft));
      return `<mark class="placeholder">${escapeHtml(what)}</mark>`;
    },
    text: ([key = '']) => say(key),
    note: ([key = ''], _hash, options) => {
      const text = options.fn ? options.fn(context).trim() : say(`note.${key}`);
      return context.notes ? noteMark(text, context.notes) : '';
    },
    term: ([id = ''], { as }) => termLink(id, typeof as === 'string' ? as : null, context),
    glossary: () => glossaryList(context, fillText),
  };
  const block: Readonly<Record<string, Helper>> = {
    has: (ids, _, options) => {
      for (const id of ids) refuseMisspelt(settle(id, edition), facts, context.names);
      return ids.every((id) => facts.has(settle(id, edition))) ? options.fn(context) : options.inverse(context);
    },
    filled: (ids, _, options) =>
      ids.every((id) => builders[id]?.(context)) ? options.fn(context) : options.inverse(context),
    some: ([id = ''], _, options) => {
      refuseMisspelt(settle(id, edition), facts, context.names);
      return (facts.find(settle(id, edition))?.value ?? 0) > 0 ? options.fn(context) : options.inverse(context);
    },
    from: ([year = ''], _, options) => (edition.year >= Number(year) ? options.fn(context) : options.inverse(context)),
    drawn: (ids, _, options) =>
      ids.every((id) => context.figures.has(id)) ? options.fn(context) : options.inverse(context),
    above: ([a = '', b = ''], _, options) =>
      printsAbove(cite(a), cite(b)) ? options.fn(context) : options.inverse(context),
    rose: wayIs('up'),
    fell: wayIs('down'),
  };
  const register = (name: string, helper: Helper, markError: boolean) =>
    instance.registerHelper(name, function guarded(this: unknown, ...all: Arguments) {
      const given = all.at(-1) as HelperOptions & { loc?: { start: { line: number } } };
      // Inside a block names mean what they mean around it.
      const options = {
        ...given,
        ...(given.fn ? { fn: () => given.fn(this), inverse: () => given.inverse(this) } : {}),
      };
      const place = placeAt(options.loc?.start.line ?? 1);
      try {
        return html(helper(all.slice(0, -1).map(String), options.hash, options, place));
      } catch (error) {
        if (!(error instanceof ChinaAirError)) throw error;
        context.findings.push(
          templateError(place, error.code, `{{${name} ${all.slice(0, -1).join(' ')}}}: ${error.message}`, error.remedy),
        );
        return markError ? html('<mark class="fault">?</mark>') : '';
      }
    });
  for (const [name, helper] of Object.entries(inline)) register(name, helper, true);
  for (const [name, helper] of Object.entries(block)) register(name, helper, false);
  registerClaims(instance, context, placeAt);
  instance.registerHelper('year', () => String(edition.year));
  instance.registerHelper('previousYear', () => String(edition.previousYear));
  instance.registerHelper('baselineYear', () => String(edition.baselineYear));
  instance.registerHelper('helperMissing', function missing(this: unknown, ...all: Arguments) {
    const options = all.at(-1) as { name: string; loc?: { start: { line: number } } };
    context.findings.push(unknownHelper(options.name, placeAt(options.loc?.start.line ?? 1)));
    return '';
  });
  return instance;
}

/** A string is a small template of its own: `Means in {{year}}`. One that cannot be read is a finding at its place. */
export function renderString(instance: typeof Handlebars, text: string, context: Context, place: Place): string {
  if (!text.includes('{{')) return text;
  const { program, finding } = parseTemplate(text, place.file);
  if (finding) context.findings.push({ ...finding, row: place.line });
  return program ? instance.compile(program)(context) : '';
}
