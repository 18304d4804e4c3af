import { keepSources } from '../../print/in-page.ts';

/**
 * What stands under a section's heading one after the other: a paragraph, a list, a figure, a table with its notes. `key` is its
 * HTML without the marks of places: two with one key look the same.
 */
export type Block = Readonly<{ key: string; html: string; elements: readonly Element[] }>;

/** Rows from which a table takes what stands under it into its last rows, as print does. */
const LEAST_ROWS = 2;
const MARKS = / data-(?:at|block)="[^"]*"/g;

function blocksOf(section: Element): Block[] {
  const groups: Element[][] = [];
  for (const element of section.children) {
    const last = groups.at(-1);
    if (last && element.matches('.note, .source') && last.at(-1)?.matches('table, .note, .source')) last.push(element);
    else groups.push([element]);
  }
  return groups.map((elements) => {
    const html = elements.map(({ outerHTML }) => outerHTML).join('\n');
    return { html, key: html.replace(MARKS, ''), elements };
  });
}

/** The blocks of each section shown, as they came. */
const shown = new WeakMap<Element, readonly Block[]>();

/** A section from its HTML, with its tables as print has them. What has no section of its own is given one. */
export function sectionOf(html: string): HTMLElement {
  const template = document.createElement('template');
  template.innerHTML = html;
  const [only, second] = template.content.children;
  const section = document.createElement('section');
  const made = only instanceof HTMLElement && second === undefined && only.matches('section') ? only : section;
  if (made === section) {
    section.className = 'front';
    section.append(template.content);
  }
  const blocks = blocksOf(made);
  keepSources(LEAST_ROWS, made);
  for (const number of made.querySelectorAll('[data-fact]:not(table *)')) number.setAttribute('tabindex', '0');
  const kept = blocks.map((block) => ({ ...block, elements: block.elements.filter((e) => e.parentElement === made) }));
  shown.set(made, kept);
  return made;
}

/** Gives the same block the places it has now: lines move when something is written above it. */
function moveMarks(old: Block, now: Block): void {
  if (old.html === now.html) return;
  const marked = ({ elements }: Block) =>
    elements
      .flatMap((element) => [element, ...element.querySelectorAll('[data-at]')])
      .filter((e) => e.matches('[data-at]'));
  const [before, after] = [marked(old), marked(now)];
  after.forEach((element, i) => {
    before[i]?.setAttribute('data-at', element.getAttribute('data-at') ?? '');
  });
}

/** The smallest parts that are other: rows, items and paragraphs inside a block, where the rest of it is the same. */
function narrowed(old: Element, now: Element): Element[] {
  const [before, after] = [[...old.children], [...now.children]];
  const containers = now.matches('ul, ol, dl, aside, table, thead, tbody, div');
  if (!containers || before.length !== after.length) return [now];
  const others = after.filter(
    (child, i) => child.outerHTML.replace(MARKS, '') !== before[i]?.outerHTML.replace(MARKS, ''),
  );
  return others.length === 0 || others.length > after.length / 2
    ? [now]
    : others.flatMap((child) => narrowed(before[after.indexOf(child)] as Element, child));
}

/**
 * Puts what a section is now in the place of what it was, keeping all blocks that are the same (and with them scrolling,
 * selection and layout), and gives the elements that are new or other.
 */
export function replaceSection(section: HTMLElement, now: HTMLElement): Element[] {
  const spare = new Map<string, Block[]>();
  for (const block of shown.get(section) ?? []) spare.set(block.key, [...(spare.get(block.key) ?? []), block]);
  const made: Block[] = [];
  const fresh: Block[] = [];
  for (const block of shown.get(now) ?? []) {
    const same = spare.get(block.key)?.shift();
    if (same) moveMarks(same, block);
    else fresh.push(block);
    made.push(same ? { ...block, elements: same.elements } : block);
  }
  const gone = [...spare.values()].flat();
  const paired = gone.length === fresh.length;
  const changed = fresh.flatMap(({ elements }, i) => {
    const [element] = elements;
    const [old] = (paired && gone[i]?.elements) || [];
    return element && old?.tagName === element.tagName ? narrowed(old, element) : elements;
  });
  for (const { name, value } of now.attributes) section.setAttribute(name, value);
  section.replaceChildren(...made.flatMap(({ elements }) => elements));
  shown.set(section, made);
  return changed;
}
