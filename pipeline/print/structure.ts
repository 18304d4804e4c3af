import { PDFDict, type PDFDocument, PDFHexString, PDFName } from 'pdf-lib';

/** A heading of the document, in reading order. `anchor` is the id links use for it; null: it has none. */
export type Heading = Readonly<{ level: number; text: string; anchor: string | null }>;

/** The bookmarks in the order of the pages, each before those inside it. */
function bookmarks(pdf: PDFDocument): PDFDict[] {
  const found: PDFDict[] = [];
  const walk = (parent: PDFDict): void => {
    for (
      let item = parent.lookup(PDFName.of('First'));
      item instanceof PDFDict;
      item = item.lookup(PDFName.of('Next'))
    ) {
      found.push(item);
      walk(item);
    }
  };
  const root = pdf.catalog.lookup(PDFName.of('Outlines'));
  if (root instanceof PDFDict) walk(root);
  return found;
}

/**
 * Gives the bookmarks the whole text of their headings (the browser joins the lines of a heading without the space between
 * them) and their places, which are those of the links to them: what a heading paints on the very edge of a page may be
 * taken to begin at the foot of the page before. Where the two do not pair off nothing is changed, and the check of the file says so.
 */
export function bookmark(pdf: PDFDocument, headings: readonly Heading[]): void {
  const items = bookmarks(pdf);
  if (items.length !== headings.length) return;
  const places = pdf.catalog.lookup(PDFName.of('Dests'));
  items.forEach((item, i) => {
    const { text = '', anchor = null } = headings[i] ?? {};
    item.set(PDFName.of('Title'), PDFHexString.fromText(text));
    const place = anchor === null || !(places instanceof PDFDict) ? undefined : places.get(PDFName.of(anchor));
    if (place === undefined) return;
    item.delete(PDFName.of('A'));
    item.set(PDFName.of('Dest'), place);
  });
}

/**
 * A plate is tagged as a figure and its chart as another inside it. The chart has the alternative text; the plate, which
 * has none of its own, becomes a plain division.
 */
export function unnestFigures(pdf: PDFDocument): void {
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || object.get(PDFName.of('S')) !== PDFName.of('Figure')) continue;
    if (!object.has(PDFName.of('Alt'))) object.set(PDFName.of('S'), PDFName.of('Div'));
  }
}
