import { copy, make } from './dom.ts';
import { placeOf } from './places.ts';

/**
 * The place of the paragraph under the pointer, `chapters/01-nation/en.hbs:12`, at its left; a click on it, or the key c, copies
 * it with the path of the edition before it, as editors of text open it.
 */
export class Spot {
  readonly element = make('button', { class: 'spot', type: 'button', hidden: '' });
  #path = '';

  constructor(report: HTMLElement, edition: () => string) {
    const show = ({ target }: Event) => {
      const block = target instanceof Element ? target.closest('[data-at]') : null;
      const place = block && placeOf(block);
      const at = block?.getClientRects()[0];
      if (!place || !at) return;
      this.#path = `templates/${edition()}/${place.file}:${place.line}`;
      this.element.textContent = `${place.file.replace(/^chapters\//, '')}:${place.line}`;
      this.element.hidden = false;
      this.element.style.left = `${Math.max(0, at.left - this.element.offsetWidth - 8)}px`;
      this.element.style.top = `${Math.max(48, at.top)}px`;
    };
    report.addEventListener('pointerover', show);
    report.addEventListener('focusin', show);
    addEventListener('scroll', () => this.hide(), { passive: true });
    this.element.addEventListener('click', () => void this.copy());
  }

  async copy(): Promise<void> {
    if (this.#path === '' || !(await copy(this.#path))) return;
    this.element.textContent = `${this.#path} ✓`;
  }

  hide(): void {
    this.element.hidden = true;
  }
}
