import type { Finding } from '../../types.ts';
import { parseTemplate } from '../parse.ts';
import { remembered } from './remembered.ts';

/** A call of a template, as it was written. */
export type Call = Readonly<{
  name: string;
  block: boolean;
  params: readonly hbs.AST.Expression[];
  pairs: readonly hbs.AST.HashPair[];
  line: number;
}>;

/** What a template calls and names, in order. */
export type Walked = Readonly<{
  calls: readonly Call[];
  partials: readonly Readonly<{ name: string; line: number }>[];
}>;

type Node = hbs.AST.Statement & {
  path?: hbs.AST.PathExpression | hbs.AST.Literal;
  name?: hbs.AST.PathExpression | hbs.AST.SubExpression;
  params?: hbs.AST.Expression[];
  hash?: hbs.AST.Hash;
  program?: hbs.AST.Program;
  inverse?: hbs.AST.Program;
};

const original = (path: Node['path'] | Node['name']): string =>
  path && 'original' in path ? String((path as { original: unknown }).original) : '';

/** A text walked through, or why it cannot be read; the finding gets its file. */
const readText = remembered((text): Readonly<{ walked: Walked; finding: Finding | null }> => {
  const { program, finding } = parseTemplate(text, '');
  return { walked: program ? walk(program) : { calls: [], partials: [] }, finding };
});

/** What a template calls and names; nothing and a finding where it cannot be read. */
export function walkText(text: string, file: string): Readonly<{ walked: Walked; finding: Finding | null }> {
  const { walked, finding } = readText(text);
  return { walked, finding: finding && { ...finding, file } };
}

/** Walks through everything a template holds, also through what is printed in no year. */
export function walk(program: hbs.AST.Program): Walked {
  const calls: Call[] = [];
  const partials: { name: string; line: number }[] = [];
  const visit = (within: hbs.AST.Program | undefined): void => {
    for (const statement of within?.body ?? []) {
      const node = statement as Node;
      const line = node.loc.start.line;
      if (node.type === 'PartialStatement' || node.type === 'PartialBlockStatement') {
        partials.push({ name: original(node.name), line });
      } else if (node.type === 'MustacheStatement' || node.type === 'BlockStatement') {
        const { params = [], hash } = node;
        const block = node.type === 'BlockStatement';
        calls.push({ name: original(node.path), block, params, pairs: hash?.pairs ?? [], line });
      }
      visit(node.program);
      visit(node.inverse);
    }
  };
  visit(program);
  return { calls, partials };
}
