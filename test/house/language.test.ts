import { describe, expect, test } from 'vitest';
import { callFaults } from '../../pipeline/narrate/checks/calls.ts';
import { walk } from '../../pipeline/narrate/checks/walk.ts';
import { FREE, LANGUAGE } from '../../pipeline/narrate/grammar.ts';
import { createHandlebars } from '../../pipeline/narrate/helpers.ts';
import { parseTemplate } from '../../pipeline/narrate/parse.ts';
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
    const calls = texts.flatMap((text) => {
      const { program } = parseTemplate(text, '');
      return program ? walk(program).calls : [];
    });
    expect(calls).toHaveLength(texts.length);
    expect(calls.flatMap((call) => callFaults(call, 'a.hbs', known))).toEqual([]);
  });

  test('is shown on its page', () => {
    const page = textOf('templates/README.md');
    const shown = (name: string) => new RegExp(`\\{\\{#?${name}[ }]`).test(page);
    expect(Object.keys(FORMS).filter((name) => !NATIVE.includes(name) && !shown(name))).toEqual([]);
  });
});
