import { nearest } from '../../errors.ts';
import type { Edition, Finding } from '../../types.ts';
import { type Form, FREE, LANGUAGE, type Setting, VARIABLES } from '../grammar.ts';
import { type Place, templateError } from '../template-error.ts';
import type { Call } from './walk.ts';

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

/** Nearest names, or why there are none. */
const near = (word: string, known: readonly string[], count = 3) =>
  known.length ? `Nearest: ${nearest(word, known, count).join(', ')}.` : 'There is none yet.';

export function unknownHelper(name: string, place: Place): Finding {
  const known = [...Object.keys(FORMS), ...VARIABLES];
  const remedy = `Nearest: ${nearest(name, known).join(', ')}. Known: ${Object.keys(FORMS).join(', ')}.`;
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

/** What a word in a call says as it stands: a text or a number; null for a variable. */
export const literal = (node: hbs.AST.Expression | undefined): string | number | boolean | null => {
  if (!node) return null;
  if (node.type === 'StringLiteral') return (node as hbs.AST.StringLiteral).value;
  if (node.type === 'NumberLiteral') return (node as hbs.AST.NumberLiteral).value;
  return node.type === 'BooleanLiteral' ? (node as hbs.AST.BooleanLiteral).value : null;
};

function settingFault(name: string, allowed: Setting, value: hbs.AST.Expression): string | null {
  const given = literal(value);
  if (allowed === 'number') return typeof given === 'number' ? null : `${name} is a number: ${name}=1.`;
  if (allowed === 'text') return typeof given === 'string' ? null : `${name} is a text: ${name}="…".`;
  return typeof given === 'string' && allowed.includes(given)
    ? null
    : `${name} may be ${allowed.map((word) => `"${word}"`).join(', ')}.`;
}

/** The names a helper's words may be; null where only the data can tell. */
function namesFor({ names }: Form, known: Known): readonly string[] | null {
  if (names === 'figure') return known.figures;
  if (names === 'table') return known.tables;
  if (names === 'term') return known.terms;
  if (names === 'anchor') return known.anchors;
  return Array.isArray(names) ? (names as readonly string[]) : null;
}

/** What is wrong with one call, all of it. */
export function callFaults(call: Call, file: string, known: Known): Finding[] {
  const { name, block, params, pairs, line } = call;
  const place: Place = { file, line };
  const form = FORMS[name];
  const bare = params.length === 0 && pairs.length === 0;
  if (!form) {
    const variable = !block && bare && (/[.@/]/.test(name) || VARIABLES.includes(name));
    if (!variable) return [unknownHelper(name, place)];
    const wrong = variableFault(name, false, known);
    return wrong ? [templateError(place, 'unknown-variable', ...wrong)] : [];
  }
  const written = `{{${block ? '#' : ''}${name}}}`;
  const remedy = `Write it as in ${form.example}.`;
  const fault = (rule: string, message: string, then = remedy) => templateError(place, rule, message, then);
  const found: Finding[] = [];
  if (form.block !== 'either' && block !== (form.block ?? false)) {
    found.push(fault('not-a-block', `${written} is written as ${block ? 'a block' : 'no block'}.`));
  }
  const [least, most] = form.words;
  if (params.length < least)
    found.push(fault('missing-parameter', `${written} has ${params.length} words of ${least}.`));
  if (params.length > most) {
    found.push(fault('unknown-parameter', `${written} has ${params.length} words, and takes ${most}.`));
  }
  const names = namesFor(form, known);
  for (const param of params) {
    const word = literal(param);
    if (param.type === 'PathExpression') {
      const path = String((param as hbs.AST.PathExpression).original);
      const wrong = variableFault(path, TESTS.test(name), known);
      if (wrong && TESTS.test(name)) found.push(fault('unknown-variable', ...wrong));
      else if (wrong)
        found.push(fault('unknown-variable', wrong[0], `A name stands in quotes: "${path}". ${wrong[1]}`));
    } else if (names !== null && !names.includes(String(word))) {
      const what = typeof form.names === 'string' ? RULES[form.names] : null;
      const message = what ? `There is no ${what[1]} ${word}.` : `${written} knows no “${word}”.`;
      found.push(fault(what ? what[0] : 'unknown-word', message, near(String(word), names)));
    } else if (form.names === 'year' && !/^(?:19|20)\d\d$/.test(String(word))) {
      found.push(fault('unknown-parameter', `${written} takes a year, not ${word}.`));
    }
  }
  if (name in FREE) return found;
  const settings = form.settings ?? {};
  for (const { key, value } of pairs) {
    const allowed = settings[key];
    const keys = Object.keys(settings);
    const wrong = allowed === undefined ? null : settingFault(key, allowed, value);
    if (allowed === undefined) {
      found.push(
        fault(
          'unknown-parameter',
          `${written} has no setting ${key}.`,
          keys.length ? near(key, keys) : `It has none. ${remedy}`,
        ),
      );
    } else if (wrong !== null) {
      found.push(fault('unknown-parameter', `${written}: ${wrong}`));
    }
  }
  return found;
}
