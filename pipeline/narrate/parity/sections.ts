import { remembered } from '../remembered.ts';
import { type Call, callsIn } from '../source/calls.ts';
import { runningText } from '../source/running-text.ts';
import { tokens } from '../source/tokens.ts';

/** What a section cites, and the line of the call. `what` reads in a message: "the number best.@N.pm25.annual-mean.@Y". */
export type Cited = Readonly<{ what: string; line: number }>;

/** A heading of a chapter, and what stands up to the next one; the first has no title where text stands before the heading. */
export type Section = Readonly<{
  title: string;
  /** Of its heading. */
  line: number;
  /** Numbers, records, notes and claims, in no order: sentences differ from language to language. */
  cites: readonly Cited[];
  /** Figures and tables, in order. */
  plates: readonly Cited[];
  /** Words in Latin letters, and Han characters. */
  words: number;
  han: number;
  /** As it stands in the template. */
  source: string;
}>;

/** What two languages share: each helper by the name its findings give it. Units and nouns are words of the language. */
const SHARED: Readonly<Record<string, string>> = {
  fact: 'the number',
  value: 'the number',
  count: 'the number',
  change: 'the change',
  n: 'the part',
  of: 'the whole',
  cities: 'the list',
  ordered: 'the list',
  date: 'the date',
  policy: 'the policy',
  records: 'the records',
  source: 'the source',
  note: 'the note',
  term: 'the term',
  claim: 'the claim',
};
const PLATES: Readonly<Record<string, string>> = { figure: 'figure', table: 'table', drawing: 'the drawing' };

/** Of a claim all words count, of other calls the first: the rest says how it is printed. */
const named = ({ name, words }: Call, names: Readonly<Record<string, string>>): string =>
  [names[name], ...words.slice(0, name === 'claim' ? words.length : 1).map(({ text }) => text)].join(' ');

const citedOf = (calls: readonly Call[], names: Readonly<Record<string, string>>): Cited[] =>
  calls.filter(({ name }) => Object.hasOwn(names, name)).map((call) => ({ what: named(call, names), line: call.line }));

type Start = Readonly<{ start: number; line: number; column: number }>;

/** Where each section begins: at its `<h1>` or `<h2>`, the first one at the top. */
function starts(template: string): Start[] {
  const heads = tokens(template)
    .filter(({ kind, name }) => kind === 'open' && /^h[12]$/.test(name))
    .map(({ start, line }) => ({ start, line, column: start - template.lastIndexOf('\n', start) - 1 }));
  const before = template.slice(0, heads[0]?.start ?? template.length).trim();
  return before === '' ? heads : [{ start: 0, line: 1, column: 0 }, ...heads];
}

const isBefore = (call: Call, { line, column }: Start): boolean =>
  call.line < line || (call.line === line && call.column < column);

/** The sections of one language of a chapter. A template that cannot be read cites nothing. */
export const sectionsOf = remembered((template): readonly Section[] => {
  const { calls } = callsIn(template);
  const all = starts(template);
  return all.map((from, i) => {
    const to = all[i + 1];
    const source = template.slice(from.start, to?.start);
    const cited = calls.filter((call) => !isBefore(call, from) && (!to || isBefore(call, to)));
    const text = runningText(source);
    const title = /^<h[12][^>]*>([\s\S]*?)<\/h[12]>/.exec(source)?.[1] ?? '';
    return {
      title: title.replace(/<[^>]+>/g, '').trim(),
      line: from.line,
      cites: citedOf(cited, SHARED),
      plates: citedOf(cited, PLATES),
      words: (text.match(/[A-Za-z][\w.’'-]*/g) ?? []).length,
      han: (text.match(/\p{Script=Han}/gu) ?? []).length,
      source,
    };
  });
});
