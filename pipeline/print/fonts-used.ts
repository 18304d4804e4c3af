import { decodePDFRawStream, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

/** A font of a PDF. `name` is its PostScript name without the subset's prefix. */
type UsedFont = Readonly<{ name: string; type: string; embedded: boolean }>;

/** The fonts of a PDF, and the pages (from 0) that show the sign a font has for what it does not have. */
export type FontUse = Readonly<{ fonts: readonly UsedFont[]; notdef: readonly number[] }>;

const nameOf = (dict: PDFDict, key: string): string => {
  const value = dict.lookup(PDFName.of(key));
  return value instanceof PDFName ? value.decodeText() : '';
};

/** Glyph 0 in a string of two-byte glyph numbers, as the browser writes all text. */
const showsNotdef = (content: string): boolean =>
  [...content.matchAll(/<([0-9A-Fa-f]+)>/g)].some(
    ([, hex = '']) => hex.length % 4 === 0 && /^(?:.{4})*?0000/.test(hex),
  );

/** Reads the fonts of a PDF from its objects. */
export async function fontsUsed(bytes: Uint8Array): Promise<FontUse> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const fonts = new Map<string, UsedFont>();
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || nameOf(object, 'Type') !== 'Font') continue;
    const type = nameOf(object, 'Subtype');
    if (type === 'Type0') continue;
    const name = nameOf(object, 'BaseFont').replace(/^[A-Z]{6}\+/, '');
    const file = object.lookup(PDFName.of('FontDescriptor'));
    const embedded =
      file instanceof PDFDict && ['FontFile', 'FontFile2', 'FontFile3'].some((key) => file.has(PDFName.of(key)));
    fonts.set(`${type} ${name}`, { name, type, embedded });
  }
  const notdef = pdf.getPages().flatMap((page, i) => {
    const ref = page.node.get(PDFName.of('Contents'));
    const content = ref instanceof PDFRef ? pdf.context.lookup(ref) : ref;
    if (!(content instanceof PDFRawStream)) return [];
    return showsNotdef(Buffer.from(decodePDFRawStream(content).decode()).toString('latin1')) ? [i] : [];
  });
  return { fonts: [...fonts.values()], notdef };
}
