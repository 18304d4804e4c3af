import type { Language } from '../../types.ts';
import type { ClaimAnswer, FactAnswer } from '../messages.ts';
import { claimNodes, factNodes } from './answers.ts';
import { make } from './dom.ts';
import { word } from './words.ts';

/** Before a card opens under a pointer that only passes. */
const WAIT_MS = 120;

/** The card beside a number: what fact it is. Hovering, focusing and tapping show it; Escape and leaving hide it. */
export class FactCard {
  readonly element = make('div', { class: 'card', role: 'dialog', hidden: '' });
  #shown: Element | null = null;
  /** What the pointer is on: it is shown when the pointer stays. */
  #meant: Element | null = null;
  #waiting: ReturnType<typeof setTimeout> | undefined;
  #pinned = false;
  readonly #language: () => Language;
  /** Answers by what was asked for. */
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(report: HTMLElement, language: () => Language) {
    this.#language = language;
    const numberAt = ({ target }: Event) =>
      target instanceof Element ? target.closest('[data-fact], [data-claim]') : null;
    const soon = (work: () => void) => {
      clearTimeout(this.#waiting);
      this.#waiting = setTimeout(work, WAIT_MS);
    };
    report.addEventListener('pointermove', (event) => {
      const number = numberAt(event);
      if (this.#pinned || number === this.#meant) return;
      this.#meant = number;
      soon(() => (number ? void this.show(number) : this.hide()));
    });
    report.addEventListener('pointerleave', () => {
      this.#meant = null;
      if (!this.#pinned) soon(() => this.hide());
    });
    report.addEventListener('focusin', (event) => {
      const number = numberAt(event);
      if (number) void this.show(number);
    });
    report.addEventListener('click', (event) => {
      const number = numberAt(event);
      this.#pinned = number !== null;
      if (number) void this.show(number);
      else this.hide();
    });
    this.element.addEventListener('pointerenter', () => clearTimeout(this.#waiting));
    this.element.addEventListener('pointerleave', () => {
      if (!this.#pinned) soon(() => this.hide());
    });
    addEventListener('keydown', ({ key }) => {
      if (key === 'Escape') this.hide();
    });
    addEventListener('scroll', () => this.hide(), { passive: true });
  }

  /** Facts may be others now. */
  forget(): void {
    this.#known.clear();
    this.hide();
  }

  hide(): void {
    clearTimeout(this.#waiting);
    this.#shown = null;
    this.#meant = null;
    this.#pinned = false;
    this.element.hidden = true;
  }

  async show(number: Element): Promise<void> {
    clearTimeout(this.#waiting);
    if (this.#shown === number) return;
    this.#shown = number;
    const id = number.getAttribute('data-fact');
    const claim = number.closest('[data-claim]')?.getAttribute('data-claim') ?? null;
    const [answer, asserted] = await Promise.all([
      id === null ? null : this.#ask<FactAnswer>(`/fact?id=${encodeURIComponent(id)}`),
      claim === null ? null : this.#ask<ClaimAnswer>(`/claim?n=${encodeURIComponent(claim)}`),
    ]);
    if (this.#shown !== number) return;
    this.element.replaceChildren(
      ...(asserted ? claimNodes(asserted, this.#language()) : []),
      ...(answer ? factNodes(answer, this.#language()) : id === null ? [] : [word('unknown', this.#language())]),
    );
    this.element.hidden = false;
    this.#place(number);
  }

  #ask<T>(url: string): Promise<T | null> {
    const known =
      this.#known.get(url) ??
      fetch(url)
        .then(async (response) => (response.ok ? await response.json() : null))
        .catch(() => null);
    this.#known.set(url, known);
    return known as Promise<T | null>;
  }

  /** Under the number, or over it where there is no room; inside the window. */
  #place(number: Element): void {
    const at = number.getClientRects()[0] ?? number.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.element;
    const left = Math.max(8, Math.min(at.left, innerWidth - width - 8));
    const under = at.bottom + 8 + height < innerHeight;
    this.element.style.left = `${left}px`;
    this.element.style.top = `${Math.max(48, under ? at.bottom + 6 : at.top - height - 6)}px`;
  }
}
