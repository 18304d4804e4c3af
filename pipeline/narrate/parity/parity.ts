import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { chapterFile } from '../../edition-files.ts';
import { type Edition, type Finding, LANGUAGES, type Language } from '../../types.ts';
import { readApproved } from '../approvals/record.ts';
import { callsIn } from '../source/calls.ts';
import { editedAlone } from './agreement.ts';
import { unlike } from './unlike.ts';

/** The languages in which an edition is written, whichever are asked for. */
function writtenIn(templatesDir: string, { folder }: Edition): readonly Language[] {
  const file = path.join(templatesDir, folder, 'edition.json');
  if (!existsSync(file)) return LANGUAGES;
  const { languages = [...LANGUAGES] } = JSON.parse(readFileSync(file, 'utf8')) as { languages?: Language[] };
  return languages;
}

/**
 * Compares the languages of every chapter of an edition, as they stand on disk: also when only one of them is made. What
 * they must share is an error, an unusual length a warning; a section edited in one language only, since both were approved,
 * is a warning in a draft and an error in a final edition. A chapter that lacks a language which is not made now is an
 * error here; of those that are made the narrating says it.
 */
export function parityFindings(templatesDir: string, edition: Edition, draft = true): Finding[] {
  const languages = writtenIn(templatesDir, edition);
  return edition.chapters.flatMap(({ folder }): Finding[] => {
    const fileOf = (language: Language) => chapterFile(edition.folder, folder, language);
    const missing = languages.filter((language) => !existsSync(path.join(templatesDir, fileOf(language))));
    if (missing.length > 0) {
      return missing
        .filter((language) => !edition.languages.includes(language))
        .map((language) => ({
          severity: 'error',
          rule: 'template-missing',
          file: fileOf(language),
          row: null,
          message: `There is no ${fileOf(language)}: the chapter is not translated.`,
          remedy: 'Write it, or take the chapter out of edition.json: every chapter stands in every language.',
        }));
    }
    if (!LANGUAGES.every((language) => languages.includes(language))) return [];
    const read = (language: Language) => readFileSync(path.join(templatesDir, fileOf(language)), 'utf8');
    const pair = { en: read('en'), zh: read('zh') };
    // What cannot be read has its own finding, and cites nothing that could be compared.
    if (LANGUAGES.some((language) => callsIn(pair[language]).finding)) return [];
    const { sections } = readApproved(templatesDir, edition.folder, folder);
    return [...unlike(pair), ...editedAlone(pair, sections)].map(({ rule, language, line, message, remedy }) => ({
      severity: rule === 'parity' || (rule === 'parity-edited' && !draft) ? 'error' : 'warn',
      rule,
      file: fileOf(language),
      row: line,
      message,
      remedy,
    }));
  });
}
