import Handlebars from 'handlebars';
import type { Finding } from '../../types.ts';
import { parseTemplate } from '../parse.ts';
import { remembered } from '../remembered.ts';

/** A word of a call: in quotes, a number, or bare, which names a variable. */
export type Word = Readonly<{ kind: 'text' | 'number' | 'name' | 'other'; text: string }>;

/** A call of a template, as it was written, and where: its line from 1, its column from 0. */
export type Call = Readonly<{
  name: string;
  block: boolean;
  words: readonly Word[];
  settings: readonly Readonly<{ key: string; word: Word }>[];
  line: number;
  column: number;
}>;

/** What a template calls and which partials it names, in order; nothing and a finding where it cannot be read. */
export type Calls = Readonly<{
  calls: readonly Call[];
  partials: readonly Readonly<{ name: string; line: number }>[];
  finding: Finding | null;
}>;

const originalOf = (node: hbs.AST.Node): string => ('original' in node ? String(node.original) : '');

function wordOf(node: hbs.AST.Expression): Word {
  const text = originalOf(node);
  if (node.type === 'StringLiteral') return { kind: 'text', text };
  if (node.type === 'NumberLiteral') return { kind: 'number', text };
  return { kind: node.type === 'PathExpression' ? 'name' : 'other', text };
}

/** A call as the parser gives it. */
export function callOf(node: hbs.AST.MustacheStatement | hbs.AST.BlockStatement): Call {
  return {
    name: originalOf(node.path),
    block: node.type === 'BlockStatement',
    words: node.params.map(wordOf),
    settings: (node.hash?.pairs ?? []).map(({ key, value }) => ({ key, word: wordOf(value) })),
    ...node.loc.start,
  };
}

/** Walks through everything a template holds, also through what is printed in no year. */
class Walk extends Handlebars.Visitor {
  readonly calls: Call[] = [];
  readonly partials: { name: string; line: number }[] = [];

  override MustacheStatement(node: hbs.AST.MustacheStatement): void {
    this.calls.push(callOf(node));
  }

  override BlockStatement(node: hbs.AST.BlockStatement): void {
    this.calls.push(callOf(node));
    super.BlockStatement(node);
  }

  override PartialStatement(node: hbs.AST.PartialStatement): void {
    this.partials.push({ name: originalOf(node.name), line: node.loc.start.line });
  }

  override PartialBlockStatement(node: hbs.AST.PartialBlockStatement): void {
    this.partials.push({ name: originalOf(node.name), line: node.loc.start.line });
    super.PartialBlockStatement(node);
  }
}

const readText = remembered((text): Calls => {
  const { program, finding } = parseTemplate(text, '');
  const walk = new Walk();
  if (program) walk.accept(program);
  return { calls: walk.calls, partials: walk.partials, finding };
});

/** The calls of a text; the finding, where there is one, is of this file. */
export function callsIn(text: string, file = ''): Calls {
  const read = readText(text);
  return read.finding ? { ...read, finding: { ...read.finding, file } } : read;
}
