import type { PreviewPart } from './part.ts';

const ROMAN = [
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
] as const;

/** Lower-case roman numerals, as front matter is numbered. */
export function roman(value: number): string {
  let [rest, text] = [value, ''];
  for (const [size, sign] of ROMAN) for (; rest >= size; rest -= size) text += sign;
  return text;
}

export type Setting = Readonly<{ title: string; draft: string }>;

function sheet(
  part: PreviewPart,
  index: number,
  label: string,
  number: number,
  { title, draft }: Setting,
): HTMLElement {
  const element = document.createElement('div');
  const side = number % 2 === 1 ? 'right' : 'left';
  element.className = `pv-sheet ${side}`;
  element.dataset.page = label;
  const { x, y } = part.origin(index);
  element.style.left = `${x}px`;
  element.style.top = `${y}px`;
  const add = (className: string, text: string) => {
    if (text === '') return;
    element.append(Object.assign(document.createElement('span'), { className, textContent: text }));
  };
  if (part.isCover) return element;
  // The first page of a chapter is left free, and so is the front matter.
  if (part.isNumbered && index > 0) add('head', side === 'left' ? title : part.head);
  add('draft', draft);
  add('folio', label);
  return element;
}

/**
 * Draws the sheets behind all parts and writes the page numbers: front matter in roman numerals from the cover, chapters in
 * arabic from 1. Reads the layout once and then writes, so that 150 pages take one layout.
 */
export function drawSheets(parts: readonly PreviewPart[], setting: Setting): void {
  const counts = parts.map((part) => part.count());
  const labels = new Map<PreviewPart, string[]>();
  let [front, body] = [0, 0];
  const drawn = parts.map((part, p) =>
    Array.from({ length: counts[p] ?? 1 }, (_, i) => {
      const number = part.isNumbered ? ++body : ++front;
      const label = part.isNumbered ? String(number) : roman(number);
      labels.set(part, [...(labels.get(part) ?? []), label]);
      return sheet(part, i, label, number, setting);
    }),
  );
  const spans = [...document.querySelectorAll<HTMLElement>('#report [data-page-of]')];
  const numbers = spans.map((span) => {
    const target = document.getElementById(span.dataset.pageOf ?? '');
    const part = parts.find(({ element }) => target !== null && element.contains(target));
    return (target && part && labels.get(part)?.[part.pageOf(target)]) ?? '–';
  });
  parts.forEach((part, p) => {
    part.setSheets(drawn[p] ?? []);
  });
  spans.forEach((span, i) => {
    if (span.textContent !== numbers[i]) span.textContent = numbers[i] ?? '–';
  });
}
