import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chapterFile } from '../../edition-files.ts';
import type { Edition, Finding, Severity } from '../../types.ts';
import { ownTexts, plateFiles } from '../source/own-texts.ts';
import { readStrings } from '../strings.ts';
import { bareWords } from './lint.ts';

/** Texts of an own figure or table that make sentences: titles and notes, by their path in the file. */
const SENTENCE = /^(?:title|notes?(?:\.\d+)?)$/;

/** A table made by the program is itself the list of which its title speaks: "the cleanest cities". */
const LISTED = /^table\./;

/**
 * Bare assertions in all that an edition prints as running text, in the languages asked for: chapters, own partials, titles of
 * tables and all own short texts, titles and notes of own figures and tables. Chapters whose text only explains are `"plain": true` in
 * edition.json. A warning in a draft, an error in a final edition.
 */
export function lintEdition(templatesDir: string, edition: Edition, draft: boolean): Finding[] {
  const severity: Severity = draft ? 'warn' : 'error';
  const { folder, languages } = edition;
  const read = (file: string) => readFileSync(path.join(templatesDir, file), 'utf8');

  const chapters = edition.chapters
    .filter(({ plain }) => !plain)
    .flatMap((chapter) =>
      languages.flatMap((language) => {
        const file = chapterFile(folder, chapter.folder, language);
        return existsSync(path.join(templatesDir, file)) ? bareWords(read(file), { file, language, severity }) : [];
      }),
    );

  const strings = languages.flatMap((language) => {
    const all = readStrings(templatesDir, language, folder);
    return all.keys().flatMap((key) => {
      const { file, line } = all.place(key);
      const own = file.startsWith(`${folder}${path.sep}`);
      if (!own && !LISTED.test(key)) return [];
      return bareWords(all.get(key), { file, language, severity, line, listed: !own });
    });
  });

  const plates = ownTexts(templatesDir, plateFiles(templatesDir, folder))
    .filter(({ key, language }) => SENTENCE.test(key) && languages.includes(language))
    .flatMap(({ text, ...place }) => bareWords(text, { ...place, severity }));
  return [...chapters, ...strings, ...plates];
}
