import path from 'node:path';
import type Handlebars from 'handlebars';
import { chapterFile, fullTitle, ownOrShared } from '../edition-files.ts';
import { distinct } from '../findings.ts';
import type { Finding, Manuscript } from '../types.ts';
import { review } from './approvals/review.ts';
import type { Claim } from './claims/claim.ts';
import type { Context } from './context.ts';
import { withoutDeadLinks } from './dead-links.ts';
import { readGlossary } from './glossary.ts';
import { createHandlebars } from './helpers.ts';
import type { KeptChapters } from './kept-chapters.ts';
import { type Notes, notesList } from './notes.ts';
import { chapterId, outline, type RenderedChapter } from './outline.ts';
import { withOwnTables } from './own-tables/index.ts';
import { parseTemplate } from './parse.ts';
import { type Reading, registerPartials } from './partials.ts';
import { markSource, withoutMarks } from './source/marks.ts';
import { readTemplate } from './template.ts';
import { templateError } from './template-error.ts';
import { typeset } from './typography.ts';

/**
 * `marked` is the manuscript's page with the place in its template on each block of a chapter (source/marks.ts); `chapters`
 * are the chapters alone as their templates made them, with those marks.
 */
export type Composed = Readonly<{
  manuscript: Manuscript;
  marked: string;
  chapters: readonly RenderedChapter[];
  findings: readonly Finding[];
  claims: readonly Claim[];
}>;

/**
 * Fills an edition's templates for one language.
 *
 *     1 render    each chapter with the helpers (facts, tables, figures)
 *     2 review    compare with what editors approved; mark what has moved since (approvals/)
 *     3 outline   number and list headings, figures, tables; fill references
 *     4 shell     cover, imprint, contents and lists around them (partials)
 *     5 typeset   chemistry, units, spaces and punctuation in text
 *
 * With `kept`, chapters are filled only where they would come out otherwise than last time.
 */
export function compose(templatesDir: string, given: Context, kept?: KeptChapters): Composed {
  const { terms, findings: unread } = readGlossary(templatesDir, given.edition.folder);
  given.findings.push(...given.strings.faults, ...unread);
  const notes: Notes = { chapter: '', texts: [] };
  const own = { ...withOwnTables(templatesDir, given), glossary: terms, notes };
  const context = kept?.begin(own) ?? own;
  const { edition, language, strings } = context;
  const reading: Reading = { file: '' };
  const handlebars = createHandlebars(context, () => reading.file);
  registerPartials(handlebars, templatesDir, context, reading);
  const render = (file: string, extra: object = {}) => {
    reading.file = file;
    const source = readTemplate(templatesDir, file, context);
    const marked = source !== null && file.includes('chapters/') ? markSource(source, file) : source;
    return marked === null ? '' : filled(handlebars, marked, file, { ...context, ...extra }, context.findings);
  };

  // 1 render
  const chapters: RenderedChapter[] = edition.chapters.map((ref) => {
    const file = chapterFile(edition.folder, ref.folder, language);
    const id = chapterId(ref.folder);
    const fill = () => {
      Object.assign(notes, { chapter: id, texts: [] });
      return render(file) + notesList(notes);
    };
    return { ref, id, file, html: kept ? kept.chapter(context, templatesDir, file, fill) : fill() };
  });

  // 2 review
  const reviewed = review(templatesDir, context, chapters);

  // 3 outline
  const { html: linked, contents, figures, tables, findings } = outline(reviewed.chapters, strings);
  const body = withoutDeadLinks(linked);

  // 4 shell
  const title = edition.title[language];
  const shell = render(ownOrShared(templatesDir, edition.folder, path.join('partials', 'document.hbs')), {
    lang: language === 'zh' ? 'zh-CN' : 'en',
    folder: edition.folder,
    title,
    subtitle: edition.subtitle[language],
    pageTitle: fullTitle(edition, language).replace(/<[^>]+>/g, ''),
    cover: Object.fromEntries(
      Object.entries(edition.cover).map(([key, value]) => [key, typeof value === 'object' ? value[language] : value]),
    ),
    draft: context.draft,
    body,
    contents,
    figures,
    tables,
    mapApproval: edition.mapApproval,
  });

  // 5 typeset
  const marked = kept ? kept.typeset(shell, typeset) : typeset(shell);
  const { cited } = context;
  return {
    manuscript: {
      language,
      title,
      html: withoutMarks(marked),
      cited: { facts: [...cited.facts], figures: [...cited.figures], tables: [...cited.tables] },
    },
    marked,
    chapters,
    findings: distinct([...context.findings, ...reviewed.findings, ...findings]),
    claims: context.claims,
  };
}

/** A template filled; what it cannot do is a finding, and it leaves its place empty. */
function filled(
  handlebars: typeof Handlebars,
  source: string,
  file: string,
  input: object,
  findings: Finding[],
): string {
  const { program, finding } = parseTemplate(source, file);
  if (finding) findings.push(finding);
  if (!program) return '';
  try {
    // Not strict: that would throw at the first unknown word, where helperMissing reports each of them and goes on.
    return handlebars.compile(program)(input);
  } catch (error) {
    const message = error instanceof Error ? error.message.replace(/\s*\n\s*/g, ' ') : String(error);
    const line = Number(/(?:on line |- )(\d+)/.exec(message)?.[1] ?? 1);
    const remedy = 'Correct the template; templates/README.md shows the language.';
    findings.push(templateError({ file, line }, 'template', message, remedy));
    return '';
  }
}
