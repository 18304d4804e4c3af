import type { Language } from '../types.ts';

/** A file that was saved, made or deleted: inside which folder, and its path there, with `/`. */
export type Change = Readonly<{ root: 'templates' | 'data'; path: string }>;

/**
 * What has to be made again. `data` reads tables and assesses; `edition` reads edition.json; `figures` draws; `chapters` fills
 * every chapter; `narrate` fills those whose template or texts changed; `styles` only changes how the page looks.
 */
export type Work = 'data' | 'edition' | 'figures' | 'chapters' | 'narrate' | 'styles';
export type Plan = ReadonlySet<Work>;

const NONE: readonly Work[] = [];

function ofData(file: string): readonly Work[] {
  if (/^geo\/.*\.json$/.test(file)) return ['figures'];
  return /\.(csv|json)$/.test(file) && file !== 'air/archive-findings.csv' ? ['data'] : NONE;
}

/** `inner` is a path inside templates/ for what all editions share, inside the edition's folder for its own. */
function ofTemplates(inner: string, language: Language): readonly Work[] {
  if (inner === 'edition.json') return ['edition'];
  if (inner === 'styles/tokens.css') return ['figures', 'styles'];
  if (/^styles\/.*\.css$/.test(inner)) return inner === 'styles/screen.css' ? NONE : ['styles'];
  if (/^figures\/.*\.json$/.test(inner)) return ['figures'];
  const strings = /^strings\/(\w+)\.json$/.exec(inner)?.[1];
  if (strings) return strings === language ? ['narrate'] : NONE;
  // Chapters of the other language too: whether the two agree is told.
  if (/\.hbs$/.test(inner)) return ['narrate'];
  return /\.json$/.test(inner) ? ['chapters'] : NONE;
}

/**
 * The work that one change asks for while `edition` (its folder) is shown in `language`: what it reads itself, not what
 * follows from it. Files of other editions and what editors leave beside files ask for none.
 */
export function workOf({ root, path }: Change, edition: string, language: Language): readonly Work[] {
  if (/(^|\/)[.~#]|[~#]$/.test(path)) return NONE;
  if (root === 'data') return ofData(path);
  const shared = /^(partials|strings|styles)\/|^[^/]+$/.test(path);
  if (shared) return ofTemplates(path, language);
  return path.startsWith(`${edition}/`) ? ofTemplates(path.slice(edition.length + 1), language) : NONE;
}

export const planOf = (changes: readonly Change[], edition: string, language: Language): Plan =>
  new Set(changes.flatMap((change) => workOf(change, edition, language)));
