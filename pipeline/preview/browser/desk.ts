import type { PreviewState } from '../messages.ts';
import { ContentsPanel } from './contents-panel.ts';
import css from './desk.css';
import { make } from './dom.ts';
import { FindingsPanel } from './findings-panel.ts';
import { isWord, word } from './words.ts';

export type Wishes = Readonly<{
  show: (language: string) => void;
  change: (step: 1 | -1) => void;
  go: ConstructorParameters<typeof FindingsPanel>[0];
}>;

/** The bar over the report and its panels, in a tree of their own, where the report's styles do not reach. */
export class Desk {
  readonly root: ShadowRoot;
  readonly contents = new ContentsPanel();
  readonly findings: FindingsPanel;
  readonly #wishes: Wishes;
  readonly #bar = make('header', { class: 'bar', role: 'toolbar' });
  readonly #status = make('span', { class: 'status quiet', role: 'status' });
  readonly #changes = make('span', { class: 'changes' });
  #state: PreviewState | null = null;

  constructor(host: Element, wishes: Wishes) {
    this.#wishes = wishes;
    this.findings = new FindingsPanel(wishes.go);
    this.root = host.attachShadow({ mode: 'open' });
    this.root.append(make('style', {}, css), this.#bar, this.contents.element, this.findings.element);
  }

  show(state: PreviewState): void {
    this.#state = state;
    const { language, languages, findings, title } = state;
    const errors = findings.filter(({ severity }) => severity === 'error').length;
    const counts = `${errors} ${word('errors', language)} · ${findings.length - errors} ${word('warnings', language)}`;
    const opener = (text: string, panel: HTMLElement, toggle: () => void, className = '') => {
      const button = make('button', { type: 'button', class: className }, text);
      const tell = () => {
        button.ariaExpanded = String(!panel.hidden);
      };
      button.addEventListener('click', () => {
        toggle();
        tell();
      });
      tell();
      return button;
    };
    this.findings.show(findings, language);
    this.#bar.replaceChildren(
      opener(word('contents', language), this.contents.element, () => this.toggleContents(), 'to-contents'),
      make('span', { class: 'title' }, title.replace(/<[^>]+>/g, '')),
      ...languages.map((each) => {
        const attributes = { type: 'button', 'aria-pressed': String(each === language), 'data-language': each };
        const button = make('button', attributes, each === 'zh' ? '中文' : 'English');
        button.addEventListener('click', () => this.#wishes.show(each));
        return button;
      }),
      opener(counts, this.findings.element, () => this.findings.toggle(), errors ? 'has-errors' : ''),
      this.#changes,
      make('span', { class: 'quiet' }, word('breaks', language)),
      this.#status,
    );
  }

  toggleContents(): void {
    const panel = this.contents.element;
    panel.hidden = !panel.hidden;
    if (!panel.hidden) this.contents.focus();
  }

  /** What goes on, or the last time from saving to showing. */
  tell(text: string, busy = false): void {
    this.#status.textContent = this.#state && isWord(text) ? `${word(text, this.#state.language)} …` : text;
    this.#status.classList.toggle('busy', busy);
  }

  /** How many places changed, with buttons to go through them. */
  tellChanges(count: number): void {
    const language = this.#state?.language ?? 'en';
    const step = (sign: string, name: 'previous' | 'next', by: 1 | -1) => {
      const button = make('button', { type: 'button', 'aria-label': word(name, language) }, sign);
      button.addEventListener('click', () => this.#wishes.change(by));
      return button;
    };
    this.#changes.replaceChildren(
      ...(count === 0
        ? []
        : [step('▲', 'previous', -1), ` ${count} ${word('changes', language)} `, step('▼', 'next', 1)]),
    );
  }
}
