/** What a library catalogue needs to know about a report. */
export type Description = Readonly<{
  title: string;
  author: string;
  subject: string;
  keywords: readonly string[];
  /** BCP 47. */
  language: string;
  /** The date printed into the file: the edition's, never that of the run, or no two runs would be equal. */
  date: Date;
}>;

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

const items = (kind: 'Seq' | 'Bag', texts: readonly string[]): string =>
  `<rdf:${kind}>${texts.map((text) => `<rdf:li>${escaped(text)}</rdf:li>`).join('')}</rdf:${kind}>`;

const alternative = (text: string): string =>
  `<rdf:Alt><rdf:li xml:lang="x-default">${escaped(text)}</rdf:li></rdf:Alt>`;

/** The XMP packet: Dublin Core, dates, and the claim of PDF/UA-1 by which readers know that the file is tagged throughout. */
export function xmp({ title, author, subject, keywords, language, date }: Description): string {
  const at = date.toISOString().replace(/\.\d+Z$/, 'Z');
  return [
    '<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>',
    '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">',
    '<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/"',
    ' xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">',
    '<dc:format>application/pdf</dc:format>',
    `<dc:title>${alternative(title)}</dc:title>`,
    `<dc:creator>${items('Seq', [author])}</dc:creator>`,
    `<dc:description>${alternative(subject)}</dc:description>`,
    `<dc:subject>${items('Bag', keywords)}</dc:subject>`,
    `<dc:language>${items('Bag', [language])}</dc:language>`,
    `<pdf:Keywords>${escaped(keywords.join(', '))}</pdf:Keywords>`,
    `<xmp:CreateDate>${at}</xmp:CreateDate><xmp:ModifyDate>${at}</xmp:ModifyDate><xmp:MetadataDate>${at}</xmp:MetadataDate>`,
    '<xmp:CreatorTool>China Air</xmp:CreatorTool>',
    '<pdfuaid:part>1</pdfuaid:part>',
    '</rdf:Description></rdf:RDF></x:xmpmeta>',
    '<?xpacket end="r"?>',
  ].join('\n');
}
