import { decodePDFRawStream, type PDFDocument, PDFName, PDFRawStream, PDFRef } from 'pdf-lib';

const BUILD = new Set(['m', 'l', 'c', 'v', 'y', 're', 'h']);
const PAINT = new Set(['f', 'F', 'f*', 'S', 's', 'B', 'B*', 'b', 'b*']);
const BEGIN = '/Artifact BMC';

const operator = (line: string): string => /(\S+)\s*$/.exec(line)?.[1] ?? '';

/**
 * Wraps what a page paints outside any marked content (running heads, folios, rules, backgrounds) as artifacts, so that a
 * reading device passes over it. The browser writes one graphics operator at the end of each line.
 */
export function markArtifacts(content: string): string {
  const out: string[] = [];
  let depth = 0;
  let group: string[] | null = null;
  let clean = true;
  const flush = (wrap: boolean): void => {
    if (group !== null) out.push(...(wrap && clean ? [BEGIN, ...group, 'EMC'] : group));
    group = null;
    clean = true;
  };
  for (const line of content.split('\n')) {
    const op = operator(line);
    const opens = op.endsWith('BDC') || op.endsWith('BMC');
    if (opens || op === 'EMC') {
      depth += opens ? 1 : -1;
      clean = false;
    }
    if (group === null && depth === 0 && (op === 'BT' || BUILD.has(op))) {
      group = [];
      clean = true;
    }
    if (group === null) {
      out.push(...(depth === 0 && (op === 'Do' || op === 'sh') ? [BEGIN, line, 'EMC'] : [line]));
      continue;
    }
    group.push(line);
    if (op === 'ET' || PAINT.has(op)) flush(true);
    else if (op === 'n') flush(false);
  }
  flush(false);
  return out.join('\n');
}

/** Rewrites the content of every page with its artifacts marked. */
export function markDocument(pdf: PDFDocument): void {
  for (const page of pdf.getPages()) {
    const ref = page.node.get(PDFName.of('Contents'));
    const content = pdf.context.lookup(ref);
    if (!(ref instanceof PDFRef && content instanceof PDFRawStream)) continue;
    const text = Buffer.from(decodePDFRawStream(content).decode()).toString('latin1');
    pdf.context.assign(ref, pdf.context.flateStream(markArtifacts(text)));
  }
}
