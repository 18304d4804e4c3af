import { bring } from './dom.ts';
import { isInView } from './scroll.ts';

/** As many flash at once as a reader can see. */
const MOST = 200;

function flash(elements: readonly Element[]): void {
  for (const element of elements) {
    element.removeAttribute('data-changed');
    // Asking for its size makes the browser begin the animation anew.
    void (element as HTMLElement).offsetWidth;
    element.setAttribute('data-changed', '');
    element.addEventListener('animationend', () => element.removeAttribute('data-changed'), { once: true });
  }
}

/** What the last state changed, to be gone through. */
export class ChangeList {
  #all: readonly Element[] = [];
  #at = -1;

  get count(): number {
    return this.#all.length;
  }

  set(elements: readonly Element[]): void {
    this.#all = elements;
    this.#at = -1;
  }

  /** The next one, or the one before; round at the ends. */
  go(step: 1 | -1): void {
    if (this.count === 0) return;
    this.#at = (this.#at + step + this.count) % this.count;
    const element = this.#all[this.#at];
    if (!element) return;
    bring(element);
    flash([element]);
  }

  /** Shows all of them, and goes on from the first in `part`, or from the first of all; gives it. */
  first(part: Element | undefined): Element | undefined {
    const first = this.#in(part)[0] ?? this.#all[0];
    flash(this.#all.slice(0, MOST));
    this.#at = first ? this.#all.indexOf(first) : -1;
    return first;
  }

  /** Whether one of those in `part` can be seen; of all, without a part. */
  isInView(part: Element | undefined): boolean {
    return this.#in(part).some(isInView);
  }

  #in(part: Element | undefined): readonly Element[] {
    return part ? this.#all.filter((element) => part.contains(element)) : this.#all;
  }
}
