import { type Call, calls } from '../source/calls.ts';
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
const named = ({ helper, words }: Call, names: Readonly<Record<string, string>>): string =>
  `${names[helper]} ${helper === 'claim' ? words.join(' ') : (words[0] ?? '')}`;

const citedOf = (all: readonly Call[], names: Readonly<Record<string, string>>, first: number): Cited[] =>
  all
    .filter(({ helper }) => Object.hasOwn(names, helper))
    .map((call) => ({ what: named(call, names), line: call.line + first - 1 }));

/** Where each section begins: at its `<h1>` or `<h2>`, the first one at the top. */
function starts(template: string): number[] {
  const heads = tokens(template).filter(({ kind, name }) => kind === 'open' && /^h[12]$/.test(name));
  const at = heads.map(({ start }) => start);
  return template.slice(0, at[0] ?? template.length).trim() === '' ? at : [0, ...at];
}

/** The sections of one language of a chapter. */
export function sectionsOf(template: string): Section[] {
  const from = starts(template);
  return from.map((start, i) => {
    const source = template.slice(start, from[i + 1]);
    const line = template.slice(0, start).split('\n').length;
    const text = runningText(source);
    const title = /^<h[12][^>]*>([\s\S]*?)<\/h[12]>/.exec(source)?.[1] ?? '';
    const cited = calls(source);
    return {
      title: title.replace(/<[^>]+>/g, '').trim(),
      line,
      cites: citedOf(cited, SHARED, line),
      plates: citedOf(cited, PLATES, line),
      words: (text.match(/[A-Za-z][\w.’'-]*/g) ?? []).length,
      han: (text.match(/\p{Script=Han}/gu) ?? []).length,
      source,
    };
  });
}
