import { createHash } from 'node:crypto';
import { blocksOf } from '../source/blocks.ts';

/** A number as a paragraph prints it. `id` is the fact's; `#n` or `#of` after it where only a part of the fact is printed. */
export type Said = Readonly<{ id: string; value: number | null; printed: string }>;

/** A block of a chapter as its template has it: what an editor writes. */
export type Written = Readonly<{ block: number; line: number; hash: string }>;

/** A block of a chapter as it came out: its words with `{}` for each number, and the numbers in their order. */
export type Rendered = Readonly<{ block: number; text: string; facts: readonly Said[] }>;

/** Without comments, and with white space as a reader sees it: what changes when the text does. */
const plainSource = (source: string): string =>
  source
    .replace(/\{\{~?!--[\s\S]*?--~?\}\}|\{\{~?![^-][\s\S]*?\}\}/g, '')
    .replace(/\s+/g, ' ')
    .trim();

/** The hash by which a text is known again: the first 12 digits of its SHA-256. */
export const hashOf = (source: string): string =>
  createHash('sha256').update(plainSource(source)).digest('hex').slice(0, 12);

/** The paragraphs of a template, by the numbers that `markSource` gives them; those with nothing of their own are left out. */
export function writtenIn(template: string): Written[] {
  let [line, from] = [1, 0];
  return blocksOf(template).flatMap(({ start, own }, block) => {
    line += template.slice(from, start).split('\n').length - 1;
    from = start;
    const source = own.map(({ start: a, end }) => template.slice(a, end)).join('');
    return plainSource(source) === '' ? [] : [{ block, line, hash: hashOf(source) }];
  });
}

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => MARKS[name] ?? '');

/** Words as they are read: entities resolved, every run of white space one space. */
const spaced = (text: string): string => decoded(text).replace(/[\s\u00a0]+/g, ' ');

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** The paragraphs of a chapter's page that carry the number of their block, each with what it says. */
export function renderedIn(html: string): Rendered[] {
  return blocksOf(html).flatMap(({ tag, own }) => {
    const block = attribute(tag, 'data-block');
    if (block === '') return [];
    const facts: Said[] = [];
    let [text, inside, number] = ['', '', ''];
    for (const { kind, name, start, end } of own) {
      const words = html.slice(start, end);
      if (kind === 'open') {
        inside = name;
        number = name === 'data' ? words : number;
        if (name === 'br') text += ' ';
        // Its number is given later, and is no concern of the text.
        if (/\sdata-ref=/.test(words)) text += '…';
      } else if (kind === 'close') {
        inside = '';
        if (name === 'data') number = '';
      } else if (kind === 'text' && number !== '') {
        const [value, part] = [attribute(number, 'value'), attribute(number, 'data-part')];
        const id = decoded(attribute(number, 'data-fact')) + (part ? `#${part}` : '');
        facts.push({ id, value: value === '' ? null : Number(value), printed: spaced(words).trim() });
        text += '{}';
      } else if (kind === 'text' && !/^(svg|style|script)$/.test(inside)) text += spaced(words);
    }
    text = text.replace(/ +/g, ' ').trim();
    return text === '' ? [] : [{ block: Number(block), text, facts }];
  });
}

/** The words with their numbers in place. */
export const readable = ({ text, facts }: Pick<Rendered, 'text' | 'facts'>): string => {
  let next = 0;
  return text.replace(/\{\}/g, () => facts[next++]?.printed ?? '{}');
};
