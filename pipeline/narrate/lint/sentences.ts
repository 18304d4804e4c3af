import type { Language } from '../../types.ts';
import { callOf } from '../source/calls.ts';

/** A helper that stands in a sentence, as `ordered regions published.*.pm25.annual-mean.@Y`. */
export type Sentence = Readonly<{
  /** Text as a reader sees it; each helper is a ⁂. */
  text: string;
  /** The line of each character, and whether it stands in a block that binds it to data. */
  lines: readonly number[];
  bound: readonly boolean[];
  helpers: readonly string[];
}>;

type Growing = { text: string; lines: number[]; bound: boolean[]; helpers: string[] };

/** Blocks whose words depend on data, or are declared not to. */
const BINDING = new Set(['claim', 'plain', 'rose', 'fell', 'above', 'some']);

/** Tags between which a sentence stands. */
const BREAK = /^<\/?(?:p|li|h[1-6]|aside|div|td|th|tr|ul|ol|dl|dt|dd|figcaption|caption|blockquote|section|table)\b/i;
const END: Readonly<Record<Language, RegExp>> = { en: /[.!?](?=["”’)]*\s)/, zh: /[。！？]/ };

/** Parts the branches of a condition; it has no width. */
const BETWEEN = '\u200b';

/** A helper with its words, as it was written. */
const calling = (node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): string => {
  const { name, words } = callOf(node);
  return [name, ...words.map(({ text }) => text)].join(' ');
};

/** Splits a parsed template into sentences, in the order in which they stand; both branches of a condition are read on. */
export function sentences(program: hbs.AST.Program, language: Language): Sentence[] {
  const done: Sentence[] = [];
  const empty = (): Growing => ({ text: '', lines: [], bound: [], helpers: [] });
  let now = empty();
  let tag = '';
  const close = () => {
    if (now.text.replaceAll(BETWEEN, '').trim() || now.helpers.length) done.push(now);
    now = empty();
  };
  const add = (sign: string, line: number, bound: boolean) => {
    now.text += sign;
    now.lines.push(line);
    now.bound.push(bound);
  };
  const readText = (text: string, start: number, bound: boolean) => {
    let line = start;
    for (let i = 0; i < text.length; i++) {
      const sign = text.charAt(i);
      if (sign === '\n') line += 1;
      if (tag || sign === '<') {
        tag += sign;
        if (sign !== '>') continue;
        if (BREAK.test(tag)) close();
        tag = '';
        continue;
      }
      add(sign, line, bound);
      if (END[language].test(text.slice(i, i + 3).padEnd(3)) && END[language].test(`${sign} `)) close();
    }
  };
  const walk = (statements: readonly hbs.AST.Statement[], bound: boolean) => {
    for (const statement of statements) {
      const { line } = statement.loc.start;
      if (statement.type === 'ContentStatement') {
        // `value` lacks the white space of blocks that stand alone, and with it the count of lines; the types know no `original`.
        const { original } = statement as unknown as Readonly<{ original: string }>;
        readText(original, line, bound);
      } else if (statement.type === 'MustacheStatement') {
        if (tag) continue;
        now.helpers.push(calling(statement as hbs.AST.MustacheStatement));
        add('⁂', line, true);
      } else if (statement.type === 'BlockStatement') {
        const node = statement as hbs.AST.BlockStatement;
        const { program: main, inverse } = node;
        const { name } = callOf(node);
        if (name === 'claim') now.helpers.push(calling(node));
        const binds = bound || BINDING.has(name);
        // Words of two branches do not run together.
        add(BETWEEN, line, true);
        walk(main.body, binds);
        add(BETWEEN, line, true);
        // A chain of {{else has …}} is a block inside the inverse.
        if (inverse) walk(inverse.body, binds);
        add(BETWEEN, line, true);
      }
    }
  };
  walk(program.body, false);
  close();
  return done;
}
