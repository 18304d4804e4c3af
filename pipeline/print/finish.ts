import { createHash } from 'node:crypto';
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib';
import { markDocument } from './artifacts.ts';
import { bookmark, type Heading, unnestFigures } from './structure.ts';
import { type Description, xmp } from './xmp.ts';

type Finishing = Description &
  Readonly<{
    /** Pages in roman numerals. */
    before: number;
    /** What each anchor is called, for those who hear a link instead of seeing it. */
    links: readonly Readonly<{ id: string; text: string }>[];
    headings: readonly Heading[];
  }>;

/** Stands in the file until its hash is known. */
const ID_LENGTH = 32;
const NO_ID = `${'0'.repeat(ID_LENGTH - 8)}c41a1d00`;

const plainDest = (annotation: PDFDict): string | null => {
  const dest = annotation.lookup(PDFName.of('Dest'));
  if (dest instanceof PDFName) return dest.decodeText();
  return dest instanceof PDFString || dest instanceof PDFHexString ? dest.decodeText() : null;
};

function describeLinks(pdf: PDFDocument, links: Finishing['links']): void {
  const names = new Map(links.map(({ id, text }) => [id, text]));
  for (const page of pdf.getPages()) {
    for (const ref of page.node.Annots()?.asArray() ?? []) {
      const annotation = pdf.context.lookup(ref);
      if (!(annotation instanceof PDFDict) || annotation.lookup(PDFName.of('Subtype')) !== PDFName.of('Link')) continue;
      const action = annotation.lookup(PDFName.of('A'));
      const uri = action instanceof PDFDict ? action.lookup(PDFName.of('URI')) : undefined;
      const dest = plainDest(annotation);
      const text = uri instanceof PDFString ? uri.decodeText() : dest === null ? null : (names.get(dest) ?? dest);
      if (text) annotation.set(PDFName.of('Contents'), PDFHexString.fromText(text));
    }
  }
}

function numberPages(pdf: PDFDocument, before: number): void {
  const style = (name: string): PDFDict => pdf.context.obj({ S: name });
  const front = before > 0 ? [0, style('r')] : [];
  pdf.catalog.set(PDFName.of('PageLabels'), pdf.context.obj({ Nums: [...front, before, style('D')] }));
}

function describe(pdf: PDFDocument, description: Description): void {
  const { title, author, subject, keywords, language, date } = description;
  pdf.setTitle(title);
  pdf.setAuthor(author);
  pdf.setSubject(subject);
  pdf.setKeywords([keywords.join(', ')]);
  pdf.setCreator('China Air');
  pdf.setCreationDate(date);
  pdf.setModificationDate(date);
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of(language));
  pdf.catalog.set(PDFName.of('MarkInfo'), pdf.context.obj({ Marked: true }));
  const preferences = pdf.catalog.lookup(PDFName.of('ViewerPreferences'));
  const viewer = preferences instanceof PDFDict ? preferences : pdf.context.obj({});
  viewer.set(PDFName.of('DisplayDocTitle'), pdf.context.obj(true));
  pdf.catalog.set(PDFName.of('ViewerPreferences'), viewer);
  // Not compressed: catalogues and validators read it without a PDF library.
  const utf8 = Buffer.from(xmp(description), 'utf8').toString('latin1');
  const packet = pdf.context.stream(utf8, { Type: 'Metadata', Subtype: 'XML' });
  pdf.catalog.set(PDFName.of('Metadata'), pdf.context.register(packet));
}

/** Puts the file's own hash where its identifier stands: equal content, equal identifier. */
function identify(bytes: Uint8Array): Uint8Array {
  const file = Buffer.from(bytes);
  const id = createHash('sha256').update(file.toString('latin1'), 'latin1').digest('hex').slice(0, ID_LENGTH);
  for (let at = file.lastIndexOf(NO_ID); at >= 0; at = file.lastIndexOf(NO_ID)) file.write(id, at, 'latin1');
  return new Uint8Array(file.buffer, file.byteOffset, file.length);
}

/**
 * The browser's PDF made a publication: description and dates from the edition, page labels, names for links, whole
 * titles for bookmarks, page furniture marked as such, compressed object streams. Equal input gives equal bytes, whatever the day or the machine.
 */
export async function finish(print: Uint8Array, finishing: Finishing): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(print, { updateMetadata: false });
  describe(pdf, finishing);
  numberPages(pdf, finishing.before);
  describeLinks(pdf, finishing.links);
  bookmark(pdf, finishing.headings);
  unnestFigures(pdf);
  markDocument(pdf);
  const id = PDFArray.withContext(pdf.context);
  id.push(PDFHexString.of(NO_ID));
  id.push(PDFHexString.of(NO_ID));
  pdf.context.trailerInfo.ID = id;
  return identify(
    await pdf.save({ useObjectStreams: true, objectsPerTick: Number.POSITIVE_INFINITY, updateFieldAppearances: false }),
  );
}
