import type { Language } from '../types.ts';
import { sansStack } from './font-faces.ts';

/** A part of the report that has pages of its own: a chapter or an annex. */
export type Part = Readonly<{ id: string; head: string }>;

export type PageSetup = Readonly<{
  language: Language;
  /** Stands at the head of left-hand pages. */
  title: string;
  parts: readonly Part[];
  /** Pages before the page numbered 1, the cover included. */
  before: number;
  draft: boolean;
}>;

const DRAFT: Readonly<Record<Language, string>> = { en: 'Draft', zh: '草稿' };

/** Text as a CSS string. */
export const cssString = (text: string): string => `"${text.replaceAll(/["\\]/g, '\\$&').replaceAll(/\s+/g, ' ')}"`;

/** The words that appear only in margins: their fonts are not loaded with the text and must be asked for. */
export const marginText = ({ language, title, parts }: PageSetup): string =>
  [title, DRAFT[language], '0123456789ivxlc', ...parts.map(({ head }) => head)].join('');

/**
 * Margins that leave whole pixels for the text (948 upright, 619 turned): A4 is not a whole number of pixels, and where a
 * page begins inside one, a rule at its head is painted at the foot of the page before. 91 px are 24 mm.
 */
const margin = (height: string, text: number): string => `91px 20mm calc(${height} - 91px - ${text}px)`;

/**
 * A running head that leaves a chapter's first page free. Margin boxes know no "first page of this chapter", but a counter
 * that counts the chapter's pages can be written in a counter style whose first sign is empty and all others the head.
 */
function runningHead(name: string, text: string): string {
  return [
    `@counter-style ${name}-later{system:cyclic;symbols:${cssString(text)};suffix:""}`,
    `@counter-style ${name}{system:fixed 1;symbols:" ";fallback:${name}-later}`,
  ].join('\n');
}

/**
 * The @page rules: A4, a cover without margins, front matter in roman numerals, chapters in arabic from 1, each with its
 * running head (the report's title on left-hand pages, the chapter's on right-hand pages), `.landscape` parts turned, and
 * the draft mark, in the colours of the document's tokens. `p<n>` is the page of the n-th part, `p<n>w` its landscape page.
 *
 * `before` is not known until the pages are counted: the second pass knows it.
 */
export function pageCss(setup: PageSetup): string {
  const { language, title, parts, before, draft } = setup;
  const family = sansStack(language);
  const head = `font:400 7.5pt/1 ${family};color:var(--ink-2);vertical-align:bottom;padding-bottom:6mm;white-space:nowrap`;
  const folio = `font:600 8.5pt/1 ${family};color:var(--accent);vertical-align:top;padding-top:7mm;font-variant-numeric:tabular-nums`;
  const mark = draft
    ? `@top-center{content:${cssString(DRAFT[language])};font:600 7.5pt/1 ${family};color:var(--accent-2);vertical-align:bottom;padding-bottom:6mm}`
    : '';
  const sides = (name: string, number: string, left: string, right: string): string[] => [
    `@page ${name}:left{@top-left{content:${left};${head}}@bottom-left{content:${number};${folio}}}`,
    `@page ${name}:right{@top-right{content:${right};${head}}@bottom-right{content:${number};${folio}}}`,
  ];
  return [
    `@page{size:A4;margin:${margin('297mm', 948)};${mark}}`,
    // Numbers below 1 are never shown: the front matter counts in a counter of its own.
    `@page :first{counter-set:page ${1 - before} roman 1}`,
    '@page cover{margin:0 0 calc(297mm - 1122px);@top-center{content:none}}',
    '@page front{counter-increment:roman 1}',
    ...sides('front', 'counter(roman,lower-roman)', '""', '""'),
    '.cover{page:cover}.front{page:front}',
    ...parts.flatMap(({ id, head: text }, i) => {
      const name = `p${i + 1}`;
      const own = `[id=${cssString(id)}]`;
      const heads = [`counter(${name}-count,${name}-left)`, `counter(${name}-count,${name}-right)`] as const;
      return [
        runningHead(`${name}-left`, title),
        runningHead(`${name}-right`, text),
        `@page ${name}{counter-increment:${name}-count 1}`,
        `@page ${name}w{size:A4 landscape;margin:${margin('210mm', 619)};counter-increment:${name}-count 1}`,
        ...sides(name, 'counter(page)', ...heads),
        ...sides(`${name}w`, 'counter(page)', ...heads),
        `${own}{page:${name}}${own}.landscape,${own} .landscape{page:${name}w}`,
      ];
    }),
  ].join('\n');
}
