import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { styleText, tokensCss } from '../edition-files.ts';

const TEMPLATES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../templates');
const COMMON = ['elements', 'tables', 'lists'];
const OWN = { print: ['print', 'print-plates', 'print-cover'], screen: ['screen'] } as const;

/**
 * The style sheet for paper or for screens: constants, then the parts of a report, then what is particular to the medium, then
 * the edition's own rules for it.
 */
export function styleSheet(medium: 'print' | 'screen', edition = 'annual', templatesDir = TEMPLATES): string {
  const parts = [...COMMON, ...OWN[medium]].map((name) => styleText(templatesDir, edition, name));
  const own = parts.map((part) => part.own).filter(Boolean);
  return [tokensCss(templatesDir, edition), ...parts.map(({ shared }) => shared), ...own].join('\n');
}
