import { ChinaAirError, nearest } from '../errors.ts';
import type { Context } from './context.ts';
import { escapeHtml } from './typography.ts';

/** A figure with its number, title, drawing, note and source line. Errors: unknown-figure, figure-twice (exit 1). */
export function figureElement(id: string, size: string, context: Context): string {
  const figure = context.figures.get(id);
  if (!figure) {
    throw new ChinaAirError({
      code: 'unknown-figure',
      exit: 1,
      message: `There is no figure ${id} in this edition.`,
      remedy: `Nearest: ${nearest(id, context.figures.keys()).join(', ')}. Put {{#drawn "${id}"}} around it if it cannot be drawn for every year.`,
    });
  }
  if (context.cited.figures.has(id)) {
    throw new ChinaAirError({
      code: 'figure-twice',
      exit: 1,
      message: `Figure ${id} is set twice.`,
      remedy: 'Set it once, and refer to it with {{ref}}.',
    });
  }
  context.cited.figures.add(id);
  for (const fact of figure.facts) context.cited.facts.add(fact);
  for (const source of figure.sources) context.cited.sources.add(source);
  const { language } = context;
  const note = figure.note[language] ? `<p class="note">${escapeHtml(figure.note[language])}</p>` : '';
  const approval = id.startsWith('map-') && context.edition.mapApproval;
  return [
    `<figure class="plate${size ? ` ${size}` : ''}" id="fig-${id}">`,
    `<figcaption><span class="no" data-number="fig-${id}"></span> <span class="text">${escapeHtml(figure.title[language])}</span></figcaption>`,
    figure.svg[language] ?? '',
    note,
    approval
      ? `<p class="note">${escapeHtml(context.strings.get('document.map-approval'))} ${escapeHtml(approval)}</p>`
      : '',
    `<p class="source">${sourceLine(figure.sources, context)}</p>`,
    `</figure>`,
  ].join('\n');
}

/** "Source: …", each named source once, by its publisher. */
export function sourceLine(ids: readonly string[], context: Context): string {
  const { data, language, strings } = context;
  const byId = new Map(data.sources.map((source) => [source.id, source]));
  const named = [...new Set(ids.map((id) => byId.get(id)?.publisher || byId.get(id)?.title || id))];
  const shown = named.slice(0, 4);
  const rest = named.length > shown.length ? strings.get('source.others') : '';
  return `${strings.get('source.label')}${shown.map(escapeHtml).join(language === 'zh' ? '；' : '; ')}${rest}`;
}
