import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const STYLES = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../templates/styles');
const COMMON = ['tokens', 'elements', 'tables', 'lists'];
const OWN = { print: ['print', 'print-plates', 'print-cover'], screen: ['screen'] } as const;

/** The style sheet for paper or for screens: constants, then the parts of a report, then what is particular to the medium. */
export const styleSheet = (medium: 'print' | 'screen', folder = STYLES): string =>
  [...COMMON, ...OWN[medium]].map((name) => readFileSync(path.join(folder, `${name}.css`), 'utf8')).join('\n');
