import type { Finding, Language } from '../../types.ts';
import { make } from './dom.ts';
import { word } from './words.ts';

/** All faults, errors first; those of a template lead to their place. It opens with the first error, and goes when all are mended. */
export class FindingsPanel {
  readonly element = make('section', { class: 'panel findings', hidden: '' });
  readonly #go: (finding: Finding) => void;
  readonly #tell: (open: boolean) => void;
  #openedItself = false;
  #errors = 0;

  /** `go` leads to the place of a finding; `tell` hears whether the panel is open. */
  constructor(go: (finding: Finding) => void, tell: (open: boolean) => void) {
    this.#go = go;
    this.#tell = tell;
  }

  show(findings: readonly Finding[], language: Language): void {
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    if (errors > this.#errors && this.element.hidden) this.#open(true);
    else if (errors === 0 && this.#openedItself) this.#open(false);
    this.#errors = errors;
    const close = make('button', { type: 'button', class: 'close' }, word('close', language));
    close.addEventListener('click', () => this.#open(false));
    const items = findings.map((finding) => {
      const { severity, rule, file, row, message, remedy } = finding;
      const place = make('button', { type: 'button', class: 'place' }, `${file}${row === null ? '' : `:${row}`}`);
      place.addEventListener('click', () => this.#go(finding));
      return make(
        'li',
        { class: severity },
        place,
        ' ',
        make('span', { class: 'rule' }, rule),
        ` ${message} → ${remedy}`,
      );
    });
    this.element.replaceChildren(close, items.length ? make('ol', {}, ...items) : word('none', language));
    this.element.ariaLabel = word('findings', language);
  }

  toggle(): void {
    this.#open(this.element.hidden === true);
    this.#openedItself = false;
  }

  #open(open: boolean): void {
    this.element.hidden = !open;
    this.#openedItself = open;
    this.#tell(open);
  }
}
