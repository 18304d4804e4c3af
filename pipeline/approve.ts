import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { ChinaAirError, nearest } from './errors.ts';
import { errorsIn } from './findings.ts';
import { agreedSections, approve, type Numbered, paragraphsOf, type Step } from './narrate/approvals/approve.ts';
import { type Approved, approvalsOf, approvedFile, approvedText, readApproved } from './narrate/approvals/record.ts';
import { assessStage, figuresStage, ingestStage, narrateStage, type Run } from './stages.ts';
import { type Finding, LANGUAGES, type Language } from './types.ts';
import { NoWorkspace, replaceFile } from './workspace.ts';

/** What an editor asks for. `only` is the number of one paragraph (`list` gives them); null: the whole chapter. */
export type ApprovalRequest = Readonly<{
  chapter: string;
  by: string;
  /** The day, as 2026-11-23. */
  date: string;
  only: number | null;
  /** Only tell the paragraphs, approve nothing. */
  list: boolean;
}>;

export type ApprovedChapter = Readonly<{
  chapter: string;
  file: string;
  year: number;
  languages: readonly Readonly<{ language: Language; paragraphs: readonly Numbered[]; step: Step }>[];
  /** Errors of the chapter: with any of them nothing was approved. */
  errors: readonly Finding[];
}>;

/** A chapter by its folder or by the name in it: `01-nation`, `nation`. Errors: unknown-chapter (exit 2). */
function chapterNamed(name: string, folders: readonly string[]): string {
  const found = folders.find((folder) => folder === name || folder.replace(/^\w+?-/, '') === name);
  if (found) return found;
  throw new ChinaAirError({
    code: 'unknown-chapter',
    exit: 2,
    message: name === '' ? 'Which chapter?' : `There is no chapter ${name} in this edition.`,
    remedy: `Nearest: ${nearest(name, folders, name === '' ? folders.length : 3).join(', ')}.`,
  });
}

const chapterFolders = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    : [];

/**
 * Fills the templates of an edition as a report does, without drawing or printing, and records in
 * chapters/<folder>/approved.json what the paragraphs of one chapter say now. Where all of a chapter is approved in both
 * languages, and they cite the same, that they agree is recorded too. A chapter with errors is not approved.
 *
 * @throws ChinaAirError unknown-chapter, no-paragraph (exit 2), bad-approvals (exit 1), and those of the stages.
 */
export async function approveChapter(run: Run, request: ApprovalRequest): Promise<ApprovedChapter> {
  const { options } = run;
  const { templatesDir } = options;
  // Before anything is computed, so that a misspelt name costs no time.
  const chapter = chapterNamed(request.chapter, chapterFolders(path.join(templatesDir, options.edition, 'chapters')));
  const quiet: Run = { ...run, workspace: new NoWorkspace(options.outDir, options.edition, '') };
  const ingested = await ingestStage(quiet);
  const { edition } = ingested;
  const assessment = await assessStage(quiet, ingested);
  // Which figures there are decides what stands around them; their drawings do not.
  const { figures } = await figuresStage(quiet, { ...ingested, edition: { ...edition, languages: [] } }, assessment);
  const { chapters, findings } = await narrateStage(quiet, ingested, assessment, figures);

  const folder = path.join(edition.folder, 'chapters', chapter);
  const errors = errorsIn(findings).filter(({ file }) => path.dirname(file) === folder);
  const before = readApproved(templatesDir, edition.folder, chapter);
  const read = (language: Language) => readFileSync(path.join(templatesDir, folder, `${language}.hbs`), 'utf8');
  const languages = edition.languages.map((language, i) => {
    const html = chapters[i]?.find(({ ref }) => ref.folder === chapter)?.html ?? '';
    const paragraphs = html === '' ? [] : paragraphsOf(read(language), html);
    return { language, paragraphs, step: approve(paragraphs, approvalsOf(before, edition.year, language), request) };
  });
  if (request.only !== null && languages.every(({ paragraphs }) => paragraphs.length < (request.only ?? 0)))
    throw new ChinaAirError({
      code: 'no-paragraph',
      exit: 2,
      message: `The chapter ${chapter} has no paragraph ${request.only}.`,
      remedy: 'Add --list to see them with their numbers.',
    });

  const file = path.join(templatesDir, approvedFile(edition.folder, chapter));
  // A chapter may be approved before it is translated: what only the other language has is no fault of this one.
  const own = errors.filter(({ rule }) => rule !== 'parity' && rule !== 'template-missing');
  const made = { chapter, file, year: edition.year, languages };
  if (own.length > 0) return { ...made, errors: own };
  if (!request.list) {
    const both = errors.length === 0 && request.only === null && LANGUAGES.every((l) => edition.languages.includes(l));
    const year = { ...before.paragraphs[String(edition.year)] };
    for (const { language, step } of languages) year[language] = step.approvals;
    const approved: Approved = {
      sections: both ? agreedSections({ en: read('en'), zh: read('zh') }) : before.sections,
      paragraphs: { ...before.paragraphs, [String(edition.year)]: year },
    };
    replaceFile(file, approvedText(approved));
  }
  return { ...made, errors: [] };
}
