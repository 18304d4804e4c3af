import type { Finding } from '../types.ts';

/** A measure taken in the page, at the widths of paper: `overflow` in mm past the edge, `small` in pt. */
type LayoutFact = Readonly<{ kind: 'overflow' | 'small'; where: string; value: number }>;

/** Nothing is set smaller than this, in points: letters of indices aside. */
const LEAST_PT = 6.5;

/**
 * Measures the document at the widths it will be printed at, before it is printed. Runs inside the page (see in-page.ts):
 * no imports, no helpers outside itself.
 */
export function measureLayout(leastPt: number): LayoutFact[] {
  const MM = 96 / 25.4;
  const parts = [...document.querySelectorAll<HTMLElement>('.chapter, .annex, .front')];
  const wide = [...document.querySelectorAll<HTMLElement>('.landscape')];
  for (const part of parts) part.style.width = '170mm';
  for (const part of wide) part.style.width = '257mm';

  const facts: LayoutFact[] = [];
  const nameOf = (element: Element): string =>
    element.closest('[id]')?.id || (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  for (const part of parts) {
    for (const element of part.querySelectorAll<HTMLElement>(
      'table, svg, img, p, pre, li, h1, h2, h3, .keyfacts, figcaption',
    )) {
      if (element.parentElement?.closest('svg')) continue;
      const frame = (element.closest('.landscape') ?? part).getBoundingClientRect();
      const over = element.getBoundingClientRect().right - frame.right;
      const inner = element instanceof HTMLElement ? element.scrollWidth - element.clientWidth : 0;
      const past = Math.max(over, element.tagName === 'TABLE' ? 0 : inner);
      if (past > 1) facts.push({ kind: 'overflow', where: nameOf(element), value: past / MM });
    }
  }

  // A table and what is in it reach past the page together: one finding, with the largest measure.
  const widest = [...new Map(facts.toSorted((a, b) => a.value - b.value).map((fact) => [fact.where, fact])).values()];
  facts.splice(0, facts.length, ...widest);

  const least = new Map<string, number>();
  const note = (element: Element, px: number): void => {
    const pt = px * 0.75;
    if (pt >= leastPt - 0.05) return;
    const name = nameOf(element);
    least.set(name, Math.min(pt, least.get(name) ?? pt));
  };
  for (const label of document.querySelectorAll<SVGTextElement>('svg text')) {
    const scale = label.getScreenCTM();
    if (label.textContent?.trim() && scale)
      note(label, Number.parseFloat(getComputedStyle(label).fontSize) * Math.hypot(scale.a, scale.b));
  }
  for (const element of document.querySelectorAll('p, li, td, th, figcaption, caption, .unit, .label')) {
    note(element, Number.parseFloat(getComputedStyle(element).fontSize));
  }
  for (const [where, value] of least) facts.push({ kind: 'small', where, value });

  for (const part of [...parts, ...wide]) part.style.width = '';
  return facts;
}

/** What the measures mean. */
export const layoutFindings = (facts: readonly LayoutFact[]): Finding[] =>
  facts.map(({ kind, where, value }) =>
    kind === 'overflow'
      ? {
          severity: 'error',
          rule: 'print/overflow',
          file: '',
          row: null,
          message: `"${where}" reaches ${value.toFixed(1)} mm past its page`,
          remedy: 'Give it fewer columns or shorter words, or put it in a landscape part.',
        }
      : {
          severity: 'warn',
          rule: 'print/small-text',
          file: '',
          row: null,
          message: `text of ${value.toFixed(1)} pt in "${where}"; the least is ${LEAST_PT} pt`,
          remedy: 'Draw it larger, or give the figure the class "wide".',
        },
  );

export const leastSize = LEAST_PT;
