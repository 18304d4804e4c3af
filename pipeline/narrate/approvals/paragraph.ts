import { createHash } from 'node:crypto';
import { blocksOf } from '../source/blocks.ts';
import type { Token } from '../source/tokens.ts';

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
  return blocksOf(template).flatMap(({ line, own }, block) => {
    const source = own.map(({ start, end }) => template.slice(start, end)).join('');
    return plainSource(source) === '' ? [] : [{ block, line, hash: hashOf(source) }];
  });
}

const MARKS: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', nbsp: ' ' };
const decoded = (text: string): string =>
  text.replace(/&(amp|lt|gt|quot|nbsp);/g, (_, name: string) => MARKS[name] ?? '');

/** Words as they are read: entities resolved, every run of white space one space. */
const spaced = (text: string): string => decoded(text).replace(/[\s\u00a0]+/g, ' ');

const attribute = (tag: string, name: string): string => new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '';

/** What one block says; `notes` are the notes of its chapter by their anchors, which are read where they are called. */
function saying(html: string, own: readonly Token[], notes: ReadonlyMap<string, Pick<Rendered, 'text' | 'facts'>>) {
  const facts: Said[] = [];
  let [text, number, sign] = ['', '', false];
  for (const { kind, name, start, end } of own) {
    const words = html.slice(start, end);
    if (kind === 'open') {
      number = name === 'data' ? words : number;
      // Numbers of notes and references are given by what stands before them, and are no concern of the text.
      sign ||= words.startsWith('<sup class="note-ref"');
      if (/\sdata-ref=/.test(words)) text += '…';
      if (name === 'br') text += ' ';
      const note = sign ? notes.get(attribute(words, 'href').slice(1)) : undefined;
      if (note) text += ` [${note.text}]`;
      facts.push(...(note?.facts ?? []));
    } else if (kind === 'close') {
      if (name === 'data') number = '';
      if (name === 'sup') sign = false;
    } else if (kind === 'text' && number !== '') {
      const [value, part] = [attribute(number, 'value'), attribute(number, 'data-part')];
      const id = decoded(attribute(number, 'data-fact')) + (part ? `#${part}` : '');
      facts.push({ id, value: value === '' ? null : Number(value), printed: spaced(words).trim() });
      text += '{}';
    } else if (kind === 'text' && !sign) text += spaced(words);
  }
  return { text: text.replace(/ +/g, ' ').trim(), facts };
}

/** The paragraphs of a chapter's page that carry the number of their block, each with what it and its notes say. */
export function renderedIn(html: string): Rendered[] {
  const blocks = blocksOf(html);
  const notes = new Map(
    blocks.flatMap(({ tag, own }) => {
      const id = attribute(tag, 'id');
      return id.startsWith('note-') ? [[id, saying(html, own, new Map())] as const] : [];
    }),
  );
  return blocks.flatMap(({ tag, own }) => {
    const block = attribute(tag, 'data-block');
    if (block === '') return [];
    const { text, facts } = saying(html, own, notes);
    return text === '' ? [] : [{ block: Number(block), text, facts }];
  });
}

/** The words with their numbers in place. */
export const readable = ({ text, facts }: Pick<Rendered, 'text' | 'facts'>): string => {
  let next = 0;
  return text.replace(/\{\}/g, () => facts[next++]?.printed ?? '{}');
};
