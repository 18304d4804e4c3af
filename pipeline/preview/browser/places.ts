import type { Finding } from '../../types.ts';
import { make } from './dom.ts';
import type { PreviewPart } from './part.ts';

/** Where a block was written: the file inside its edition's folder, and the line. */
export type Place = Readonly<{ file: string; line: number }>;

export function placeOf(element: Element): Place | null {
  const [, file, line] = /^(.*):(\d+)$/.exec(element.getAttribute('data-at') ?? '') ?? [];
  return file && line ? { file, line: Number(line) } : null;
}

/** The block that stands at a line of a part's template, or the nearest before it; else the part's first. */
export function blockAt(part: PreviewPart, line: number | null): Element | null {
  let best: Element | null = null;
  let bestLine = -1;
  const blocks = part.element.querySelectorAll('[data-at]');
  for (const block of blocks) {
    const at = placeOf(block)?.line ?? 0;
    if (at <= (line ?? 0) && at >= bestLine) [best, bestLine] = [block, at];
  }
  return best ?? blocks[0] ?? part.element.querySelector('section > *');
}

/** Puts each fault beside the paragraph it is in, in the margin of the sheet, and takes those away that are mended. */
export function showFaults(parts: readonly PreviewPart[], findings: readonly Finding[]): void {
  for (const old of document.querySelectorAll('.pv-note')) old.remove();
  for (const old of document.querySelectorAll('[data-fault]')) old.removeAttribute('data-fault');
  const wanted: { part: PreviewPart; block: Element; finding: Finding }[] = [];
  for (const finding of findings) {
    const part = parts.find(({ ref }) => ref.file !== null && ref.file === finding.file);
    const block = part && blockAt(part, finding.row);
    if (part && block) wanted.push({ part, block, finding });
  }
  const tops = wanted.map(({ part, block }) => {
    const from = part.element.getBoundingClientRect().top;
    return (block.getClientRects()[0]?.top ?? from) - from;
  });
  const ends = new Map<PreviewPart, number>();
  const order = wanted.map((_, i) => i).sort((a, b) => (tops[a] ?? 0) - (tops[b] ?? 0));
  for (const i of order) {
    const { part, block, finding } = wanted[i] as (typeof wanted)[number];
    if (block.getAttribute('data-fault') !== 'error') block.setAttribute('data-fault', finding.severity);
    const note = make(
      'div',
      { class: `pv-note ${finding.severity}`, role: 'note' },
      make('b', {}, `${finding.file}${finding.row === null ? '' : `:${finding.row}`}`),
      `${finding.message} → ${finding.remedy}`,
    );
    const top = Math.max(tops[i] ?? 0, ends.get(part) ?? 0);
    note.style.top = `${top}px`;
    part.element.append(note);
    ends.set(part, top + note.offsetHeight + 6);
  }
}
