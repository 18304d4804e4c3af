import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chapterFile, namesIn, partialFiles } from '../../edition-files.ts';
import { type Edition, type Finding, LANGUAGES, type Language } from '../../types.ts';
import { readGlossary } from '../glossary.ts';
import { chapterId } from '../outline.ts';
import { type Calls, callsIn } from '../source/calls.ts';
import { readStrings } from '../strings.ts';
import { tables } from '../tables/index.ts';
import { callFaults, type Known, textCallFaults } from './calls.ts';
import { folderFaults } from './folders.ts';
import { ownTextFaults } from './own-texts.ts';
import { circularPartials, unknownPartials } from './partials.ts';
import { runningFaults } from './running.ts';
import { textFaults } from './texts.ts';

type Source = Readonly<{ file: string; language: Language | null; partial: string | null }>;

/** The templates of an edition: the chapters there are, in both languages, and the partials it can name. */
function sourcesOf(templatesDir: string, { folder, chapters }: Edition): Source[] {
  const texts = chapters.flatMap((chapter) =>
    LANGUAGES.map((language) => ({
      file: chapterFile(folder, chapter.folder, language),
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
type Template = Source & Calls & Readonly<{ text: string }>;

function templatesOf(templatesDir: string, edition: Edition): Template[] {
  return sourcesOf(templatesDir, edition).map((source) => {
    const text = readFileSync(path.join(templatesDir, source.file), 'utf8');
    return { ...source, text, ...callsIn(text, source.file) };
  });
}

/** The ids that calls of a helper name in quotes: the figures or tables that the templates set. */
const setBy = (helper: string, templates: readonly Template[]): string[] =>
  templates
    .flatMap(({ calls }) => calls.filter(({ name }) => name === helper))
    .flatMap(({ words: [first] }) => (first?.kind === 'text' ? first.text : []));

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
  const findings = templates.flatMap(({ file, language, text, calls, finding }) => [
    ...(finding ? [finding] : []),
    ...calls.flatMap((call) => callFaults(call, { file, line: call.line }, known)),
    ...runningFaults(text, language, { file, line: 1 }),
  ]);
  const partials = new Map(
    templates.flatMap((template) => (template.partial === null ? [] : [[template.partial, template] as const])),
  );
  const texts = {
    en: readStrings(templatesDir, 'en', edition.folder),
    zh: readStrings(templatesDir, 'zh', edition.folder),
  };
  const inTexts = Object.values(texts).flatMap((strings) =>
    strings.keys().flatMap((key) => {
      const place = strings.place(key);
      const faults = textCallFaults(strings.get(key), place, known);
      // A shared text may refer to a chapter that only some editions have: it is an error where it is printed (outline.ts).
      return place.file.startsWith(edition.folder) ? faults : faults.filter(({ rule }) => rule !== 'unknown-reference');
    }),
  );
  return [
    ...folderFaults(templatesDir, edition),
    ...findings,
    ...unknownPartials(templates, [...partials.keys()]),
    ...circularPartials(partials),
    ...textFaults(texts),
    ...inTexts,
    ...ownTextFaults(templatesDir, edition.folder, known),
  ];
}
