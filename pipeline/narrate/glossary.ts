import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import * as z from 'zod';
import { fail, near } from '../errors.ts';
import { JsonFault, lineOf, readJson } from '../json-text.ts';
import { type Bilingual, type Finding, type Language, otherLanguage } from '../types.ts';
import type { Context } from './context.ts';
import { inSentence } from './in-sentence.ts';
import { type Place, templateError } from './template-error.ts';
import { escapeHtml } from './typography.ts';

/** A term, what it means, and the year from which reports explain it. Its text is a small template. */
export type Term = Readonly<{ id: string; name: Bilingual; text: Bilingual; from: number | null; place: Place }>;

const Both = z.strictObject({ en: z.string().min(1), zh: z.string().min(1) });
const Entry = z.strictObject({ name: Both, text: Both, from: z.number().int().optional() });

/** The shared glossary, and the edition's own. */
export const glossaryFiles = (edition: string): string[] => ['glossary.json', path.join(edition, 'glossary.json')];

/** The terms of one file, by id, and what is wrong with it. */
function readTerms(templatesDir: string, file: string): Readonly<{ terms: Term[]; findings: Finding[] }> {
  const remedy = 'A term knows name and text, each {"en": …, "zh": …}, and from: the first year that explains it.';
  const bad = (line: number, message: string) => templateError({ file, line }, 'bad-glossary', message, remedy);
  if (!existsSync(path.join(templatesDir, file))) return { terms: [], findings: [] };
  try {
    const json = readJson(readFileSync(path.join(templatesDir, file), 'utf8'));
    const findings = json.doubled.map(({ path: key, line }) => bad(line, `${key} stands twice.`));
    const terms = Object.entries(json.value ?? {}).flatMap(([id, value]): Term[] => {
      const entry = Entry.safeParse(value);
      for (const issue of entry.error?.issues ?? []) {
        findings.push(bad(lineOf(json, [id, ...issue.path]), `${[id, ...issue.path].join('.')}: ${issue.message}`));
      }
      if (!entry.success) return [];
      const { name, text, from = null } = entry.data;
      return [{ id, name, text, from, place: { file, line: lineOf(json, [id]) } }];
    });
    return { terms, findings };
  } catch (error) {
    if (!(error instanceof JsonFault)) throw error;
    return { terms: [], findings: [bad(error.line, error.message)] };
  }
}

export type Glossary = ReadonlyMap<string, Term>;

/** The terms an edition can link to: the shared ones, and its own beside them or in their place. */
export function readGlossary(
  templatesDir: string,
  edition: string,
): Readonly<{ terms: Glossary; findings: readonly Finding[] }> {
  const read = glossaryFiles(edition).map((file) => readTerms(templatesDir, file));
  return {
    terms: new Map(read.flatMap(({ terms }) => terms.map((term) => [term.id, term] as const))),
    findings: read.flatMap(({ findings }) => findings),
  };
}

/** Errors: unknown-term (exit 1), with the nearest ids. */
function termOf(id: string, { glossary = new Map() }: Pick<Context, 'glossary'>): Term {
  const term = glossary.get(id);
  if (term) return term;
  fail('unknown-term', `There is no term ${id}.`, `${near(id, glossary.keys())} Or add it to glossary.json.`);
}

/** A term in running text, linked to its place in the glossary. Errors: unknown-term (exit 1). */
export function termLink(id: string, as: string | null, context: Context): string {
  const { name } = termOf(id, context);
  return `<a class="term" href="#term-${id}">${escapeHtml(as ?? inSentence(name[context.language]))}</a>`;
}

const COLLATORS: Readonly<Record<Language, Intl.Collator>> = {
  en: new Intl.Collator('en', { ignorePunctuation: true }),
  zh: new Intl.Collator('zh-Hans-CN-u-co-pinyin', { ignorePunctuation: true }),
};

/**
 * All terms in the order of the language (Chinese by pinyin, before what begins with Latin letters), each with its
 * name in the other language. `fill` fills a text. Terms of later years are left out.
 */
export function glossaryList(context: Context, fill: (text: string, place: Place) => string): string {
  const { language, edition, glossary = new Map<string, Term>() } = context;
  const other = otherLanguage(language);
  const lang = other === 'zh' ? 'zh-CN' : 'en';
  const terms = [...glossary.values()]
    .filter(({ from }) => from === null || from <= edition.year)
    .sort((a, b) => COLLATORS[language].compare(a.name[language], b.name[language]));
  const lines = terms.map(
    ({ id, name, text, place }) =>
      `<dt id="term-${id}">${escapeHtml(name[language])} <span class="other" lang="${lang}">${escapeHtml(name[other])}</span></dt>\n<dd>${fill(text[language], place)}</dd>`,
  );
  return `<dl class="glossary">\n${lines.join('\n')}\n</dl>`;
}
