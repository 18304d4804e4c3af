import { describe, expect, test } from 'vitest';
import { callFaults } from '../../pipeline/narrate/checks/calls.ts';
import { KINDS } from '../../pipeline/narrate/claims/kinds.ts';
import { FREE, LANGUAGE, VARIABLES } from '../../pipeline/narrate/grammar.ts';
import { createHandlebars } from '../../pipeline/narrate/helpers.ts';
import * as tables from '../../pipeline/narrate/own-tables/spec.ts';
import { callsIn } from '../../pipeline/narrate/source/calls.ts';
import { readStrings } from '../../pipeline/narrate/strings.ts';
import { contextOf } from '../narrate/context.ts';
import { textOf } from './files.ts';

const FORMS = { ...LANGUAGE, ...FREE };
/** Those that Handlebars brings along, and what it calls where there is none. */
const NATIVE = ['if', 'unless', 'each', 'with', 'lookup', 'log', 'helperMissing', 'blockHelperMissing'];

describe('the language of templates', () => {
  test('has a form for every helper, and a helper for every form', () => {
    const helpers = Object.keys(createHandlebars(contextOf([]), () => '').helpers);
    const own = helpers.filter((name) => !NATIVE.includes(name));
    expect(own.filter((name) => !(name in FORMS))).toEqual([]);
    expect(Object.keys(FORMS).filter((name) => !helpers.includes(name))).toEqual([]);
  });

  test('knows the forms of a change that the texts have', () => {
    const inTexts = readStrings('templates', 'en')
      .keys()
      .flatMap((key) => /^change\.(\w+)\./.exec(key)?.[1] ?? []);
    expect([...new Set([...inTexts, 'signed'])].sort()).toEqual([...(LANGUAGE.change?.settings?.form ?? [])].sort());
  });

  test.each(Object.entries(FORMS))('of %s is what its example shows', (_, { example }) => {
    const known = {
      ...{ figures: ['map-pm25', 'cover'], tables: ['regions'], anchors: ['fig-map-pm25'], terms: ['mda8'] },
      cover: { plate: 'cover' },
    };
    const texts = example.split(', or ');
    const calls = texts.flatMap((text) => callsIn(text).calls);
    expect(calls).toHaveLength(texts.length);
    expect(calls.flatMap((call) => callFaults(call, { file: 'a.hbs', line: 1 }, known))).toEqual([]);
  });
});

describe('the page on templates', () => {
  const page = textOf('templates/README.md');
  const missing = (names: readonly string[], written: (name: string) => string) =>
    names.filter((name) => !page.includes(written(name)));

  test('shows every helper and no other', () => {
    const shown = [...page.matchAll(/\{\{#?(\w+)/g)].map(([, name = '']) => name);
    expect(Object.keys(FORMS).filter((name) => !NATIVE.includes(name) && !shown.includes(name))).toEqual([]);
    expect(shown.filter((name) => name !== 'else' && !(name in FORMS) && !VARIABLES.includes(name))).toEqual([]);
  });

  test('shows every setting, and every word that one may be beside its usual one', () => {
    const settings = Object.values(FORMS).flatMap(({ settings = {} }) => Object.entries(settings));
    const words = settings.flatMap(([, allowed]) => (typeof allowed === 'string' ? [] : allowed.slice(1)));
    expect(missing(Object.keys(Object.fromEntries(settings)), (key) => `${key}=`)).toEqual([]);
    expect(missing(words, (word) => `"${word}"`)).toEqual([]);
  });

  test('shows every claim with its settings', () => {
    const settings = Object.values(KINDS).flatMap(({ needs = [], may = [] }) => [...needs, ...may]);
    expect(missing(Object.keys(KINDS), (kind) => `"${kind}"`)).toEqual([]);
    expect(missing(settings, (key) => `${key}=`)).toEqual([]);
  });

  test('shows every field of a table', () => {
    const { FactTable, Column, Order, Filter, RecordTable, TargetTable, RECORD_COLUMNS } = tables;
    const schemas = [FactTable, Column, tables.Row, Order, Filter, RecordTable, TargetTable];
    const fields = [...schemas.flatMap(({ shape }) => Object.keys(shape)), ...RECORD_COLUMNS];
    expect(fields.filter((field) => !new RegExp(`\\b${field}\\b`).test(page))).toEqual([]);
  });
});
