import type { Finding } from '../../types.ts';
import { glossaryFiles } from '../glossary.ts';
import { ownTexts, plateFiles } from '../source/own-texts.ts';
import { type Known, textCallFaults } from './calls.ts';
import { runningFaults } from './running.ts';

/** Wrong calls, numbers typed by hand and the other language in titles, heads and notes of an edition's own tables and figures, and in the glossary. */
export function ownTextFaults(templatesDir: string, edition: string, known: Known): Finding[] {
  const files = [...plateFiles(templatesDir, edition), ...glossaryFiles(edition)];
  return ownTexts(templatesDir, files).flatMap(({ file, line, language, text }) => [
    ...textCallFaults(text, { file, line }, known),
    ...runningFaults(text, language, { file, line }),
  ]);
}
