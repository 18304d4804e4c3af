import { near } from '../../errors.ts';
import type { Edition, Finding } from '../../types.ts';
import { type Form, FREE, LANGUAGE, type Setting, VARIABLES } from '../grammar.ts';
import { type Call, callsIn, type Word } from '../source/calls.ts';
import { type Place, templateError } from '../template-error.ts';

/** What there is to be named in the templates of an edition. */
export type Known = Readonly<{
  figures: readonly string[];
  tables: readonly string[];
  anchors: readonly string[];
  terms: readonly string[];
  cover: Edition['cover'];
}>;

const FORMS: Readonly<Record<string, Form>> = { ...LANGUAGE, ...FREE };
/** What a name that is not there is called, as a rule and in words. */
const RULES = {
  figure: ['unknown-figure', 'figure'],
  table: ['unknown-table', 'table'],
  anchor: ['unknown-reference', 'chapter, figure or table set here:'],
  term: ['unknown-term', 'term'],
  year: ['unknown-parameter', 'year'],
} as const;
const TESTS = /^(?:if|unless|each|with)$/;

export function unknownHelper(name: string, place: Place): Finding {
  const known = [...Object.keys(FORMS), ...VARIABLES];
  const remedy = `${near(name, known)} Known: ${Object.keys(FORMS).join(', ')}.`;
  return templateError(place, 'unknown-helper', `There is no {{${name}}}.`, remedy);
}

/** `{{cover.plate}}`, `{{title}}`: what is printed as it is; and what {{#if}} and the like ask for. */
function variableFault(name: string, asked: boolean, { cover }: Known): [string, string] | null {
  const [head = '', ...rest] = name.replace(/^(?:\.\.\/|\.\/)+/, '').split('.');
  if (!VARIABLES.includes(head)) return [`There is no variable ${name}.`, near(head, VARIABLES)];
  const [key] = rest;
  if (head !== 'cover' || key === undefined || asked || key in cover) return null;
  return [`The cover has no setting ${key}.`, `Add it to "cover" in edition.json. ${near(key, Object.keys(cover))}`];
}

function settingFault(name: string, allowed: Setting, { kind, text }: Word): string | null {
  if (allowed === 'number') return kind === 'number' ? null : `${name} is a number: ${name}=1.`;
  if (allowed === 'text') return kind === 'text' ? null : `${name} is a text: ${name}="…".`;
  return kind === 'text' && allowed.includes(text)
    ? null
    : `${name} may be ${allowed.map((word) => `"${word}"`).join(', ')}.`;
}

/** The names a helper's words may be; null where only the data can tell. */
function namesFor({ names }: Form, known: Known): readonly string[] | null {
  if (names === 'figure') return known.figures;
  if (names === 'table') return known.tables;
  if (names === 'term') return known.terms;
  if (names === 'anchor') return known.anchors;
  return typeof names === 'object' ? names : null;
}

const writtenAs = ({ name, block }: Call): string => `{{${block ? '#' : ''}${name}}}`;

/** Told without its place: rule, message and, where it is not simply the form of the helper, remedy. */
type Fault = readonly [rule: string, message: string, remedy?: string];

function formFaults(call: Call, form: Form): Fault[] {
  const { block, words } = call;
  const [written, [least, most]] = [writtenAs(call), form.words];
  return [
    ...(form.block === 'either' || block === (form.block ?? false)
      ? []
      : [['not-a-block', `${written} is written as ${block ? 'a block' : 'no block'}.`] as const]),
    ...(words.length < least
      ? [['missing-parameter', `${written} has ${words.length} words of ${least}.`] as const]
      : []),
    ...(words.length > most
      ? [['unknown-parameter', `${written} has ${words.length} words, and takes ${most}.`] as const]
      : []),
  ];
}

function wordFault(call: Call, form: Form, { kind, text }: Word, known: Known): Fault | null {
  const isTest = TESTS.test(call.name);
  if (kind === 'name') {
    const wrong = variableFault(text, isTest, known);
    if (!wrong) return null;
    return ['unknown-variable', wrong[0], isTest ? wrong[1] : `A name stands in quotes: "${text}". ${wrong[1]}`];
  }
  const names = namesFor(form, known);
  if (names !== null && !names.includes(text)) {
    const what = typeof form.names === 'string' ? RULES[form.names] : null;
    return what
      ? [what[0], `There is no ${what[1]} ${text}.`, near(text, names)]
      : ['unknown-word', `${writtenAs(call)} knows no “${text}”.`, near(text, names)];
  }
  return form.names === 'year' && !/^(?:19|20)\d\d$/.test(text)
    ? ['unknown-parameter', `${writtenAs(call)} takes a year, not ${text}.`]
    : null;
}

function settingFaults(call: Call, { settings = {}, example }: Form): Fault[] {
  const keys = Object.keys(settings);
  return call.settings.flatMap(({ key, word }): Fault[] => {
    const allowed = settings[key];
    if (allowed === undefined) {
      const remedy = keys.length ? near(key, keys) : `It has none. Write it as in ${example}.`;
      return [['unknown-parameter', `${writtenAs(call)} has no setting ${key}.`, remedy]];
    }
    const wrong = settingFault(key, allowed, word);
    return wrong === null ? [] : [['unknown-parameter', `${writtenAs(call)}: ${wrong}`]];
  });
}

/** What is wrong with one call, all of it. */
export function callFaults(call: Call, place: Place, known: Known): Finding[] {
  const { name, block, words, settings } = call;
  const form = FORMS[name];
  if (!form) {
    const isBare = !block && words.length === 0 && settings.length === 0;
    if (!isBare || !(/[.@/]/.test(name) || VARIABLES.includes(name))) return [unknownHelper(name, place)];
    const wrong = variableFault(name, false, known);
    return wrong ? [templateError(place, 'unknown-variable', ...wrong)] : [];
  }
  const faults = [
    ...formFaults(call, form),
    ...words.flatMap((word) => {
      const fault = wordFault(call, form, word, known);
      return fault ? [fault] : [];
    }),
    ...(name in FREE ? [] : settingFaults(call, form)),
  ];
  return faults.map(([rule, message, remedy = `Write it as in ${form.example}.`]) =>
    templateError(place, rule, message, remedy),
  );
}

/** Why a short text cannot be read, or what is wrong with its calls; all is told at its place. */
export function textCallFaults(text: string, place: Place, known: Known): Finding[] {
  const { calls, finding } = callsIn(text, place.file);
  return [
    ...(finding ? [{ ...finding, row: place.line }] : []),
    ...calls.flatMap((call) => callFaults(call, place, known)),
  ];
}
