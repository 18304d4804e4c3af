import Handlebars, { type HelperOptions } from 'handlebars';
import { ChinaAirError, fail } from '../errors.ts';
import type { Fact } from '../types.ts';
import { unknownHelper } from './checks/calls.ts';
import { claimText, plainText } from './claims/claim-helper.ts';
import { conditionsOf } from './conditions.ts';
import { type Context, settle } from './context.ts';
import { dateText } from './date-text.ts';
import { figureElement } from './figure-element.ts';
import { glossaryList, termLink } from './glossary.ts';
import { cityList, nameOf, orderedList } from './lists.ts';
import { noteMark } from './notes.ts';
import { changePhrase, factNumber, factText, missingInWords, partNumber, signedNumber } from './number-helpers.ts';
import { parseTemplate } from './parse.ts';
import { policyText, sourceText } from './reference-helpers.ts';
import { recordsText } from './register-rows.ts';
import { remembered } from './remembered.ts';
import { renderTable } from './render-table.ts';
import { withMark } from './source/marks.ts';
import { standardName } from './standard-name.ts';
import { statementList } from './statements.ts';
import { tables } from './tables/index.ts';
import { openPlaceholder, type Place, templateError } from './template-error.ts';
import { escapeHtml } from './typography.ts';

type Arguments = readonly unknown[];
type Hash = Readonly<Record<string, unknown>>;
/** What a helper does with its words; the file and line are known to whoever reports its errors. */
type Helper = (words: readonly string[], hash: Hash, options: HelperOptions, place: Place) => string;

const html = (text: string) => new Handlebars.SafeString(text);

/**
 * The language of templates: templates/README.md shows what each helper prints, grammar.ts how it is called. Every helper takes names,
 * never numbers; one that cannot answer reports an error with file and line and prints a mark, so that one run finds all faults.
 */
export function createHandlebars(context: Context, file: () => string): typeof Handlebars {
  const instance = Handlebars.create();
  const { edition, facts } = context;
  const builders = { ...tables, ...Object.fromEntries(context.ownTables ?? []) };
  /** Where a short text is being filled: its faults carry the place where it was written. */
  const within: Place[] = [];
  const placeAt = (line: number): Place => within.at(-1) ?? { file: file(), line };
  /** Short texts are small templates of their own: `Means in {{year}}`. One that cannot be read is a finding at its place. */
  const short = remembered((text) => {
    const { program, finding } = parseTemplate(text, '');
    return { template: program && instance.compile(program), finding };
  });
  const fillText = (text: string, place: Place): string => {
    if (!text.includes('{{')) return text;
    const { template, finding } = short(text);
    if (finding) context.findings.push({ ...finding, file: place.file, row: place.line });
    within.push(place);
    try {
      return template?.(context) ?? '';
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
    { missing }: Hash,
    print: (fact: Fact) => string,
    value: (fact: Fact) => number | null = (fact) => fact.value,
  ): string => {
    const fact = cite(id);
    if (value(fact) !== null) return print(fact);
    if (missing === 'say') return missingInWords(fact, context);
    fail(
      'null-in-text',
      `${fact.id} has no value (${fact.reason ?? 'unknown'}), and the text does not say why.`,
      `Put {{#has "${id}"}}…{{else}}…{{/has}} around the sentence, or write missing="say" to print a dash with this reason.`,
    );
  };
  const decimals = (hash: Hash) => (typeof hash.decimals === 'number' ? hash.decimals : undefined);
  const part =
    (which: 'n' | 'of'): Helper =>
    ([id = ''], hash) =>
      stated(
        id,
        hash,
        (fact) => partNumber(fact, which, context),
        (fact) => fact[which],
      );
  const inline: Readonly<Record<string, Helper>> = {
    fact: ([id = ''], hash) => stated(id, hash, (fact) => factText(fact, context, decimals(hash))),
    value: ([id = ''], hash) => stated(id, hash, (fact) => factNumber(fact, context, decimals(hash))),
    change: ([id = ''], hash) =>
      stated(id, hash, (fact) =>
        hash.form === 'signed' ? signedNumber(fact, context) : changePhrase(fact, String(hash.form ?? 'verb'), context),
      ),
    // Chinese sets its noun, with the measure word, to the number.
    count: ([id = '', one = '', many = one], hash) =>
      stated(id, hash, (fact) =>
        [factNumber(fact, context), fact.value === 1 ? one : many].join(context.language === 'zh' ? '' : ' '),
      ),
    n: part('n'),
    of: part('of'),
    ordered: (words, hash) => orderedList(words, hash, context),
    cities: ([list = ''], hash) => cityList(list, Number(hash.count ?? 5), String(hash.cohort ?? '@N'), context),
    standard: ([what = '']) => escapeHtml(standardName(what, context)),
    statements: ([standing = '']) => escapeHtml(statementList(standing, context)),
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
    year: () => String(edition.year),
    previousYear: () => String(edition.previousYear),
    baselineYear: () => String(edition.baselineYear),
  };
  /** What this gives, or what stands in for it where it reports an error. */
  const told = (
    name: string,
    words: readonly string[],
    place: Place,
    work: () => string,
    otherwise: string,
  ): string => {
    try {
      return work();
    } catch (error) {
      if (!(error instanceof ChinaAirError)) throw error;
      const message = `{{${name} ${words.join(' ')}}}: ${error.message}`;
      context.findings.push(templateError(place, error.code, message, error.remedy));
      return otherwise;
    }
  };
  const register = (name: string, helper: Helper, otherwise: string) =>
    instance.registerHelper(name, function guarded(this: unknown, ...all: Arguments) {
      const given = all.at(-1) as HelperOptions & { loc?: { start: { line: number } } };
      // Inside a block names mean what they mean around it.
      const options = {
        ...given,
        ...(given.fn ? { fn: () => given.fn(this), inverse: () => given.inverse(this) } : {}),
      };
      const words = all.slice(0, -1).map(String);
      const place = placeAt(options.loc?.start.line ?? 1);
      return html(told(name, words, place, () => helper(words, options.hash, options, place), otherwise));
    });
  for (const [name, helper] of Object.entries(inline)) register(name, helper, '<mark class="fault">?</mark>');
  for (const [name, holds] of Object.entries(conditionsOf(context, builders)))
    register(name, (words, _, options) => (holds(words) ? options.fn(context) : options.inverse(context)), '');
  // Words that assert something are printed also where the claim is refused.
  const around = (name: string, make: (words: readonly string[], hash: Hash, text: string, place: Place) => string) => {
    const helper: Helper = (words, hash, options, place) => {
      // A block that holds one helper alone gives what the helper gives, which need not be a string.
      const text = String(options.fn(context));
      return told(`#${name}`, words, place, () => make(words, hash, text, place), text);
    };
    register(name, helper, '');
  };
  around('claim', (words, hash, text, place) => claimText(words, hash, text, place, context));
  around('plain', ([why = ''], _hash, text) => plainText(why, text));
  instance.registerHelper('helperMissing', function missing(this: unknown, ...all: Arguments) {
    const options = all.at(-1) as { name: string; loc?: { start: { line: number } } };
    context.findings.push(unknownHelper(options.name, placeAt(options.loc?.start.line ?? 1)));
    return '';
  });
  return instance;
}
