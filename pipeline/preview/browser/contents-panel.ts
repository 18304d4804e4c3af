import type { Language } from '../../types.ts';
import { make } from './dom.ts';
import type { PreviewPart } from './part.ts';
import { word } from './words.ts';

const fold = (text: string): string => text.normalize('NFKC').toLowerCase();

/** Chapters and sections to jump to, with a field that finds them. */
export class ContentsPanel {
  readonly element = make('nav', { class: 'panel contents', hidden: '' });
  readonly #field = make('input', { type: 'search' });
  readonly #list = make('ol');

  constructor() {
    this.element.append(this.#field, this.#list);
    this.#field.addEventListener('input', () => this.#filter());
    this.#field.addEventListener('keydown', ({ key }) => {
      const first = [...this.#list.children].find((item) => item instanceof HTMLElement && !item.hidden);
      if (key === 'Enter') first?.querySelector('a')?.click();
    });
  }

  show(parts: readonly PreviewPart[], language: Language, faulty: ReadonlySet<string>): void {
    const find = word('find', language);
    this.#field.placeholder = find;
    this.#field.ariaLabel = find;
    this.#list.replaceChildren(
      ...parts.flatMap((part) =>
        [...part.element.querySelectorAll('section > :is(h1, h2)')].map((heading) => {
          const link = make('a', { href: '#' }, heading.textContent?.trim() ?? '');
          link.addEventListener('click', (event) => {
            event.preventDefault();
            heading.scrollIntoView({ block: 'start' });
          });
          const isFaulty = part.ref.file !== null && faulty.has(part.ref.file);
          return make('li', { class: `level-${heading.tagName.slice(1)} ${isFaulty ? 'fault' : ''}` }, link);
        }),
      ),
    );
    this.#filter();
  }

  focus(): void {
    this.#field.focus();
  }

  #filter(): void {
    const asked = fold(this.#field.value.trim());
    for (const item of this.#list.children) {
      if (item instanceof HTMLElement) item.hidden = !fold(item.textContent ?? '').includes(asked);
    }
  }
}
