import { fail, near } from '../errors.ts';
import { type Fact, inLanguage } from '../types.ts';
import { cellHtml } from './cell-html.ts';
import { type Context, settle } from './context.ts';
import { coverageNote } from './coverage-note.ts';
import { sourceLine } from './figure-element.ts';
import { NoteSigns } from './note-signs.ts';
import type { TableBuilder, TableModel } from './table.ts';
import { escapeHtml } from './typography.ts';

/** The facts whose numbers a table prints. */
function factsIn({ rows }: TableModel, { facts, edition }: Context): Fact[] {
  const cells = rows.flatMap((row) => ('group' in row ? [] : [row.head, ...row.cells]));
  return cells.flatMap((cell) => (cell && 'fact' in cell ? (facts.find(settle(cell.fact, edition)) ?? []) : []));
}

/** A unit in a head: after a space in English, in brackets and in words in Chinese. */
const headUnit = (unit: string, { language, strings }: Context): string =>
  language === 'zh'
    ? `<span class="unit">（${strings.get(`unit.${unit}`)}）</span>`
    : ` <span class="unit">${unit}</span>`;

const classed = (...names: readonly (string | false | undefined)[]): string => {
  const classes = names.filter(Boolean).join(' ');
  return classes && ` class="${classes}"`;
};

/** A table with its number, title, head, rows, notes to its signs, and source line; `say` gives a string of strings.ts, filled. Errors: unknown-table, table-twice (exit 1). */
export function renderTable(
  id: string,
  builders: Readonly<Record<string, TableBuilder>>,
  context: Context,
  say: (key: string) => string,
): string {
  const build = builders[id];
  if (!build) fail('unknown-table', `There is no table ${id}.`, near(id, Object.keys(builders)));
  const model = build(context);
  const { strings, language } = context;
  if (!model) return `<p class="note">${say(`table.${id}`)}: ${strings.get('table-empty')}</p>`;
  if (context.cited.tables.has(id)) {
    fail('table-twice', `Table ${id} is set twice.`, 'Set it once, and refer to it with {{ref}}.');
  }
  context.cited.tables.add(id);
  for (const source of model.sources) context.cited.sources.add(source);
  const { columns, notes: onAll = [] } = model;
  const signs = new NoteSigns(onAll, context);
  const heads = columns.map(({ key, unit, numeric, label }) => {
    const shown = label ?? say(`column.${key}`);
    return `<th scope="col"${classed(numeric && 'num')}>${shown}${unit ? headUnit(unit, context) : ''}</th>`;
  });
  const rows = model.rows.map((row) => {
    if ('group' in row)
      return `<tr class="group"><th scope="rowgroup" colspan="${columns.length}">${escapeHtml(inLanguage(row.group, language))}${signs.html(row.mark ? [row.mark] : [])}</th></tr>`;
    const head = cellHtml(row.head, context, signs, say);
    const cells = row.cells.map((cell, i) => {
      const { html, numeric, className } = cellHtml(cell, context, signs, say);
      return `<td${classed((numeric || columns[i + 1]?.numeric) && 'num', className)}>${html}</td>`;
    });
    return `<tr${row.anchor ? ` id="${row.anchor}"` : ''}><th scope="row"${classed(head.numeric && 'num')}>${head.html}</th>${cells.join('')}</tr>`;
  });
  const fewer = model.coverage ? coverageNote(factsIn(model, context), context) : '';
  const notes = [fewer, ...onAll.map((key) => say(`note.${key}`)), ...signs.lines(say)].filter(Boolean);
  return [
    `<table${classed('data', model.className)} id="tab-${id}">`,
    `<caption><span class="no" data-number="tab-${id}"></span> <span class="text">${say(`table.${id}`)}</span></caption>`,
    `<thead><tr>${heads.join('')}</tr></thead>`,
    `<tbody>${rows.join('\n')}</tbody>`,
    `</table>`,
    notes.length ? `<p class="note">${notes.join(language === 'zh' ? '' : ' ')}</p>` : '',
    model.sources.length ? `<p class="source">${sourceLine(model.sources, context)}</p>` : '',
  ].join('\n');
}
