import { isBlock } from './marks.ts';
import { type Token, tokens } from './tokens.ts';

/** A block of a template or of a page: its tag, and what is in it without the blocks inside it. */
export type Block = Readonly<{
  name: string;
  /** Its opening tag as it stands. */
  tag: string;
  /** Line of the opening tag. */
  line: number;
  /** Tags, calls and text of its own, in order. */
  own: readonly Token[];
}>;

/** Elements that stand for themselves inside a block, and are no part of its text. */
const APART = /^(table|figure)$/;

/**
 * The blocks of a text in the order of their opening tags, which is the order of `markSource`. A paragraph that is not
 * closed ends where the next block begins, or with what it stands in.
 */
export function blocksOf(text: string): Block[] {
  const found: { name: string; tag: string; line: number; own: Token[] }[] = [];
  // What is open: a block by its number, or null for a table or a figure, whose inside belongs to no block.
  const open: { name: string; block: number | null }[] = [];
  for (const token of tokens(text)) {
    const { kind, name, start, end, line } = token;
    if (kind === 'open' && (isBlock(name) || APART.test(name))) {
      if (open.at(-1)?.name === 'p') open.pop();
      open.push({ name, block: isBlock(name) ? found.length : null });
      if (isBlock(name)) found.push({ name, tag: text.slice(start, end), line, own: [] });
    } else if (kind === 'close' && (isBlock(name) || APART.test(name))) {
      const at = open.findLastIndex((element) => element.name === name);
      if (at >= 0) open.length = at;
    } else {
      const block = open.at(-1)?.block;
      if (block !== undefined && block !== null) found[block]?.own.push(token);
    }
  }
  return found;
}
