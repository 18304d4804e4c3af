/**
 * What a chapter is made of, block by block, as the page tells it (see in-page.ts for the rule of such functions: sent as
 * text, no imports, no helpers outside themselves).
 */

/**
 * `text` may break anywhere and follow anything; `heading` keeps with what follows; `figure`, `table` and `box` stand whole
 * on a page; a `long-table` may break between rows; `open` is the rest, which stays where it is.
 */
export type UnitKind = 'text' | 'heading' | 'figure' | 'table' | 'box' | 'long-table' | 'open';

/**
 * A block, or a table with its notes and source. `height` in points, at the width of paper; `start`, `end`: anchors at its
 * first and last line.
 */
export type Unit = Readonly<{ id: number; part: string; kind: UnitKind; height: number; start: string; end: string }>;

/**
 * Numbers the units of all upright parts, or of some (numbers stay through later calls), hides the other parts, and marks
 * where each unit begins and ends, so that a print tells their places. Marks take no room.
 *
 * @param only ids of parts; null: all
 */
export function markUnits(only: readonly string[] | null): Unit[] {
  const all = [...document.querySelectorAll<HTMLElement>('.chapter, .annex')];
  const parts = all.filter(
    (part) =>
      !part.matches('.landscape') && part.querySelector('.landscape') === null && (only?.includes(part.id) ?? true),
  );
  // The cover stays: a part that begins the document would be laid out otherwise than one after a page.
  for (const other of document.querySelectorAll('.front, .chapter, .annex')) {
    if (!(parts as Element[]).includes(other)) other.classList.add('unit-hidden');
  }
  const width = (value: string) => {
    for (const part of parts) part.style.width = value;
  };
  const kindOf = (element: Element): UnitKind => {
    const whole = getComputedStyle(element).breakInside === 'avoid';
    if (/^H[2-4]$/.test(element.tagName)) return 'heading';
    if (/^(P|UL|OL|DL)$/.test(element.tagName)) return 'text';
    if (!whole) return element.matches('table') ? 'long-table' : 'open';
    if (element.matches('figure')) return 'figure';
    return element.matches('table') ? 'table' : 'box';
  };
  const linked = document.createElement('div');
  linked.className = 'unit-links';
  // Only what a link points to is told by a print.
  const link = (name: string): void => {
    const to = document.createElement('a');
    to.href = `#${name}`;
    to.textContent = '.';
    linked.append(to);
  };
  /** Where the last line of a block is. */
  const lastOf = (element: Element): Element => {
    if (element.tagName === 'TABLE') return [...element.querySelectorAll('td, th')].at(-1) ?? element;
    if (/^(UL|OL|DL)$/.test(element.tagName)) return [...element.querySelectorAll('li, dd')].at(-1) ?? element;
    return element.matches('figure, aside') ? (element.lastElementChild ?? element) : element;
  };
  /** The end is marked by a box of no width: one out of the flow is told on a wrong page where its block stands whole. */
  const markEnd = (element: Element, name: string): void => {
    const span = document.createElement('span');
    span.id = name;
    span.className = 'unit-mark';
    span.style.display = 'inline-block';
    lastOf(element).append(span);
    link(name);
  };

  width('170mm');
  const units: Unit[] = [];
  let next =
    1 + Math.max(0, ...[...document.querySelectorAll<HTMLElement>('[data-unit]')].map((e) => Number(e.dataset.unit)));
  const marks: (() => void)[] = [];
  for (const part of parts) {
    const groups: Element[][] = [];
    for (const element of part.children) {
      const last = groups.at(-1);
      const before = last?.at(-1);
      const follows =
        (element.matches('.note, .source') && before?.matches('table, .note, .source')) ||
        (element.matches('ul, ol') && before?.matches('p') && /[:：]\s*$/.test(before.textContent ?? ''));
      if (last && follows) last.push(element);
      else groups.push([element]);
    }
    for (const group of groups) {
      const [first] = group as [HTMLElement];
      const last = group.at(-1) as HTMLElement;
      if (!first.dataset.unit) {
        for (const element of group as HTMLElement[]) element.dataset.unit = String(next);
        next++;
      }
      const id = Number(first.dataset.unit);
      const height = last.getBoundingClientRect().bottom - first.getBoundingClientRect().top;
      if (first.id === '') {
        first.id = `unit-${id}-start`;
        first.dataset.unitNamed = '';
      }
      units.push({
        id,
        part: part.id,
        kind: kindOf(first),
        height: height * 0.75,
        start: first.id,
        end: `unit-${id}-end`,
      });
      link(first.id);
      marks.push(() => markEnd(last, `unit-${id}-end`));
    }
  }
  width('');
  for (const place of marks) place();
  document.body.append(linked);
  return units;
}

/** Takes the marks away and shows all parts. */
export function unmarkUnits(): void {
  for (const element of document.querySelectorAll('.unit-hidden')) element.classList.remove('unit-hidden');
  for (const element of document.querySelectorAll('.unit-mark, .unit-links')) element.remove();
  for (const element of document.querySelectorAll('[data-unit-named]')) {
    element.removeAttribute('id');
    element.removeAttribute('data-unit-named');
  }
}

/** Moves units before another, in the order given. */
export function liftUnits(lifts: readonly Readonly<{ units: readonly number[]; before: number }>[]): void {
  const of = (id: number) => [...document.querySelectorAll(`[data-unit="${id}"]`)];
  for (const { units, before } of lifts) of(before)[0]?.before(...units.flatMap(of));
}
