import { type Fact, inLanguage } from '../types.ts';
import { compoundHtml } from './compound-cell.ts';
import { type Context, settle } from './context.ts';
import type { NoteSigns } from './note-signs.ts';
import { dataElement, factNumber, missingElement, partNumber, tableNumber } from './number-helpers.ts';
import { policyLink } from './reference-helpers.ts';
import type { TableCell } from './table.ts';
import { escapeHtml } from './typography.ts';

/** The inside of a cell; `numeric` ones are set as numbers are. */
export type CellHtml = Readonly<{ html: string; numeric: boolean; className: string }>;
const words = (html: string, className = ''): CellHtml => ({ html, numeric: false, className });
const number = (html: string): CellHtml => ({ html, numeric: true, className: '' });

type NumberCell = Extract<TableCell, { fact: string }>;
type WordsCell = Extract<TableCell, { text: unknown }>;
type PlaceCell = Extract<TableCell, { place: string }>;

/** A rank, whether it is shared, and the places it could be: 3 (1–6). A dash where the city has no rank. */
function placeHtml({ place, tied }: PlaceCell, context: Context): string {
  const { edition, facts, strings, cited } = context;
  const id = settle(place, edition);
  const [rank, low, high] = ['rank', 'rank-low', 'rank-high'].map((name) =>
    facts.find(id.replace('.rank.', `.${name}.`)),
  );
  if (!rank) return missingElement('no-figure', context);
  cited.facts.add(rank.id);
  const alone = factNumber(rank, context);
  const shown = tied ? strings.get('place.tied').replace('{}', alone) : alone;
  if (!low || !high || low.value === null || high.value === null) return shown;
  for (const end of [low, high]) cited.facts.add(end.id);
  return strings
    .get('place.range')
    .replace('{place}', shown)
    .replace('{low}', factNumber(low, context))
    .replace('{high}', factNumber(high, context));
}

function wordsHtml({ text, mark, below }: WordsCell, context: Context, signs: NoteSigns): string {
  const small = below ? ` <span class="below">${escapeHtml(below)}</span>` : '';
  return escapeHtml(inLanguage(text, context.language)) + signs.html(mark ? [mark] : []) + small;
}

/** " (1.5–3.0)", or nothing where an end is missing; with a sign in an end the two are set apart by words. */
function interval(ids: readonly string[], context: Context): string {
  const ends = ids.flatMap((id) => context.facts.find(settle(id, context.edition)) ?? []);
  if (ends.length < 2 || ends.some(({ value }) => value === null)) return '';
  for (const { id } of ends) context.cited.facts.add(id);
  const between = ends.some(({ value }) => (value ?? 0) < 0) ? 'list.to' : 'list.range';
  return context.strings
    .get('list.bracketed')
    .replace('{}', ends.map((end) => factNumber(end, context)).join(context.strings.get(between)));
}

function numberHtml(cell: NumberCell, fact: Fact, context: Context, signs: NoteSigns): string {
  context.cited.facts.add(fact.id);
  if (cell.form === 'n' || cell.form === 'of') return partNumber(fact, cell.form, context);
  if (cell.nought && fact.value === 0) return dataElement(fact, context.strings.get(cell.nought));
  const alone = tableNumber(fact, context, cell.form ?? 'number', cell.decimals);
  if (fact.value === null) return alone;
  const keys = [...(cell.bare ? [] : fact.notes), ...[cell.mark ?? []].flat()];
  return alone + interval(cell.range ?? [], context) + signs.html(keys);
}

/** A cell, with the signs of the notes it calls for; `say` gives a string, filled. */
export function cellHtml(cell: TableCell, context: Context, signs: NoteSigns, say: (key: string) => string): CellHtml {
  if (cell === null) return words('');
  if ('text' in cell) return words(wordsHtml(cell, context, signs), cell.className);
  if ('key' in cell) return words(say(cell.key));
  if ('place' in cell) return number(placeHtml(cell, context));
  if ('lines' in cell) return words(compoundHtml(cell, context));
  if ('policy' in cell) return words(policyLink(cell.policy, context));
  const fact = context.facts.find(settle(cell.fact, context.edition));
  return number(fact ? numberHtml(cell, fact, context, signs) : missingElement(cell.absent ?? 'no-figure', context));
}
