import type { Place } from '../template-error.ts';
import { tokens } from './tokens.ts';

/** Elements of a chapter that know their line. A paragraph, as editors approve it, is one of them. */
const BLOCK = /^(p|li|h[1-4]|aside|dt|dd|blockquote)$/;

const MARK = / data-at="[^"]*"(?: data-block="\d+")?/g;

export const isBlock = (name: string): boolean => BLOCK.test(name);

/** How a chapter is named in marks: by its path inside the folder of its edition. */
const placeInEdition = (file: string): string => file.replace(/^.*?(?=chapters\/)/, '').replaceAll('\\', '/');

/**
 * A chapter's template with the line of each block written into its tag: `<p data-at="chapters/01-nation/en.hbs:12"
 * data-block="3">`, where the number counts the blocks of the template. No line moves, so that errors keep their place.
 * What {{figure}} and {{table}} make is marked by `withMark`.
 */
export function markSource(template: string, file: string): string {
  const at = placeInEdition(file);
  let [marked, from, block] = ['', 0, 0];
  for (const { kind, name, start, line } of tokens(template)) {
    if (kind !== 'open' || !BLOCK.test(name)) continue;
    const after = start + 1 + name.length;
    marked += `${template.slice(from, after)} data-at="${at}:${line}" data-block="${block}"`;
    from = after;
    block += 1;
  }
  return marked + template.slice(from);
}

/** An element that a call made, with the line of the call. */
export function withMark(html: string, { file, line }: Place): string {
  return html.replace(/^<[a-z]+/, (tag) => `${tag} data-at="${placeInEdition(file)}:${line}"`);
}

/** HTML as it is printed, without marks. */
export const withoutMarks = (html: string): string => html.replace(MARK, '');
