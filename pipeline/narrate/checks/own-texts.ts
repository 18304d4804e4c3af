import { readFileSync } from 'node:fs';
import path from 'node:path';
import { namesIn } from '../../edition-files.ts';
import { type JsonText, readJson } from '../../json-text.ts';
import { type Finding, LANGUAGES } from '../../types.ts';
import { glossaryFiles } from '../glossary.ts';
import { callFaults, type Known } from './calls.ts';
import { runningFaults } from './running.ts';
import { walkText } from './walk.ts';

type Tree = Readonly<Record<string, unknown>>;
const isTree = (value: unknown): value is Tree => typeof value === 'object' && value !== null;

/** Every text in both languages that a file holds, wherever it stands: {"en": …, "zh": …}. */
function bilingualIn(value: unknown, at: string): { at: string; text: Tree }[] {
  if (!isTree(value)) return [];
  if (LANGUAGES.every((language) => typeof value[language] === 'string')) return [{ at, text: value }];
  return Object.entries(value).flatMap(([key, inner]) => bilingualIn(inner, at ? `${at}.${key}` : key));
}

/** What cannot be read is told where tables and figures are read. */
function read(file: string): JsonText | null {
  try {
    return readJson(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

/** Wrong calls, numbers typed by hand and the other language in titles, heads and notes of an edition's own tables and figures, and in the glossary. */
export function ownTextFaults(templatesDir: string, edition: string, known: Known): Finding[] {
  const plates = ['tables', 'figures'].flatMap((kind) =>
    namesIn(path.join(templatesDir, edition, kind), '.json').map((name) => path.join(edition, kind, `${name}.json`)),
  );
  return [...plates, ...glossaryFiles(edition)].flatMap((file) => {
    const json = read(path.join(templatesDir, file));
    return bilingualIn(json?.value, '').flatMap(({ at, text }) =>
      LANGUAGES.flatMap((language) => {
        const line = json?.lines.get(`${at}.${language}`) ?? 1;
        const words = String(text[language]);
        const { walked, finding } = walkText(words, file);
        return [
          ...(finding ? [{ ...finding, row: line }] : []),
          ...walked.calls.flatMap((call) => callFaults({ ...call, line }, file, known)),
          ...runningFaults(words, language, { file, line }),
        ];
      }),
    );
  });
}
