import { near } from '../errors.ts';
import type { ChapterRef, Finding } from '../types.ts';
import type { Strings } from './strings.ts';

/** A line of the contents. */
export type OutlineEntry = Readonly<{ anchor: string; level: 1 | 2; number: string; title: string }>;
/** A line of the lists of figures and tables. */
export type ListedPlate = Readonly<{ anchor: string; number: string; title: string }>;

export type Outline = Readonly<{
  html: string;
  contents: readonly OutlineEntry[];
  figures: readonly ListedPlate[];
  tables: readonly ListedPlate[];
  findings: readonly Finding[];
}>;

/** A chapter as its template made it. */
export type RenderedChapter = Readonly<{ ref: ChapterRef; id: string; file: string; html: string }>;

/** `03-cities` → `ch-cities`, `a1-cities` → `annex-cities`: order lives in the folder's number, links in its name. */
export const chapterId = (folder: string): string => folder.replace(/^a\d+-/, 'annex-').replace(/^\d+-/, 'ch-');

const plain = (html: string) => html.replace(/<sup[\s\S]*?<\/sup>/g, '').trim();

const REFERENCE = /<a class="ref" href="#([^"]+)" data-ref="[^"]+" data-at="([^":]+):(\d+)"><\/a>/g;

/** Headings that are numbered: those that carry nothing, or only marks of where they come from. */
const HEADING = /<h([12])((?: data-[a-z]+="[^"]*")*)>([\s\S]*?)<\/h\1>/g;

type Numbered = Readonly<{ html: string; entries: readonly OutlineEntry[] }>;

/** Numbers a chapter's headings: chapters 1, 2 …, annexes A, B …; sections 1.1; front matter has none. */
function numberHeadings(chapter: RenderedChapter, number: string): Numbered {
  const entries: OutlineEntry[] = [];
  let section = 0;
  const html = chapter.html.replace(HEADING, (_, level: string, marks: string, title: string) => {
    if (level === '1') {
      entries.push({ anchor: chapter.id, level: 1, number, title: plain(title) });
      return `<h1${marks}>${number ? `<span class="no">${number}</span> ` : ''}<span class="text">${title}</span></h1>`;
    }
    section += 1;
    const own = number ? `${number}.${section}` : '';
    const anchor = `${chapter.id}-${section}`;
    if (chapter.ref.kind === 'chapter') entries.push({ anchor, level: 2, number: own, title: plain(title) });
    return `<h2${marks} id="${anchor}">${own ? `<span class="no">${own}</span> ` : ''}<span class="text">${title}</span></h2>`;
  });
  return { html, entries };
}

function sectionElement(chapter: RenderedChapter, numbered: Numbered): string {
  const { ref, id } = chapter;
  const classes = [ref.kind, ref.landscape ? 'landscape' : ''].filter(Boolean).join(' ');
  const head = (numbered.entries[0]?.title ?? '').replace(/<[^>]+>/g, '');
  return `<section class="${classes}" id="${id}" data-head="${head}">\n${numbered.html}\n</section>`;
}

/**
 * Numbers chapters, sections, figures and tables in the order in which they stand, fills the references to them, and lists
 * them for the front matter. A reference to what is not there is an error.
 */
export function outline(chapters: readonly RenderedChapter[], strings: Strings): Outline {
  let [number, letter] = [0, 0];
  const contents: OutlineEntry[] = [];
  const sections = chapters.map((chapter) => {
    const own =
      chapter.ref.kind === 'chapter'
        ? String(++number)
        : chapter.ref.kind === 'annex'
          ? String.fromCharCode(64 + ++letter)
          : '';
    const numbered = numberHeadings(chapter, own);
    contents.push(...numbered.entries);
    return sectionElement(chapter, numbered);
  });

  const labels = new Map<string, string>(
    contents.map(({ anchor, number: own, title }) => {
      // Annexes have letters: "Annex A" (附录A), where a chapter is "Chapter 1" (第1章).
      const key = /^[A-Z]/.test(own) ? 'ref.annex' : 'ref.chapter';
      return [anchor, own ? strings.get(key).replace('{}', own) : title];
    }),
  );
  const plates: ListedPlate[] = [];
  const counts = { fig: 0, tab: 0 };
  const numbered = sections
    .join('\n')
    .replace(
      /<span class="no" data-number="((fig|tab)-[^"]+)"><\/span> <span class="text">([\s\S]*?)<\/span><\/(?:figcaption|caption)>/g,
      (whole, anchor: string, kind: 'fig' | 'tab', title: string) => {
        counts[kind] += 1;
        const label = strings.get(`ref.${kind}`).replace('{}', String(counts[kind]));
        labels.set(anchor, label);
        plates.push({ anchor, number: String(counts[kind]), title: plain(title) });
        return whole.replace(/<span class="no"[^>]*><\/span>/, `<span class="no">${label}</span>`);
      },
    );

  const findings: Finding[] = [];
  const html = numbered.replace(REFERENCE, (_, anchor: string, file: string, line: string) => {
    const label = labels.get(anchor);
    if (label === undefined) {
      findings.push({
        severity: 'error',
        rule: 'unknown-reference',
        file,
        row: Number(line),
        message: `{{ref "${anchor}"}} points to nothing.`,
        remedy: `${near(anchor, labels.keys(), 5)} Or set what it points to.`,
      });
    }
    return `<a class="ref" href="#${anchor}">${label ?? '?'}</a>`;
  });
  const of = (kind: string) => plates.filter(({ anchor }) => anchor.startsWith(kind));
  return { html, contents, figures: of('fig-'), tables: of('tab-'), findings };
}
