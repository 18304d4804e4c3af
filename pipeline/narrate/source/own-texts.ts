import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from '../../edition-files.ts';
import { JsonFault, type JsonText, lineOf, readJson } from '../../json-text.ts';
import { LANGUAGES, type Language } from '../../types.ts';

/** A text in one language that a JSON file holds: `key` is the path to it, without the language (`title`, `notes.0`). */
export type OwnText = Readonly<{ file: string; line: number; key: string; language: Language; text: string }>;

/** The files of an edition's own figures and tables, inside `templatesDir`. */
export const plateFiles = (templatesDir: string, edition: string): string[] =>
  ['figures', 'tables'].flatMap((kind) =>
    namesIn(path.join(templatesDir, edition, kind), '.json').map((name) => path.join(edition, kind, `${name}.json`)),
  );

/** What cannot be read has its finding where it is used. */
function read(file: string): JsonText | null {
  if (!existsSync(file)) return null;
  try {
    return readJson(readFileSync(file, 'utf8'));
  } catch (error) {
    if (error instanceof JsonFault) return null;
    throw error;
  }
}

type Found = Readonly<{ at: readonly string[]; text: string }>;
function stringsIn(value: unknown, at: readonly string[] = []): Found[] {
  if (typeof value === 'string') return [{ at, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => stringsIn(inner, [...at, key]));
}

/** Every text in a language that these files hold, wherever it stands: {"en": …, "zh": …}. */
export function ownTexts(templatesDir: string, files: readonly string[]): OwnText[] {
  return files.flatMap((file) => {
    const json = read(path.join(templatesDir, file));
    return json === null
      ? []
      : stringsIn(json.value).flatMap(({ at, text }) => {
          const language = LANGUAGES.find((one) => one === at.at(-1));
          return language ? [{ file, line: lineOf(json, at), key: at.slice(0, -1).join('.'), language, text }] : [];
        });
  });
}
