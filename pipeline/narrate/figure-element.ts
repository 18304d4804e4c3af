import { fail, near } from '../errors.ts';
import type { Context } from './context.ts';
import { escapeHtml } from './typography.ts';

/** The source of the borders, by which a map is known. */
const BORDERS = 'echarts-map';

/** The size class of a drawing by its natural width in px: the measure holds 466, half a page 310. */
function sizeOf(svg: string): string {
  const width = Number(/^<svg[^>]*?\swidth="([\d.]+)"/.exec(svg)?.[1] ?? 0);
  return width > 480 ? 'wide' : width > 0 && width < 320 ? 'half' : '';
}

/**
 * A figure with its number, title, drawing, note and source line. Titles and notes of an edition's own figures are small templates, which `render`
 * fills. Errors: unknown-figure, figure-twice (exit 1).
 */
export function figureElement(
  id: string,
  size: string,
  context: Context,
  render: (text: string) => string = (text) => text,
): string {
  const figure = context.figures.get(id);
  if (!figure) {
    fail(
      'unknown-figure',
      `There is no figure ${id} in this edition.`,
      `${near(id, context.figures.keys())} Put {{#drawn "${id}"}} around it if it cannot be drawn for every year.`,
    );
  }
  if (context.cited.figures.has(id)) {
    fail('figure-twice', `Figure ${id} is set twice.`, 'Set it once, and refer to it with {{ref}}.');
  }
  context.cited.figures.add(id);
  for (const fact of figure.facts) context.cited.facts.add(fact);
  for (const source of figure.sources) context.cited.sources.add(source);
  const { language } = context;
  const svg = figure.svg[language] ?? '';
  // One that stands out is wide too, on a ground of its own.
  const className = ['plate', size === 'pull' ? 'wide pull' : size || sizeOf(svg)].filter(Boolean).join(' ');
  const words = (text: string): string => (text.includes('{{') ? render(text) : escapeHtml(text));
  const note = figure.note[language] ? `<p class="note">${words(figure.note[language])}</p>` : '';
  const approval = figure.sources.includes(BORDERS) && context.edition.mapApproval;
  return [
    `<figure class="${className}" id="fig-${id}">`,
    `<figcaption><span class="no" data-number="fig-${id}"></span> <span class="text">${words(figure.title[language])}</span></figcaption>`,
    svg,
    note,
    approval
      ? `<p class="note">${escapeHtml(context.strings.get('document.map-approval'))} ${escapeHtml(approval)}</p>`
      : '',
    `<p class="source">${sourceLine(figure.sources, context)}</p>`,
    `</figure>`,
  ].join('\n');
}

/** Publishers that are known only by the host of a page: they are counted here, and listed with their addresses in the annex. */
const isHost = (publisher: string): boolean => /^[\w-]+(\.[\w-]+)+$/.test(publisher) || /^[\d.]+$/.test(publisher);

/** "Source: …": institutions by name, pages by their number; the annex of sources lists all. */
export function sourceLine(ids: readonly string[], context: Context): string {
  const { data, language, strings } = context;
  const byId = new Map(data.sources.map((source) => [source.id, source]));
  const publishers = [...new Set(ids)].map(
    (id) => byId.get(id)?.publisher[language] || byId.get(id)?.title[language] || id,
  );
  const pages = publishers.filter(isHost).length;
  const named = [...new Set(publishers.filter((publisher) => !isHost(publisher)))];
  const shown = named.slice(0, 4).map(escapeHtml);
  const counted =
    pages === 0 ? [] : [strings.get(pages === 1 ? 'source.page' : 'source.pages').replace('{}', String(pages))];
  const rest = named.length > shown.length ? strings.get('source.others') : '';
  return `${strings.get('source.label')}${[...shown, ...counted].join(language === 'zh' ? '；' : '; ')}${rest}`;
}
