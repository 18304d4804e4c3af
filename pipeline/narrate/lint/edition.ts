import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from '../../edition-files.ts';
import { JsonFault, type JsonText, readJson } from '../../json-text.ts';
import type { Edition, Finding, Severity } from '../../types.ts';
import { readStrings } from '../strings.ts';
import { bareWords } from './lint.ts';

/** Texts of an own figure or table: titles and notes, by their path in the file. */
const OWN_TEXT = /^(?:title|notes?(?:\.\d+)?)\.(en|zh)$/;

/** A table made by the program is itself the list of which its title speaks: "the cleanest cities". */
const LISTED = /^table\./;

function jsonOf(file: string): JsonText | null {
  try {
    return readJson(readFileSync(file, 'utf8'));
  } catch (error) {
    // Who reads the figure or table says what is wrong with it.
    if (error instanceof JsonFault) return null;
    throw error;
  }
}

const at = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce<unknown>(
    (inside, key) => (typeof inside === 'object' && inside !== null ? (inside as Record<string, unknown>)[key] : null),
    value,
  );

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
        const file = path.join(folder, 'chapters', chapter.folder, `${language}.hbs`);
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

  const plates = ['figures', 'tables'].flatMap((kind) =>
    namesIn(path.join(templatesDir, folder, kind), '.json').flatMap((name) => {
      const file = path.join(folder, kind, `${name}.json`);
      const json = jsonOf(path.join(templatesDir, file));
      return [...(json?.lines ?? [])].flatMap(([key, line]) => {
        const language = languages.find((one) => one === OWN_TEXT.exec(key)?.[1]);
        const text = at(json?.value, key.split('.'));
        return language && typeof text === 'string' ? bareWords(text, { file, language, severity, line }) : [];
      });
    }),
  );
  return [...chapters, ...strings, ...plates];
}
