import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { nearest } from '../../errors.ts';
import { lineOf, readJson } from '../../json-text.ts';
import type { Edition, Finding } from '../../types.ts';
import { templateError } from '../template-error.ts';

const foldersIn = (dir: string): string[] =>
  existsSync(dir)
    ? readdirSync(dir, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
        .sort()
    : [];

/** Chapters that edition.json names and that have no folder, or twice; and folders that it does not name. */
export function folderFaults(templatesDir: string, edition: Edition): Finding[] {
  const file = path.join(edition.folder, 'edition.json');
  const json = existsSync(path.join(templatesDir, file))
    ? readJson(readFileSync(path.join(templatesDir, file), 'utf8'))
    : { lines: new Map<string, number>() };
  const own = path.join(edition.folder, 'chapters');
  const there = foldersIn(path.join(templatesDir, own));
  const named = edition.chapters.map(({ folder }) => folder);
  const fault = (at: readonly PropertyKey[], rule: string, message: string, remedy: string) =>
    templateError({ file, line: lineOf(json, at) }, rule, message, remedy);
  const wrong = named.flatMap((folder, i): Finding[] => {
    if (named.indexOf(folder) < i) {
      return [fault(['chapters', i, 'folder'], 'chapter-twice', `Chapter ${folder} stands twice.`, 'Name it once.')];
    }
    if (there.includes(folder)) return [];
    const near = nearest(
      folder,
      there.filter((one) => !named.includes(one)),
    );
    const remedy = `Write ${own}/${folder}/en.hbs and zh.hbs${near.length ? `, or name one there is: ${near.join(', ')}` : ''}.`;
    return [fault(['chapters', i, 'folder'], 'chapter-missing', `There is no folder ${own}/${folder}.`, remedy)];
  });
  const spare = there
    .filter((folder) => !named.includes(folder))
    .map((folder) =>
      fault(
        ['chapters'],
        'chapter-unnamed',
        `${own}/${folder} is a chapter that edition.json does not name: it is printed nowhere.`,
        'Name it under chapters, or take the folder out.',
      ),
    );
  return [...wrong, ...spare];
}
