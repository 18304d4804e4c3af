import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DraftParts } from '../narrate/draft/candidate.ts';
import { keyFindingsDraft } from '../narrate/draft/key-findings.ts';
import { readStrings } from '../narrate/strings.ts';
import { LANGUAGES } from '../types.ts';

/** Writes key-findings-draft.en.hbs and .zh.hbs: what changed most against the year before, as templates an editor can take over. */
export function writeKeyFindingsDraft(
  dir: string,
  parts: Pick<DraftParts, 'data' | 'edition' | 'assessment' | 'facts'> & Readonly<{ templatesDir: string }>,
): void {
  const { templatesDir, ...given } = parts;
  const [en, zh] = [
    readStrings(templatesDir, 'en', given.edition.folder),
    readStrings(templatesDir, 'zh', given.edition.folder),
  ];
  const draft = keyFindingsDraft({ ...given, strings: { en, zh } });
  for (const language of LANGUAGES)
    writeFileSync(path.join(dir, `key-findings-draft.${language}.hbs`), draft[language]);
}
