import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn, partialFiles } from '../../edition-files.ts';
import { type Edition, type Finding, LANGUAGES, type Language } from '../../types.ts';
import { readGlossary } from '../glossary.ts';
import { chapterId } from '../outline.ts';
import { readStrings } from '../strings.ts';
import { tables } from '../tables/index.ts';
import { callFaults, type Known, literal } from './calls.ts';
import { folderFaults } from './folders.ts';
import { ownTextFaults } from './own-texts.ts';
import { circularPartials, unknownPartials } from './partials.ts';
import { runningFaults } from './running.ts';
import { textFaults } from './texts.ts';
import { type Walked, walkText } from './walk.ts';

type Source = Readonly<{ file: string; language: Language | null; partial: string | null }>;

/** The templates of an edition: the chapters there are, in both languages, and the partials it can name. */
function sourcesOf(templatesDir: string, { folder, chapters }: Edition): Source[] {
  const texts = chapters.flatMap((chapter) =>
    LANGUAGES.map((language) => ({
      file: path.join(folder, 'chapters', chapter.folder, `${language}.hbs`),
      language,
      partial: null,
    })),
  );
  const partials = [...partialFiles(templatesDir, folder)].map(([partial, file]) => ({
    file,
    language: null,
    partial,
  }));
  return [...texts.filter(({ file }) => existsSync(path.join(templatesDir, file))), ...partials];
}

/** A template, read: what it calls, or why it cannot be read. */
type Template = Source & Readonly<{ text: string; walked: Walked; finding: Finding | null }>;

function templatesOf(templatesDir: string, edition: Edition): Template[] {
  return sourcesOf(templatesDir, edition).map((source) => {
    const text = readFileSync(path.join(templatesDir, source.file), 'utf8');
    return { ...source, text, ...walkText(text, source.file) };
  });
}

/** The ids that calls of a helper name in quotes: the figures or tables that the templates set. */
const setBy = (helper: string, templates: readonly Template[]): string[] =>
  templates
    .flatMap(({ walked }) =>
      walked.calls.filter(({ name }) => name === helper).flatMap(({ params: [first] }) => literal(first) ?? []),
    )
    .map(String);

function knownIn(templatesDir: string, edition: Edition, figures: readonly string[], set: readonly Template[]): Known {
  const own = (kind: string) => namesIn(path.join(templatesDir, edition.folder, kind), '.json');
  return {
    figures: [...figures, ...own('figures')],
    tables: [...Object.keys(tables), ...own('tables')],
    anchors: [
      ...edition.chapters.map(({ folder }) => chapterId(folder)),
      ...setBy('figure', set).map((id) => `fig-${id}`),
      ...setBy('table', set).map((id) => `tab-${id}`),
      ...['contents', 'list-of-figures', 'list-of-tables', 'imprint'],
    ],
    terms: [...readGlossary(templatesDir, edition.folder).terms.keys()],
    cover: edition.cover,
  };
}

/**
 * What can be told of an edition's templates without filling them, so that a fault is found also where this year prints
 * another part: calls that are no part of the language, names of helpers, figures, tables and partials that are not there,
 * numbers typed by hand, texts in the wrong language or in one only, chapters without a folder and folders without a chapter.
 * `figures` are the ids of the standard plates. Errors: bad-strings.
 */
export function checkTemplates(templatesDir: string, edition: Edition, figures: readonly string[]): Finding[] {
  const templates = templatesOf(templatesDir, edition);
  const known = knownIn(templatesDir, edition, figures, templates);
  const findings = templates.flatMap(({ file, language, text, walked, finding }) => [
    ...(finding ? [finding] : []),
    ...walked.calls.flatMap((call) => callFaults(call, file, known)),
    ...runningFaults(text, language, { file }),
  ]);
  const naming = templates.map(({ file, walked }) => ({ file, partials: walked.partials }));
  const partials = new Map(
    templates.flatMap(({ partial, file, walked }) =>
      partial === null ? [] : [[partial, { file, partials: walked.partials }] as const],
    ),
  );
  const texts = {
    en: readStrings(templatesDir, 'en', edition.folder),
    zh: readStrings(templatesDir, 'zh', edition.folder),
  };
  const inTexts = Object.values(texts).flatMap((strings) =>
    strings.keys().flatMap((key) => {
      const { file, line } = strings.place(key);
      const { walked, finding } = walkText(strings.get(key), file);
      if (finding) return [{ ...finding, row: line }];
      const faults = walked.calls.flatMap((call) => callFaults({ ...call, line }, file, known));
      // A shared text may refer to a chapter that only some editions have: it is an error where it is printed (outline.ts).
      return file.startsWith(edition.folder) ? faults : faults.filter(({ rule }) => rule !== 'unknown-reference');
    }),
  );
  return [
    ...folderFaults(templatesDir, edition),
    ...findings,
    ...unknownPartials(naming, [...partials.keys()]),
    ...circularPartials(partials),
    ...textFaults(texts),
    ...inTexts,
    ...ownTextFaults(templatesDir, edition.folder, known),
  ];
}
