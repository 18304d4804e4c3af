import type { Language } from '../types.ts';
import { chemistry } from './typography/chemistry.ts';
import { closed, type Open, punctuated } from './typography/chinese.ts';
import { hyphenBetween, numbers } from './typography/numbers.ts';
import { type Piece, piecesOf } from './typography/pieces.ts';

export { chemistry } from './typography/chemistry.ts';

/** A Chinese quotation mark with a character outside it: browsers see a Latin mark there, and never break. */
const QUOTES = /(?<=\p{Script=Han})(?=“)|(?<=”)(?=\p{Script=Han})/gu;

/** A typewriter's apostrophe inside a word, as names of the data have it (Xi'an). */
const APOSTROPHE = /(?<=\p{L})'(?=\p{L})/gu;

/** Stands for "no neighbour" at the ends of a text. */
const NONE = '\ue000';

/** Text in which nothing has to be set: numbers as facts print them, spaces. */
const SET = /^[\s\d.,–−+%]*$/;

const languageOf = (tag: string): Language | null => {
  const lang = /\slang="(\w+)/.exec(tag)?.[1];
  return lang === undefined ? null : lang === 'zh' ? 'zh' : 'en';
};

/** The language at each point of a page: that of the nearest element around it which says one. */
function languages(first: Language) {
  const open: { name: string; language: Language; depth: number }[] = [];
  return {
    now: (): Language => open.at(-1)?.language ?? first,
    pass(tag: string): void {
      const current = open.at(-1);
      const own = tag.includes(' lang="') ? languageOf(tag) : null;
      if (own === null && (!current || (!tag.startsWith(`<${current.name}`) && !tag.startsWith(`</${current.name}`))))
        return;
      const [, end, name = ''] = /^<(\/?)([a-zA-Z0-9]+)/.exec(tag) ?? [];
      // A whole element (a drawing) opens and closes in one piece.
      if (name === '' || tag.endsWith('/>') || tag.endsWith(`</${name}>`) !== tag.startsWith('</')) return;
      if (own !== null && end === '') open.push({ name, language: own, depth: 1 });
      else if (current && current.name === name) {
        current.depth += end === '' ? 1 : -1;
        if (current.depth === 0) open.pop();
      }
    },
  };
}

/** The first character of the text that follows in the same paragraph. */
function following(pieces: readonly Piece[], at: number): string {
  for (let i = at + 1; i < pieces.length; i++) {
    const { text, kind } = pieces[i] ?? { text: '', kind: 'block' };
    if (kind === 'block') return NONE;
    if (kind === 'text') return text.charAt(0);
  }
  return NONE;
}

/**
 * Sets the text of a page or of a part of it, and leaves tags, attributes, drawings, titles, code and addresses as they are:
 *
 *     chemistry     PM2.5, SO2, NOx, H2S with subscripts
 *     apostrophe    Xi’an for Xi'an, in English
 *     numbers       µg/m³ for ug/m3; a number and its unit on one line; −5, not -5; 2013–2017; 5%
 *     Chinese       full-width signs by Han, “ ”, ——, ……; no typed space by Han or after a full-width sign
 *
 * What is set already stays as it is. The language is that of the elements (`lang`), else the one given.
 */
export function typeset(html: string, language: Language = 'en'): string {
  const pieces = piecesOf(html);
  const spoken = languages(language);
  let before = NONE;
  let open: Open = { brackets: [], quoted: false };
  const out = pieces.map(({ text, kind }, i) => {
    if (kind !== 'text') {
      spoken.pass(text);
      if (kind === 'block') {
        before = NONE;
        if (!/^<w?br/.test(text)) open = { brackets: [], quoted: false };
      }
      return text;
    }
    const previous = before;
    before = text.at(-1) ?? NONE;
    if (SET.test(text)) return text;
    const now = spoken.now();
    const next = following(pieces, i);
    if (text === '-' && /\d/.test(previous) && /\d/.test(next)) return hyphenBetween(now);
    let set = numbers(previous + text + next, now);
    if (now === 'zh') set = punctuated(set, open);
    set = set.slice(1, next === '' ? undefined : -1);
    set = now === 'zh' ? closed(set) : set.replace(APOSTROPHE, '’');
    before = set.at(-1) ?? before;
    return chemistry(set).replace(QUOTES, '<wbr>');
  });
  return out.join('');
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"]/g, (mark) => ENTITIES[mark] ?? mark);
}
