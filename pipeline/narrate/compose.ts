import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type Handlebars from 'handlebars';
import type { Finding, Manuscript } from '../types.ts';
import type { Claim } from './claims/claim.ts';
import type { Context } from './context.ts';
import { createHandlebars } from './helpers.ts';
import { chapterId, outline, type RenderedChapter } from './outline.ts';
import { readTemplate } from './template.ts';
import { typeset } from './typography.ts';

export type Composed = Readonly<{
  manuscript: Manuscript;
  findings: readonly Finding[];
  claims: readonly Claim[];
}>;

/**
 * Fills an edition's templates for one language.
 *
 *     1 render    each chapter with the helpers (facts, tables, figures)
 *     2 outline   number and list headings, figures, tables; fill references
 *     3 shell     cover, imprint, contents and lists around them (partials)
 *     4 typeset   chemistry in text
 */
export function compose(templatesDir: string, context: Context): Composed {
  const { edition, language, strings } = context;
  let current = '';
  const handlebars = createHandlebars(context, () => current);
  registerPartials(handlebars, templatesDir);
  const render = (file: string, extra: object = {}) => {
    current = file;
    return renderFile(handlebars, templatesDir, file, { ...context, ...extra }, context);
  };

  // 1 render
  const chapters: RenderedChapter[] = edition.chapters.map((ref) => {
    const file = path.join(edition.folder, 'chapters', ref.folder, `${language}.hbs`);
    return { ref, id: chapterId(ref.folder), file, html: render(file) };
  });

  // 2 outline
  const { html: body, contents, figures, tables, findings } = outline(chapters, strings);

  // 3 shell
  const title = edition.title[language];
  const plain = (text: string) => text.replace(/<[^>]+>/g, '');
  const shell = render(path.join('partials', 'document.hbs'), {
    lang: language === 'zh' ? 'zh-CN' : 'en',
    title,
    subtitle: edition.subtitle[language],
    pageTitle: plain(`${title} ${edition.year}`),
    draft: context.draft,
    body,
    contents,
    figures,
    tables,
    mapApproval: edition.mapApproval,
  });

  // 4 typeset
  const { cited } = context;
  return {
    manuscript: {
      language,
      title,
      html: typeset(shell),
      cited: { facts: [...cited.facts], figures: [...cited.figures], tables: [...cited.tables] },
    },
    findings: [...context.findings, ...findings],
    claims: context.claims,
  };
}

function renderFile(
  handlebars: typeof Handlebars,
  templatesDir: string,
  file: string,
  input: object,
  context: Context,
): string {
  const source = readTemplate(templatesDir, file, context);
  if (source === null) return '';
  try {
    // Not strict: that would throw at the first unknown word, where helperMissing reports each of them and goes on.
    return handlebars.compile(source)(input);
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const line = /line (\d+)|on line (\d+)|- (\d+):\d+/.exec(message);
    context.findings.push({
      severity: 'error',
      rule: 'template',
      file,
      row: Number(line?.[1] ?? line?.[2] ?? line?.[3] ?? 1),
      message: message.replace(/\n/g, ' '),
      remedy: 'Correct the template; templates/README.md shows the language.',
    });
    return '';
  }
}

function registerPartials(handlebars: typeof Handlebars, templatesDir: string): void {
  for (const name of ['cover', 'imprint', 'contents']) {
    const file = path.join(templatesDir, 'partials', `${name}.hbs`);
    if (existsSync(file)) handlebars.registerPartial(name, readFileSync(file, 'utf8'));
  }
}
