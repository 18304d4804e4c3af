import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Edition, Language } from './types.ts';

/**
 * The files of an edition: its own in templates/<edition>/, and those it shares with all others in templates/. An own partial
 * stands in for the shared one of its name; own style sheets follow the shared ones.
 */

/** The file of that name in the edition's folder, else the shared one; by its path inside `templatesDir`. */
export function ownOrShared(templatesDir: string, edition: string, name: string): string {
  const own = path.join(edition, name);
  return existsSync(path.join(templatesDir, own)) ? own : name;
}

/** A chapter's template in a language, inside `templatesDir`. */
export const chapterFile = (edition: string, chapter: string, language: Language): string =>
  path.join(edition, 'chapters', chapter, `${language}.hbs`);

/** The folder of the chapter that a file belongs to; '' for partials and short texts. */
export const chapterOf = (file: string): string => /chapters[\\/]([^\\/]+)[\\/]/.exec(file)?.[1] ?? '';

/** Names of the files of a folder that end so, in order; empty where there is no such folder. */
export function namesIn(dir: string, ending: string): string[] {
  if (!existsSync(dir)) return [];
  return readdirSync(dir)
    .filter((name) => name.endsWith(ending))
    .map((name) => name.slice(0, -ending.length))
    .sort();
}

/** Every partial an edition can name, with its file inside `templatesDir`. */
export function partialFiles(templatesDir: string, edition: string): ReadonlyMap<string, string> {
  const names = ['', edition].flatMap((folder) => namesIn(path.join(templatesDir, folder, 'partials'), '.hbs'));
  return new Map(names.map((name) => [name, ownOrShared(templatesDir, edition, path.join('partials', `${name}.hbs`))]));
}

/** The text of a style sheet in styles/: the shared one, and the edition's own after it; '' for what is not there. */
export function styleText(templatesDir: string, edition: string, name: string): { shared: string; own: string } {
  const text = (folder: string) => {
    const file = path.join(templatesDir, folder, 'styles', `${name}.css`);
    return existsSync(file) ? readFileSync(file, 'utf8') : '';
  };
  return { shared: text(''), own: text(edition) };
}

/** Colours and type of an edition: the shared constants, then those it sets itself. Charts and pages read the same. */
export function tokensCss(templatesDir: string, edition: string): string {
  const { shared, own } = styleText(templatesDir, edition, 'tokens');
  return own ? `${shared}\n${own}` : shared;
}

/** "China Air 2018"; a special edition, which has a year of its own, names its years itself. */
export function fullTitle(edition: Pick<Edition, 'id' | 'folder' | 'title' | 'year'>, language: Language): string {
  const { id, folder, title, year } = edition;
  return id === folder ? title[language] : `${title[language]} ${year}`;
}
