import type { PartRef } from '../messages.ts';
import { replaceSection, sectionOf } from './blocks.ts';

/** Space between sheets, as --between of sheets.css. */
const BETWEEN = 20;
const PIXELS_A_MM = 96 / 25.4;
/** Whether columns can stand under each other; else the pages of a section stand side by side. */
export const UNDER_EACH_OTHER = CSS.supports('column-wrap', 'wrap');

/** One section of the report on its sheets. */
export class PreviewPart {
  readonly id: string;
  readonly element = document.createElement('div');
  readonly #sheets = document.createElement('div');
  #section: HTMLElement | null = null;
  ref: PartRef;

  constructor(ref: PartRef) {
    this.id = ref.id;
    this.ref = ref;
    this.element.dataset.part = ref.id;
    this.#sheets.ariaHidden = 'true';
    this.element.append(this.#sheets);
  }

  /** Shows this HTML; gives what is new or other than before. */
  show(ref: PartRef, html: string): readonly Element[] {
    const now = sectionOf(html);
    const changed = this.#section ? replaceSection(this.#section, now) : [now];
    if (this.#section === null) {
      this.#section = now;
      this.element.append(now);
    }
    this.mark(ref);
    return changed;
  }

  mark(ref: PartRef): void {
    this.ref = ref;
    this.element.className = 'pv-part';
    // Other names than the report's own classes, whose rules must not reach the sheets.
    this.element.classList.toggle('pv-turned', this.#section?.matches('.landscape') ?? false);
    this.element.classList.toggle('pv-cover', this.isCover);
    this.element.classList.toggle('pv-stale', ref.stale);
  }

  get isCover(): boolean {
    return this.#section?.matches('.cover') ?? false;
  }

  /** Chapters and annexes have arabic numerals and running heads. */
  get isNumbered(): boolean {
    return this.#section?.matches('.chapter, .annex') ?? false;
  }

  get head(): string {
    return this.#section?.dataset.head ?? '';
  }

  get #isLandscape(): boolean {
    return this.element.classList.contains('pv-turned');
  }

  /** From the beginning of one sheet to that of the next, in px. */
  get #pitch(): number {
    if (UNDER_EACH_OTHER) return (this.#isLandscape ? 794 : 1123) + BETWEEN;
    return (this.#isLandscape ? 297 : 210) * PIXELS_A_MM + BETWEEN;
  }

  origin(index: number): Readonly<{ x: number; y: number }> {
    return UNDER_EACH_OTHER ? { x: 0, y: index * this.#pitch } : { x: index * this.#pitch, y: 0 };
  }

  /** How many sheets the section takes. */
  count(): number {
    if (this.#section === null || this.isCover) return 1;
    const text = this.#isLandscape ? 619 : 948;
    // Half a sheet decides: a rule or a shadow that reaches over the last line makes no sheet.
    if (UNDER_EACH_OTHER) return Math.max(1, Math.round((this.#section.offsetHeight - text) / this.#pitch) + 1);
    return Math.max(1, Math.round((this.#section.scrollWidth - this.#section.clientWidth) / this.#pitch) + 1);
  }

  /** The sheet on which an element begins, from 0. */
  pageOf(element: Element): number {
    const here = element.getClientRects()[0];
    const from = this.#section?.getBoundingClientRect();
    if (!here || !from) return 0;
    const way = UNDER_EACH_OTHER ? here.top - from.top : here.left - from.left;
    return Math.max(0, Math.floor((way + BETWEEN) / this.#pitch));
  }

  setSheets(sheets: readonly HTMLElement[]): void {
    this.#sheets.replaceChildren(...sheets);
    const along = sheets.length * this.#pitch - BETWEEN;
    this.element.style.height = UNDER_EACH_OTHER ? `${along}px` : '';
    this.element.style.width = UNDER_EACH_OTHER ? '' : `${along}px`;
  }
}
