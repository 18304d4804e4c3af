/**
 * What runs inside the page. Each function is sent to the browser as text, so it may use nothing but its arguments and the
 * document: no imports, no helpers outside itself.
 */

/** What the document says about itself, to be compared with the PDF. */
export type Contents = Readonly<{
  language: string;
  parts: readonly Readonly<{ id: string; head: string }>[];
  /** Headings of levels 1 to 3: the whole text, and without its number. */
  headings: readonly Readonly<{ level: number; text: string; words: string; anchor: string | null }>[];
  /** Lines of contents and lists: the anchor, and the text it stands at. */
  entries: readonly Readonly<{ id: string; text: string }>[];
  /** Links within the document, by anchor: the text of the first. */
  links: readonly Readonly<{ id: string; text: string }>[];
  figures: readonly Readonly<{ id: string; alt: string }>[];
  brokenLinks: readonly string[];
  repeatedIds: readonly string[];
  /** Letters and digits shown, white space left out. */
  letters: number;
}>;

export function readContents(): Contents {
  const all = <T extends Element>(selector: string): T[] => [...document.querySelectorAll<T>(selector)];
  const text = (element: Element | null | undefined): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const target = (link: HTMLAnchorElement): string => decodeURIComponent((link.getAttribute('href') ?? '').slice(1));
  const headingOf = (element: Element | null): Element | null | undefined =>
    element?.matches('h1, h2, h3, h4') ? element : element?.querySelector('h1, h2, h3, figcaption, caption');
  // Numbers hang in the side column and are painted after the words they stand before.
  const words = (element: Element | null | undefined): string =>
    text(element?.querySelector(':scope > .text') ?? element);
  const anchorOf = (heading: Element): string | null =>
    heading.id || (heading.tagName === 'H1' && heading.parentElement?.id) || null;

  const ids = all('[id]').map((element) => element.id);
  const internal = all<HTMLAnchorElement>('a[href^="#"]');
  const links = new Map<string, string>();
  for (const link of internal) if (!links.has(target(link))) links.set(target(link), text(link));
  return {
    language: document.documentElement.lang,
    parts: all<HTMLElement>('section.chapter[id], section.annex[id]').map((part) => ({
      id: part.id,
      head: part.dataset.head ?? text(part.querySelector('h1')),
    })),
    headings: all('h1, h2, h3')
      .filter((heading) => text(heading) !== '')
      .map((heading) => ({
        level: Number(heading.tagName[1]),
        text: text(heading),
        words: words(heading),
        anchor: anchorOf(heading),
      })),
    entries: all('.toc li').flatMap((line) => {
      const link = line.querySelector<HTMLAnchorElement>('a[href^="#"]');
      if (link === null) return [];
      return [{ id: target(link), text: words(headingOf(document.getElementById(target(link)))) }];
    }),
    links: [...links].map(([id, label]) => ({ id, text: label })),
    figures: all('svg[role=img], img').map((figure) => ({
      id: figure.closest('[id]')?.id ?? '',
      alt: figure.getAttribute('aria-label') ?? figure.getAttribute('alt') ?? '',
    })),
    brokenLinks: [...links.keys()].filter((id) => document.getElementById(id) === null),
    repeatedIds: [...new Set(ids.filter((id, i) => ids.indexOf(id) !== i))],
    letters: document.body.innerText.replace(/\s/g, '').length,
  };
}

/**
 * Moves the notes and the source line under a long table into its last body, with the last three rows. "Do not break before"
 * is not obeyed after a table that fills its page; "do not break inside" is.
 */
export function keepSources(longest: number, within: ParentNode = document): void {
  for (const table of within.querySelectorAll<HTMLTableElement>('table.data')) {
    const body = table.tBodies[table.tBodies.length - 1];
    const under: Element[] = [];
    for (let next = table.nextElementSibling; next?.matches('.note, .source'); next = next.nextElementSibling)
      under.push(next);
    if (under.length === 0 || body === undefined || body.rows.length < longest) continue;
    const columns = [...(body.rows[0]?.cells ?? [])].reduce((sum, cell) => sum + cell.colSpan, 0);
    const tail = document.createElement('tbody');
    tail.className = 'tail';
    tail.append(...[...body.rows].slice(-3));
    const row = tail.insertRow();
    row.className = 'source-row';
    const cell = row.insertCell();
    cell.colSpan = columns;
    cell.append(...under);
    table.append(tail);
  }
}

/**
 * Headings of boxes, which no list names, link to themselves: the print tells their places by it, and so their bookmarks lead to them (see
 * structure.ts).
 */
export function linkHeadings(): void {
  const nameless = [...document.querySelectorAll<HTMLElement>('h2, h3')].filter(({ id }) => id === '');
  for (const [i, heading] of nameless.entries()) {
    heading.id = `heading-${i + 1}`;
    const link = document.createElement('a');
    link.href = `#${heading.id}`;
    link.append(...heading.childNodes);
    heading.append(link);
  }
}

/** Keeps the two years of a span (2014–2017, 2017–18, 2014—2017年) on one line: a dash is a place to break. */
export function keepSpans(within: ParentNode = document): void {
  const span = /(?:19|20)\d\d[–—]\d{2,4}年?/g;
  for (const element of within.querySelectorAll('h1, h2, h3, p, li, figcaption, caption')) {
    const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const found: Text[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode())
      if (node.nodeValue?.search(span) !== -1 && !node.parentElement?.closest('.span, svg')) found.push(node as Text);
    for (const text of found) {
      const pieces = text.data.split(span);
      const years = text.data.match(span) ?? [];
      const kept = pieces.flatMap((piece, i) => {
        const wrapped = document.createElement('span');
        wrapped.className = 'span';
        wrapped.textContent = years[i] ?? '';
        return i < years.length ? [piece, wrapped] : [piece];
      });
      text.replaceWith(...kept);
    }
  }
}

/** Only what a link points to becomes a destination: a page number whose anchor nothing links to is made a link itself. */
export function linkPageNumbers(): void {
  for (const span of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    const id = span.dataset.pageOf ?? '';
    const isLinked = document.querySelector(`a[href="#${CSS.escape(id)}"], a[href="#${id}"]`) !== null;
    span.textContent = '';
    if (isLinked || document.getElementById(id) === null) span.append('00');
    else {
      const link = document.createElement('a');
      link.href = `#${id}`;
      link.textContent = '00';
      span.append(link);
    }
  }
}

/** Writes the page numbers, the page rules, and (where front matter ends on a right-hand page) the page that fills its back. */
export function fill(labels: Record<string, string>, css: string, backTitle: string | null): void {
  for (const span of document.querySelectorAll<HTMLElement>('[data-page-of]')) {
    (span.querySelector('a') ?? span).textContent = labels[span.dataset.pageOf ?? ''] ?? '–';
  }
  let style = document.getElementById('page-rules');
  if (style === null) {
    style = document.createElement('style');
    style.id = 'page-rules';
    document.head.append(style);
  }
  style.textContent = css;
  document.querySelector('.second-title')?.remove();
  if (backTitle === null) return;
  const page = document.createElement('section');
  page.className = 'front second-title';
  page.append(Object.assign(document.createElement('p'), { textContent: backTitle }));
  document.querySelector('.chapter, .annex')?.before(page);
}

/** Fonts used only in margin boxes are not loaded with the text. */
export async function loadFonts(fonts: readonly string[], text: string): Promise<number> {
  document.body.getBoundingClientRect();
  await Promise.all(fonts.map((font) => document.fonts.load(font, text)));
  await document.fonts.ready;
  const failed = [...document.fonts].filter(({ status }) => status === 'error');
  return failed.length;
}
