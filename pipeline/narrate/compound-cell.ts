import { type Bilingual, inLanguage } from '../types.ts';
import type { Context } from './context.ts';
import { factNumber, signedNumber } from './number-helpers.ts';
import { policyLink } from './reference-helpers.ts';
import { escapeHtml } from './typography.ts';

/** A name with its number, as in a list of cities with their changes; `signed` for changes. */
export type CellItem = Readonly<{
  name: string | Bilingual;
  fact: string;
  form?: 'number' | 'signed';
  decimals?: number;
}>;

/** A line of a cell that holds several things: names with numbers, counts in small type, titles of records, or words (a key of strings). */
export type CellLine =
  | Readonly<{ items: readonly CellItem[] }>
  | Readonly<{ counts: readonly (readonly CellItem[])[] }>
  | Readonly<{ policies: readonly string[] }>
  | Readonly<{ words: string }>;

/** A cell of several lines. Its numbers are facts as everywhere. */
export type CompoundCell = Readonly<{ lines: readonly CellLine[] }>;

function itemHtml({ name, fact: id, form, decimals }: CellItem, context: Context): string {
  const fact = context.facts.get(id);
  context.cited.facts.add(fact.id);
  const number = form === 'signed' ? signedNumber(fact, context, decimals) : factNumber(fact, context, decimals);
  return `<span class="item">${escapeHtml(inLanguage(name, context.language))} ${number}</span>`;
}

const itemsHtml = (items: readonly CellItem[], context: Context): string =>
  items.map((item) => itemHtml(item, context)).join(context.strings.get('list.comma'));

function lineHtml(line: CellLine, context: Context): string {
  const between = context.strings.get('list.semicolon');
  if ('words' in line) return escapeHtml(context.strings.get(line.words));
  if ('items' in line) return itemsHtml(line.items, context);
  if ('policies' in line) return line.policies.map((id) => policyLink(id, context)).join(between);
  const groups = line.counts.map((items) => itemsHtml(items, context)).filter(Boolean);
  return `<span class="below">${groups.join(between)}</span>`;
}

/** The lines one under the other. Errors: unknown-fact, unknown-string, unknown-policy (exit 1). */
export function compoundHtml({ lines }: CompoundCell, context: Context): string {
  return lines.map((line) => `<span class="line">${lineHtml(line, context)}</span>`).join('\n');
}
