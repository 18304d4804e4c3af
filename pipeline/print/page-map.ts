import type { getDocumentProxy } from 'unpdf';
import type { Place } from './fill-pages.ts';

/** A PDF opened for reading. */
export type OpenPdf = Awaited<ReturnType<typeof getDocumentProxy>>;

/** Where every linked anchor stands. `labels` are page numbers as printed. */
export type PageMap = Readonly<{
  pages: number;
  /** Pages before the page numbered 1. */
  before: number;
  /** Page of each anchor, from 0. */
  indexOf: ReadonlyMap<string, number>;
  labels: ReadonlyMap<string, string>;
}>;

const ROMAN = [
  ['c', 100],
  ['xc', 90],
  ['l', 50],
  ['xl', 40],
  ['x', 10],
  ['ix', 9],
  ['v', 5],
  ['iv', 4],
  ['i', 1],
] as const;

/** A number from 1 in lower-case roman numerals. */
export function roman(number: number): string {
  let left = number;
  let text = '';
  for (const [sign, value] of ROMAN) for (; left >= value; left -= value) text += sign;
  return text;
}

/** The number printed on the page with this index. */
export const labelOf = (index: number, before: number): string =>
  index < before ? roman(index + 1) : String(index - before + 1);

/** Labels for destinations. `opener` is the anchor of the first page in arabic numerals; without one all pages count from 1. */
export function pageMap(indexOf: ReadonlyMap<string, number>, pages: number, opener: string | null): PageMap {
  const before = (opener === null ? undefined : indexOf.get(opener)) ?? 0;
  const labels = new Map([...indexOf].map(([anchor, index]) => [anchor, labelOf(index, before)]));
  return { pages, before, indexOf, labels };
}

/** The anchors of `after` that do not stand where `map` has them. */
export const moved = (map: PageMap, after: PageMap): string[] =>
  [...after.labels]
    .filter(([anchor, label]) => map.labels.get(anchor) !== label)
    .map(([anchor]) => anchor)
    .sort();

/** Page index of every named destination. */
export async function destinations(pdf: OpenPdf): Promise<Map<string, number>> {
  return new Map([...(await places(pdf))].map(([name, { page }]) => [name, page]));
}

/** Page index of every named destination, and its height above the foot of the page in points. */
export async function places(pdf: OpenPdf): Promise<Map<string, Place>> {
  const named = (await pdf.getDestinations()) as Record<string, readonly unknown[] | null>;
  const found = new Map<string, Place>();
  for (const [name, target] of Object.entries(named)) {
    if (!target?.[0]) continue;
    const page = await pdf.getPageIndex(target[0] as { num: number; gen: number });
    found.set(name, { page, y: Number(target[3] ?? 0) });
  }
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)));
}
