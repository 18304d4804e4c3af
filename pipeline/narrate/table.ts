import { ChinaAirError, nearest } from '../errors.ts';
import type { Bilingual, Fact, Language } from '../types.ts';
import { type CompoundCell, compoundHtml } from './compound-cell.ts';
import { type Context, settle } from './context.ts';
import { coverageNote } from './coverage-note.ts';
import { sourceLine } from './figure-element.ts';
import { dataElement, factNumber, partNumber, tableNumber } from './number-helpers.ts';
import { policyLink } from './reference-helpers.ts';
import { escapeHtml } from './typography.ts';

/**
 * A cell: a number by its fact, words, or nothing. `signed` for changes, `n` and `of` for what the fact is made of; `mark` is a
 * key of note.<key>, or several: its sign is printed after the number and explained under the table, as are the notes of the fact,
 * which a `bare` number leaves to the table's own notes. `policy` is the title of a record, linked to its row in the annex; `below` stands
 * small under words; `absent` is a key of reason.<key> for a fact that is not there; `range` names the facts of the two ends of an
 * interval, set in brackets after the number when both are there; `nought` is a key of a string that is printed in place of 0.
 * `key` is a string that may be a small template. `place` is the id of a rank, printed with the best and the worst place the city could have: 3 (1–6); `tied` says that other
 * cities share it.
 */
export type TableCell =
  | Readonly<{
      fact: string;
      form?: 'number' | 'signed' | 'n' | 'of';
      decimals?: number;
      mark?: string | readonly string[];
      bare?: boolean;
      absent?: string;
      range?: readonly [string, string];
      nought?: string;
    }>
  | Readonly<{ place: string; tied?: boolean }>
  | Readonly<{ policy: string }>
  | Readonly<{ text: string | Bilingual; className?: string; below?: string; mark?: string }>
  | Readonly<{ key: string }>
  | CompoundCell
  | null;

export type TableColumn = Readonly<{
  /** Key of column.<key>. */
  key: string;
  /** Printed under the head, in brackets: a unit. */
  unit?: string;
  numeric?: boolean;
  /** Head as given, when it is data itself (a year). */
  label?: string;
}>;

export type TableModel = Readonly<{
  columns: readonly TableColumn[];
  /** The first cell of each row is its head. `group` rows span the table. */
  rows: readonly (
    | Readonly<{ head: TableCell; cells: readonly TableCell[]; anchor?: string }>
    | Readonly<{ group: string | Bilingual; mark?: string }>
  )[];
  sources: readonly string[];
  /** Keys of note.<key>, set under the table. */
  notes?: readonly string[];
  className?: string;
  /** Whether means over fewer cities than their set has are named under the table, with how many. */
  coverage?: boolean;
}>;

/** Builds a table's model; null when the data hold nothing for it. Its title is the string table.<id>. */
export type TableBuilder = (context: Context) => TableModel | null;

/** The sign of a mark: its own (mark.<key>), else a letter in the order in which the table's marks appear. */
function signOf(key: string, marks: ReadonlySet<string>, { strings }: Context): string {
  if (strings.has(`mark.${key}`)) return strings.get(`mark.${key}`);
  const lettered = [...marks].filter((other) => !strings.has(`mark.${other}`));
  return 'abcdefghij'.charAt(lettered.indexOf(key));
}

/** The signs of marks, which are explained under the table. */
function markHtml(keys: readonly string[], marks: Set<string>, context: Context): string {
  for (const key of keys) marks.add(key);
  const signs = keys.map((key) => signOf(key, marks, context)).join('');
  return signs === '' ? '' : `<sup class="mark">${signs}</sup>`;
}

const inLanguage = (text: string | Bilingual, language: Language) => (typeof text === 'string' ? text : text[language]);

/** A rank, whether it is shared, and the places it could be: 3 (1–6). A dash where the city has no rank. */
function placeHtml({ place, tied }: Readonly<{ place: string; tied?: boolean }>, context: Context): string {
  const { edition, facts, strings, cited } = context;
  const id = settle(place, edition);
  const [rank, low, high] = ['rank', 'rank-low', 'rank-high'].map((name) =>
    facts.find(id.replace('.rank.', `.${name}.`)),
  );
  if (!rank) return `<span class="missing" title="${escapeHtml(strings.get('reason.no-figure'))}">–</span>`;
  cited.facts.add(rank.id);
  const number = factNumber(rank, context);
  const shown = tied ? strings.get('place.tied').replace('{}', number) : number;
  if (!low || !high || low.value === null || high.value === null) return shown;
  for (const end of [low, high]) cited.facts.add(end.id);
  return strings
    .get('place.range')
    .replace('{place}', shown)
    .replace('{low}', factNumber(low, context))
    .replace('{high}', factNumber(high, context));
}

function cellHtml(
  cell: TableCell,
  context: Context,
  marks: Set<string>,
  say: (key: string) => string,
): Readonly<{ html: string; numeric: boolean; className: string }> {
  if (cell === null) return { html: '', numeric: false, className: '' };
  if ('text' in cell)
    return {
      html:
        escapeHtml(inLanguage(cell.text, context.language)) +
        (cell.mark ? markHtml([cell.mark], marks, context) : '') +
        (cell.below ? ` <span class="below">${escapeHtml(cell.below)}</span>` : ''),
      numeric: false,
      className: cell.className ?? '',
    };
  if ('key' in cell) return { html: say(cell.key), numeric: false, className: '' };
  if ('place' in cell) return { html: placeHtml(cell, context), numeric: true, className: '' };
  if ('lines' in cell) return { html: compoundHtml(cell, context), numeric: false, className: '' };
  if ('policy' in cell) return { html: policyLink(cell.policy, context), numeric: false, className: '' };
  const fact = context.facts.find(settle(cell.fact, context.edition));
  if (!fact)
    return {
      html: `<span class="missing" title="${escapeHtml(context.strings.get(`reason.${cell.absent ?? 'no-figure'}`))}">–</span>`,
      numeric: true,
      className: '',
    };
  context.cited.facts.add(fact.id);
  if (cell.form === 'n' || cell.form === 'of')
    return { html: partNumber(fact, cell.form, context), numeric: true, className: '' };
  if (cell.nought && fact.value === 0)
    return { html: dataElement(fact, context.strings.get(cell.nought)), numeric: true, className: '' };
  const number = tableNumber(fact, context, cell.form ?? 'number', cell.decimals);
  const keys = [...(cell.bare ? [] : fact.notes), ...[cell.mark ?? []].flat()];
  const signs = markHtml(keys, marks, context);
  const sup = fact.value === null ? '' : signs;
  return { html: number + interval(cell.range ?? [], context) + sup, numeric: true, className: '' };
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

/** The facts whose numbers a table prints. */
function factsIn({ rows }: TableModel, { facts, edition }: Context): Fact[] {
  const cells = rows.flatMap((row) => ('group' in row ? [] : [row.head, ...row.cells]));
  return cells.flatMap((cell) => {
    const fact = cell && 'fact' in cell ? facts.find(settle(cell.fact, edition)) : undefined;
    return fact ? [fact] : [];
  });
}

/** A unit in a head: after a space in English, in brackets and in words in Chinese. */
const headUnit = (unit: string, { language, strings }: Context): string =>
  language === 'zh'
    ? `<span class="unit">（${strings.get(`unit.${unit}`)}）</span>`
    : ` <span class="unit">${unit}</span>`;

/** A table with its number, title, head, rows, notes to its marks, and source line; `say` gives a string of strings.ts, filled. Errors: unknown-table, table-twice (exit 1). */
export function renderTable(
  id: string,
  builders: Readonly<Record<string, TableBuilder>>,
  context: Context,
  say: (key: string) => string,
): string {
  const build = builders[id];
  if (!build)
    throw new ChinaAirError({
      code: 'unknown-table',
      exit: 1,
      message: `There is no table ${id}.`,
      remedy: `Nearest: ${nearest(id, Object.keys(builders)).join(', ')}.`,
    });
  const model = build(context);
  const { strings } = context;
  if (!model) return `<p class="note">${say(`table.${id}`)}: ${strings.get('table-empty')}</p>`;
  if (context.cited.tables.has(id)) {
    throw new ChinaAirError({
      code: 'table-twice',
      exit: 1,
      message: `Table ${id} is set twice.`,
      remedy: 'Set it once, and refer to it with {{ref}}.',
    });
  }
  context.cited.tables.add(id);
  for (const source of model.sources) context.cited.sources.add(source);
  const marks = new Set<string>();
  const heads = model.columns.map(({ key, unit, numeric, label }) => {
    const shown = label ?? say(`column.${key}`);
    return `<th scope="col"${numeric ? ' class="num"' : ''}>${shown}${unit ? headUnit(unit, context) : ''}</th>`;
  });
  const rows = model.rows.map((row) => {
    if ('group' in row)
      return `<tr class="group"><th scope="rowgroup" colspan="${model.columns.length}">${escapeHtml(inLanguage(row.group, context.language))}${row.mark ? markHtml([row.mark], marks, context) : ''}</th></tr>`;
    const head = cellHtml(row.head, context, marks, say);
    const cells = row.cells.map((cell, i) => {
      const { html, numeric, className } = cellHtml(cell, context, marks, say);
      const classes = [numeric || model.columns[i + 1]?.numeric ? 'num' : '', className].filter(Boolean).join(' ');
      return `<td${classes ? ` class="${classes}"` : ''}>${html}</td>`;
    });
    return `<tr${row.anchor ? ` id="${row.anchor}"` : ''}><th scope="row"${head.numeric ? ' class="num"' : ''}>${head.html}</th>${cells.join('')}</tr>`;
  });
  const fewer = model.coverage ? coverageNote(factsIn(model, context), context) : '';
  const notes = [
    ...(fewer ? [fewer] : []),
    ...(model.notes ?? []).map((key) => say(`note.${key}`)),
    ...[...marks].map((key) => `<sup>${signOf(key, marks, context)}</sup> ${say(`note.${key}`)}`),
  ];
  return [
    `<table class="data${model.className ? ` ${model.className}` : ''}" id="tab-${id}">`,
    `<caption><span class="no" data-number="tab-${id}"></span> <span class="text">${say(`table.${id}`)}</span></caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    `</table>`,
    notes.length ? `<p class="note">${notes.join(context.language === 'zh' ? '' : ' ')}</p>` : '',
    model.sources.length ? `<p class="source">${sourceLine(model.sources, context)}</p>` : '',
  ].join('\n');
}
