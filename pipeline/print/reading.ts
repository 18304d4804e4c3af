import { getDocumentProxy } from 'unpdf';
import { destinations, type OpenPdf } from './page-map.ts';

/** A run of text as it stands on the page, in points from the lower left. */
export type Run = Readonly<{ text: string; x: number; y: number; width: number }>;

type ReadPage = Readonly<{
  label: string;
  width: number;
  height: number;
  /** What is read out, and what is not: running heads, folios. */
  body: readonly Run[];
  furniture: readonly Run[];
  /** Tag of the last thing on the page in reading order; null: nothing is tagged. */
  last: string | null;
  /** Alternative texts of the figures; null: a figure without one. */
  figures: readonly (string | null)[];
}>;

/** A PDF as a reader sees it: the final file, read back with another library than the one that wrote it. */
export type Reading = Readonly<{
  language: string;
  title: string;
  pages: readonly ReadPage[];
  /** `index` is the page it leads to, from 0. */
  bookmarks: readonly Readonly<{ level: number; title: string; index: number | null }>[];
  indexOf: ReadonlyMap<string, number>;
}>;

type Tag = Readonly<{ role?: string; type?: string; id?: string; alt?: string; children?: readonly Tag[] }>;
type Bookmark = Readonly<{ title: string; dest: unknown; items: readonly Bookmark[] }>;
type Item = Readonly<{
  type?: string;
  tag?: string;
  id?: string | null;
  str?: string;
  transform?: readonly number[];
  width?: number;
}>;

/** Tags that group or decorate; what is inside them counts as part of what is around them. */
const TRANSPARENT = new Set(['NonStruct', 'Span', 'Link', 'Reference', undefined]);

/** `inked` are the ids of content that shows text: a fragment of the next page's first line may reach in, and is empty. */
function readTags(root: Tag | null, inked: ReadonlySet<string>): Pick<ReadPage, 'last' | 'figures'> {
  let last: string | null = null;
  const figures: (string | null)[] = [];
  const walk = (tag: Tag, around: string | null): void => {
    if (tag.type === 'content' && (around === 'Figure' || inked.has(tag.id ?? ''))) last = around;
    if (tag.role === 'Figure') figures.push(tag.alt || null);
    const role = TRANSPARENT.has(tag.role) ? around : (tag.role ?? null);
    for (const child of tag.children ?? []) walk(child, role);
  };
  if (root !== null) walk(root, null);
  return { last, figures };
}

function readRuns(items: readonly Item[]): Pick<ReadPage, 'body' | 'furniture'> & { inked: Set<string> } {
  const body: Run[] = [];
  const furniture: Run[] = [];
  const inked = new Set<string>();
  const open: Item[] = [];
  for (const item of items) {
    const { type, str, transform, width = 0 } = item;
    if (type?.startsWith('begin')) open.push(item);
    else if (type === 'endMarkedContent') open.pop();
    if (!str?.trim() || transform === undefined) continue;
    const run = { text: str, x: transform[4] ?? 0, y: transform[5] ?? 0, width };
    (open.some(({ tag }) => tag === 'Artifact') ? furniture : body).push(run);
    inked.add(open.at(-1)?.id ?? '');
  }
  return { body, furniture, inked };
}

async function readBookmarks(
  pdf: OpenPdf,
  items: readonly Bookmark[],
  level = 1,
): Promise<Reading['bookmarks'][number][]> {
  const found = [];
  for (const { title, dest, items: inner } of items) {
    const target = (typeof dest === 'string' ? await pdf.getDestination(dest) : dest) as readonly unknown[] | null;
    const index = target?.[0] ? await pdf.getPageIndex(target[0] as { num: number; gen: number }) : null;
    found.push({ level, title, index }, ...(await readBookmarks(pdf, inner, level + 1)));
  }
  return found;
}

/**
 * Text of runs for comparison: fonts come in slices, so that a run may end inside a word; white space means nothing, and
 * the micro sign reads back as the Greek letter that shares its glyph.
 */
export const textOf = (runs: readonly Run[]): string =>
  runs
    .map(({ text }) => text)
    .join('')
    .replaceAll(/\s/g, '')
    .replaceAll('\u03bc', '\u00b5');

/** Reads a whole PDF. About 30 ms a page. */
export async function readPdf(bytes: Uint8Array): Promise<Reading> {
  const pdf = await getDocumentProxy(bytes.slice());
  try {
    const labels = await pdf.getPageLabels();
    const pages: ReadPage[] = [];
    for (let i = 0; i < pdf.numPages; i++) {
      const page = await pdf.getPage(i + 1);
      const [, , width = 0, height = 0] = page.view;
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const { inked, ...runs } = readRuns(items as Item[]);
      const tags = readTags((await page.getStructTree()) as Tag | null, inked);
      pages.push({ label: labels?.[i] ?? '', width, height, ...runs, ...tags });
    }
    const { info } = (await pdf.getMetadata()) as { info: { Language?: string; Title?: string } };
    return {
      language: info.Language ?? '',
      title: info.Title ?? '',
      pages,
      bookmarks: await readBookmarks(pdf, ((await pdf.getOutline()) ?? []) as Bookmark[]),
      indexOf: await destinations(pdf),
    };
  } finally {
    await pdf.destroy();
  }
}
